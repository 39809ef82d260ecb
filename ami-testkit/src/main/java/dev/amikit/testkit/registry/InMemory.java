package dev.amikit.testkit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import java.util.function.Consumer;

/** The registry of the library. */
record InMemory(InMemoryAmiRegistry registry) implements RegistryUnderTest {
  @Override
  public Ec2 as(AccountId account, Region region) {
    return registry.account(account).in(region);
  }

  @Override
  public PartitionState state() {
    return registry.state();
  }

  @Override
  public void restore(PartitionState kept) {
    registry.restore(kept);
  }

  @Override
  public void listen(Consumer<? super RecordedEvent> listener) {
    registry.listen(listener, (event, failure) -> {}); // who listens does not throw
  }

  @Override
  public void advance() {
    registry.advance();
  }

  @Override
  public void complete(Region region, TaskSubject subject) {
    registry.aws().complete(region, subject);
  }

  @Override
  public void fail(Region region, TaskSubject subject, StateReason reason) {
    registry.aws().fail(region, subject, reason);
  }

  @Override
  public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
    return registry.aws().completeAll();
  }
}

package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Table;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What the SDK's client does is what the operation does when it is called itself. */
@Tag("long")
class SameHistoryTest {
  @Provide
  Arbitrary<Attempts> histories() {
    return Attempts.any();
  }

  @Property(tries = 10)
  void a_history_of_calls_by_the_client_is_that_of_the_operations(
      @ForAll("histories") Attempts attempts) {
    History called = History.of(attempts);
    History byClient = History.of(
        attempts, (clock, settings) -> new Through(RegistryUnderTest.inMemory(clock, settings)));

    assertThat(withoutTokens(byClient)).isEqualTo(withoutTokens(called));
  }

  /** What happened, but that the SDK makes a client token for each copy. */
  private static List<RegistryEvent> withoutTokens(History history) {
    return history.events().stream()
        .filter(event -> !(event instanceof RegistryEvent.ClientTokenUsed))
        .toList();
  }

  /** A registry whose EC2 is asked through the client of the SDK. */
  private record Through(RegistryUnderTest registry, Table<AccountId, Region, Ec2> clients)
      implements RegistryUnderTest {
    Through(RegistryUnderTest registry) {
      this(registry, HashBasedTable.create());
    }

    @Override
    public Ec2 as(AccountId account, Region region) {
      return clients
          .row(account)
          .computeIfAbsent(region, any -> new ThroughClient(registry.as(account, region)));
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
      registry.listen(listener);
    }

    @Override
    public void advance() {
      registry.advance();
    }

    @Override
    public void complete(Region region, TaskSubject subject) {
      registry.complete(region, subject);
    }

    @Override
    public void fail(Region region, TaskSubject subject, StateReason reason) {
      registry.fail(region, subject, reason);
    }

    @Override
    public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
      return registry.completeAll();
    }
  }
}

package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Kind;
import dev.amikit.testkit.registry.History.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Histories run on any registry, and tell one that goes its own way. */
class AnotherRegistryTest {
  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
  }

  @Property(tries = 12)
  void a_registry_that_keeps_nothing_but_what_happened_comes_to_the_same_history(
      @ForAll("attempts") Attempts attempts) {
    assertSame(attempts, Journal::new);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksTo({Kind.REGISTER, Kind.TAG})
  void a_registry_that_loses_tags_comes_to_another(@ForAll("attempts") Attempts attempts) {
    assertSame(attempts, (clock, settings) -> new Journal(clock, settings) {
      @Override
      void write(RecordedEvent told) {
        if (!(told.event() instanceof RegistryEvent.ImageTagged)) {
          super.write(told);
        }
      }
    });
  }

  private static void assertSame(Attempts attempts, RegistryUnderTest.Factory factory) {
    History expected = History.of(attempts);
    History history = History.of(attempts, factory);
    assertThat(history.recorded()).isEqualTo(expected.recorded());
    for (int i = 0; i < expected.steps().size(); i++) {
      Step step = history.steps().get(i);
      assertThat(step).hasToString(expected.steps().get(i).toString());
      assertThat(step.after()).as("%s", step).isEqualTo(expected.steps().get(i).after());
    }
  }

  /** Writes down what happens, and asks the operations of the library what that is. */
  private static class Journal implements RegistryUnderTest {
    private final Clock clock;
    private final RegistrySettings settings;
    private final List<Consumer<? super RecordedEvent>> listeners = new ArrayList<>();
    private PartitionState written = PartitionState.empty();
    private long sequence;

    Journal(Clock clock, RegistrySettings settings) {
      this.clock = clock;
      this.settings = settings;
    }

    void write(RecordedEvent told) {
      written = written.after(told.event());
      listeners.forEach(listener -> listener.accept(told));
    }

    private void write(Optional<AccountId> caller, ImmutableList<RegistryEvent> events) {
      for (RegistryEvent event : events) {
        sequence++;
        write(new RecordedEvent(sequence, clock.instant(), caller, event));
      }
    }

    private void happen(BiFunction<PartitionState, Instant, ImmutableList<RegistryEvent>> events) {
      advance();
      write(Optional.empty(), events.apply(written, clock.instant()));
      advance();
    }

    private <R> R call(AccountId caller, Region region, Operation<R> operation) {
      advance();
      Outcome<R> outcome =
          operation.decide(new Situation(written, caller, region, clock.instant(), settings));
      if (outcome instanceof Outcome.Done<R> done) {
        write(Optional.of(caller), done.events());
      }
      advance();
      return outcome.orThrow();
    }

    @Override
    public Ec2 as(AccountId account, Region region) {
      return new Caller(this, account, region);
    }

    @Override
    public PartitionState state() {
      advance();
      return written;
    }

    @Override
    public void restore(PartitionState kept) {
      written = kept;
    }

    @Override
    public void listen(Consumer<? super RecordedEvent> listener) {
      listeners.add(listener);
    }

    @Override
    public void advance() {
      for (ImmutableList<RegistryEvent> due = written.due(clock.instant());
          !due.isEmpty();
          due = written.due(clock.instant())) {
        write(Optional.empty(), due);
      }
    }

    @Override
    public void complete(Region region, TaskSubject resource) {
      happen((present, now) -> {
        RegionState here = present.in(region);
        return here.work(resource).ended(here, now);
      });
    }

    @Override
    public void fail(Region region, TaskSubject resource, StateReason reason) {
      happen((present, now) -> {
        RegionState here = present.in(region);
        return here.work(resource).failed(here, reason, now);
      });
    }

    @Override
    public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
      ImmutableMap.Builder<Region, ImmutableList<Task>> ended = ImmutableMap.builder();
      for (Region region : state().regions().sorted().toList()) {
        ImmutableList<Task> work = ImmutableList.copyOf(History.work(written, region));
        work.forEach(
            task -> write(Optional.empty(), task.ended(written.in(region), clock.instant())));
        if (!work.isEmpty()) {
          ended.put(region, work);
        }
      }
      advance();
      return ended.buildOrThrow();
    }
  }

  private record Caller(Journal journal, AccountId caller, Region region) implements Ec2 {
    @Override
    public <R> R call(Operation<R> operation) {
      return journal.call(caller, region, operation);
    }
  }
}

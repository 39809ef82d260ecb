package dev.amikit.testkit.contract;

import static com.google.common.base.Preconditions.checkArgument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.state.RegistryEvent;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** An honest store keeps the contract, and each promise catches who breaks it. */
@SuppressWarnings("ClassCanBeStatic") // groups of jqwik are inner classes
class EventStoreContractTest {
  @Group
  class Kept implements EventStoreContract {
    @Override
    public Store create() {
      return new Honest(new ArrayList<>());
    }
  }

  @Provide
  Arbitrary<RecordedEvents> recordedEvents() {
    return RecordedEvents.any();
  }

  @Property(tries = 300)
  @Tag("long")
  @StatisticsReport(StatisticsReportMode.OFF)
  void every_kind_of_event_is_appended(@ForAll("recordedEvents") RecordedEvents told) {
    told.all().forEach(event -> Statistics.collect(event.event().getClass()));
    Statistics.coverage(coverage ->
        kinds(RegistryEvent.class).forEach(kind -> coverage.check(kind).count(count -> count > 0)));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EventStoreContractTest::kinds)
        : Stream.of(type);
  }

  @Property(tries = 10)
  void portions_hold_all_events_in_order(@ForAll("recordedEvents") RecordedEvents told) {
    assertThat(told.portions()).hasSizeGreaterThan(1).noneMatch(List::isEmpty);
    for (int i = 0; i < told.all().size(); i++) {
      assertThat(told.all().get(i).sequence()).isEqualTo(i + 1);
    }
  }

  /** Keeps what it is given in a list, which is what a disk would be to another process. */
  private static class Honest implements EventStoreContract.Store {
    final List<RecordedEvent> disk;

    Honest(List<RecordedEvent> disk) {
      this.disk = disk;
    }

    @Override
    public void append(List<RecordedEvent> events) {
      List<RecordedEvent> after = new ArrayList<>(disk);
      events.forEach(event -> add(event, after));
      write(after.subList(disk.size(), after.size()));
    }

    void add(RecordedEvent event, List<RecordedEvent> to) {
      if (event.sequence() <= to.size()) {
        checkArgument(event.equals(to.get((int) event.sequence() - 1)), "Another %s", event);
      } else {
        checkArgument(event.sequence() == to.size() + 1, "A gap before %s", event);
        to.add(event);
      }
    }

    void write(List<RecordedEvent> events) {
      disk.addAll(ImmutableList.copyOf(events));
    }

    @Override
    public Stream<RecordedEvent> read(long from) {
      return disk.stream().skip(from - 1);
    }

    @Override
    public EventStoreContract.Store reopen() {
      return new Honest(disk);
    }
  }

  private static void assertCaught(
      Function<List<RecordedEvent>, EventStoreContract.Store> broken,
      BiConsumer<EventStoreContract, RecordedEvents> promise,
      String... words) {
    EventStoreContract contract = () -> broken.apply(new ArrayList<>());
    Arbitrary<RecordedEvents> told = contract.recordedEvents();
    assertThatThrownBy(() -> {
          for (int i = 0; i < 20; i++) {
            promise.accept(contract, told.sample());
          }
        })
        .isInstanceOf(AssertionError.class)
        .message()
        .contains(words);
  }

  /** What reads otherwise than was written. */
  private static Function<List<RecordedEvent>, EventStoreContract.Store> reading(
      UnaryOperator<List<RecordedEvent>> change) {
    return disk -> new Honest(disk) {
      @Override
      public Stream<RecordedEvent> read(long from) {
        return change.apply(super.read(from).toList()).stream();
      }
    };
  }

  @Example
  void what_gets_lost_is_caught() {
    assertCaught(
        reading(all -> all.stream()
            .filter(told -> !(told.event() instanceof RegistryEvent.TaskEnded))
            .toList()),
        EventStoreContract::what_was_appended_must_be_read_back_equal_in_order_and_once,
        "of what is read from 1 on, event ");
    assertCaught(
        reading(all -> all.subList(0, Math.max(0, all.size() - 1))),
        EventStoreContract::what_was_appended_must_be_read_back_equal_in_order_and_once,
        "is lost: RecordedEvent[sequence=");
  }

  @Example
  void what_comes_twice_is_caught() {
    assertCaught(
        reading(all -> Stream.concat(all.stream(), all.stream()).toList()),
        EventStoreContract::what_was_appended_must_be_read_back_equal_in_order_and_once,
        "is one too many: RecordedEvent[sequence=1,");
  }

  @Example
  void what_comes_in_another_order_is_caught() {
    assertCaught(
        reading(Lists::reverse),
        EventStoreContract::what_was_appended_must_be_read_back_equal_in_order_and_once,
        "of what is read from 1 on, event 1 of ");
  }

  @Example
  void times_that_are_cut_are_caught() {
    assertCaught(
        reading(all -> all.stream()
            .map(told -> new RecordedEvent(
                told.sequence(),
                told.at().truncatedTo(ChronoUnit.SECONDS),
                told.caller(),
                told.event()))
            .toList()),
        EventStoreContract::what_was_appended_must_be_read_back_equal_in_order_and_once,
        "of what is read from 1 on, event 1 of ");
  }

  @Example
  void what_dies_with_the_process_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          public EventStoreContract.Store reopen() {
            return new Honest(new ArrayList<>(disk.subList(0, Math.max(0, disk.size() - 1))));
          }
        },
        EventStoreContract::what_was_appended_must_outlive_the_process,
        "is lost");
  }

  @Example
  void numbers_that_are_counted_from_0_are_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          public Stream<RecordedEvent> read(long from) {
            return super.read(from == 1 ? 1 : from + 1);
          }
        },
        EventStoreContract::reading_from_a_number_must_begin_with_that_event,
        "of what is read from ");
  }

  @Example
  void a_state_of_ones_own_is_caught() {
    assertCaught(
        reading(all -> all.stream()
            .filter(told -> !(told.event() instanceof RegistryEvent.SettingsChanged))
            .toList()),
        EventStoreContract::what_is_read_must_give_the_state_of_the_registry_that_told_it,
        "the state that what is read gives");
  }

  @Example
  void a_store_that_forgets_the_number_when_it_is_opened_again_is_caught() {
    // Looks at numbers only if it has appended before.
    class Forgetful extends Honest {
      private boolean isNew = true;

      Forgetful(List<RecordedEvent> disk) {
        super(disk);
      }

      @Override
      void add(RecordedEvent event, List<RecordedEvent> to) {
        if (isNew) {
          to.add(event);
        } else {
          super.add(event, to);
        }
        isNew = false;
      }

      @Override
      public EventStoreContract.Store reopen() {
        return new Forgetful(disk);
      }
    }
    assertCaught(
        Forgetful::new,
        EventStoreContract::appending_after_reopening_must_go_on_with_the_next_number,
        "a gap after reopening was accepted");
  }

  @Example
  void a_store_that_is_not_new_is_caught() {
    List<RecordedEvent> shared =
        new ArrayList<>(RecordedEvents.any().sample().portions().get(0));
    EventStoreContract contract = () -> new Honest(shared);
    assertThatThrownBy(contract::a_new_store_must_hold_nothing)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("of what is read from 1 on, event 1 of ")
        .hasMessageContaining("is one too many");
  }

  @Example
  void a_gap_that_is_accepted_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          void add(RecordedEvent event, List<RecordedEvent> to) {
            to.add(event);
          }
        },
        EventStoreContract::a_gap_must_be_refused_and_leave_nothing,
        "a gap before the first event was accepted");
  }

  @Example
  void a_gap_in_the_middle_that_is_accepted_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          public void append(List<RecordedEvent> events) {
            super.append(events.subList(0, 1));
            write(events.subList(1, events.size()));
          }
        },
        EventStoreContract::a_gap_must_be_refused_and_leave_nothing,
        "a gap after ",
        ", in the middle of a portion was accepted");
  }

  @Example
  void what_a_refused_portion_leaves_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          public void append(List<RecordedEvent> events) {
            events.forEach(event -> super.append(ImmutableList.of(event)));
          }
        },
        EventStoreContract::a_gap_must_be_refused_and_leave_nothing,
        "how many events are kept when it was refused to append a gap after ",
        "in the middle of a portion");
  }

  @Example
  void a_store_that_refuses_what_it_has_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          void add(RecordedEvent event, List<RecordedEvent> to) {
            checkArgument(event.sequence() == to.size() + 1, "Kept already: %s", event);
            to.add(event);
          }

          @Override
          public EventStoreContract.Store reopen() {
            return this;
          }
        },
        EventStoreContract::the_same_events_again_must_be_kept_once,
        "was refused");
  }

  @Example
  void a_store_that_keeps_the_same_twice_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          void add(RecordedEvent event, List<RecordedEvent> to) {
            to.add(event);
          }

          @Override
          public EventStoreContract.Store reopen() {
            return this;
          }
        },
        EventStoreContract::the_same_events_again_must_be_kept_once,
        "of what is read from 1 on, event ");
  }

  @Example
  void a_store_that_writes_over_what_it_has_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          void add(RecordedEvent event, List<RecordedEvent> to) {
            int index = (int) event.sequence() - 1;
            if (index < to.size()) {
              disk.set(index, event);
            } else {
              super.add(event, to);
            }
          }
        },
        EventStoreContract::another_event_under_a_kept_number_must_be_refused_and_leave_nothing,
        "another event under the number ",
        " was accepted");
  }

  @Example
  void a_store_that_passes_over_another_event_in_silence_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          void add(RecordedEvent event, List<RecordedEvent> to) {
            if (event.sequence() > to.size()) {
              super.add(event, to);
            }
          }
        },
        EventStoreContract::another_event_under_a_kept_number_must_be_refused_and_leave_nothing,
        "another event under the number ",
        " was accepted");
  }

  @Example
  void what_stands_beside_another_event_and_is_kept_is_caught() {
    assertCaught(
        disk -> new Honest(disk) {
          @Override
          public void append(List<RecordedEvent> events) {
            super.append(
                events.stream().filter(event -> event.sequence() > disk.size()).toList());
            super.append(events);
          }
        },
        EventStoreContract::another_event_under_a_kept_number_must_be_refused_and_leave_nothing,
        "how many events are kept when it was refused to append another event under the number ",
        "with later ones behind it");
  }

  @Example
  void an_event_that_is_told_prints_in_its_portion() {
    RecordedEvents told = RecordedEvents.any().sample();
    assertThat(told.toString().lines())
        .contains(told.portions().get(0).size() + " appended together:")
        .contains("  1. " + told.all().get(0).event());
    assertThat(ImmutableSet.copyOf(told.all())).hasSameSizeAs(told.all());
  }
}

package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.state.PartitionState;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is promised of a store of events of one's own, such as a journal in a database: that it
 * gives back what a registry told, in order, whatever came between, and so keeps the registry
 * itself.
 *
 * <pre>{@code
 * class JournalTest implements EventStoreContract {
 *   @Override
 *   public Store create() {
 *     return new JournalStore(new TestDatabase());
 *   }
 * }
 * }</pre>
 *
 * <p>Whoever appends does not always learn whether it worked: a process may die in between, and so
 * appends the same again. So a store takes events by their {@linkplain RecordedEvent#sequence()
 * number}: the next ones it keeps; those that it has it keeps once; and it refuses, by throwing any
 * {@link RuntimeException}, what would leave a gap or would put something else in place of what it
 * has. What it refuses leaves nothing behind.
 *
 * <p>The events come from registries in which much happened at random; every kind of event is among
 * them. What needs to be deleted after a test is deleted in methods of jqwik's life cycle, such as
 * {@link net.jqwik.api.lifecycle.AfterTry}.
 */
public interface EventStoreContract {
  /** A store of one's own. */
  interface Store {
    /**
     * Appends events, all of them or none.
     *
     * @param events events whose numbers follow each other; those that are kept already, equal and
     *     under the same number, are kept once
     * @throws RuntimeException of any kind, if the first number is not 1 more than the last one
     *     that is kept or less than that, if the numbers do not follow each other, or if another
     *     event is kept under one of them
     */
    void append(List<RecordedEvent> events);

    /**
     * Reads events.
     *
     * @param from the number of the first, from 1 on
     * @return it and all later ones in order, none if there are none yet; closed by who reads
     */
    Stream<RecordedEvent> read(long from);

    /**
     * Opens again what this store has kept, as another process does when the one that appended has
     * died; this object is not used any more.
     *
     * @return the store
     */
    Store reopen();
  }

  /**
   * Makes a store in which there is nothing.
   *
   * @return the store
   */
  Store create();

  /** {@return what registries told} */
  @Provide
  default Arbitrary<RecordedEvents> recordedEvents() {
    return RecordedEvents.any();
  }

  /**
   * What was appended is read back: equal, in order, nothing lost and nothing twice.
   *
   * <p>If it fails, look at how the event that the failure names is written and read: at members
   * that are left out, at times that are cut, and at what keeps the order.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 30)
  default void what_was_appended_must_be_read_back_equal_in_order_and_once(
      @ForAll("recordedEvents") RecordedEvents told) {
    Store store = create();
    told.portions().forEach(store::append);

    assertHolds(store, told.all());
  }

  /**
   * What was appended is still there after the store is opened again, after each portion.
   *
   * <p>If it fails, look for what is kept in memory only, or written when the store is closed.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void what_was_appended_must_outlive_the_process(
      @ForAll("recordedEvents") RecordedEvents told) {
    Store store = create();
    int count = 0;
    for (ImmutableList<RecordedEvent> portion : told.portions()) {
      store.append(portion);
      count += portion.size();
      store = store.reopen();
      assertHolds(store, told.all().subList(0, count));
    }
  }

  /**
   * Who reads from a number on gets the event of that number first and no earlier one; none if
   * there is no such event yet.
   *
   * <p>If it fails, look for a number that is counted from 0, and for a bound that is left out.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void reading_from_a_number_must_begin_with_that_event(
      @ForAll("recordedEvents") RecordedEvents told) {
    Store store = create();
    told.portions().forEach(store::append);

    ImmutableList<RecordedEvent> all = told.all();
    int from = 1;
    for (ImmutableList<RecordedEvent> portion : told.portions()) {
      assertReads(store, from, all.subList(from - 1, all.size()));
      from += portion.size();
      assertReads(store, from - 1, all.subList(from - 2, all.size()));
    }
    assertReads(store, all.size() + 1, ImmutableList.of());
    assertReads(store, all.size() + 1_000, ImmutableList.of());
  }

  /**
   * Replayed from the beginning, what is read gives the state of the registry that told it; after
   * the store is opened again, too.
   *
   * <p>If it fails where reading back does not, look for an event that equals another and does
   * something else.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void what_is_read_must_give_the_state_of_the_registry_that_told_it(
      @ForAll("recordedEvents") RecordedEvents told) {
    Store store = create();
    told.portions().forEach(store::append);

    assertGives(store, told.state());
    assertGives(store.reopen(), told.state());
  }

  /**
   * Appending goes on with the next number after the store is opened again, and with no other.
   *
   * <p>If it fails, look at where the store learns the last number from when it is opened.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void appending_after_reopening_must_go_on_with_the_next_number(
      @ForAll("recordedEvents") RecordedEvents told) {
    Store store = create();
    int count = 0;
    for (ImmutableList<RecordedEvent> portion : told.portions()) {
      store = store.reopen();
      if (count + 1 < told.all().size()) {
        assertRefuses(store, told.all().subList(count + 1, count + 2), "a gap after reopening");
      }
      store.append(portion);
      count += portion.size();
    }

    assertHolds(store.reopen(), told.all());
  }

  /**
   * A new store holds nothing, before it is opened again and after; appending no events leaves it
   * so.
   *
   * <p>If it fails, look for what one store leaves to another.
   */
  @Example
  default void a_new_store_must_hold_nothing() {
    Store store = create();
    assertHolds(store, ImmutableList.of());
    store.append(ImmutableList.of());
    assertHolds(store, ImmutableList.of());
    Store reopened = store.reopen();
    assertHolds(reopened, ImmutableList.of());
    assertGives(reopened, PartitionState.empty());
  }

  /**
   * Events that do not follow on the last one are refused, and leave nothing; so are events with a
   * gap among them, of which not even the first ones are kept.
   *
   * <p>If it fails, look at whether the store looks at the numbers at all, before it writes
   * anything, and whether a portion is written in one transaction.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void a_gap_must_be_refused_and_leave_nothing(
      @ForAll("recordedEvents") RecordedEvents told) {
    ImmutableList<RecordedEvent> all = told.all();
    ImmutableList<RecordedEvent> kept = told.portions().get(0);
    int count = kept.size();
    Store store = create();
    assertRefuses(store, all.subList(1, all.size()), "a gap before the first event");
    store.append(kept);
    assertRefuses(store, all.subList(count + 1, all.size()), "a gap after " + count);
    List<RecordedEvent> withGap = ImmutableList.<RecordedEvent>builder()
        .addAll(all.subList(count, count + 1))
        .addAll(all.subList(count + 2, all.size()))
        .build();
    assertRefuses(store, withGap, "a gap after " + (count + 1) + ", in the middle of a portion");

    assertHolds(store, kept);
    assertHolds(store.reopen(), kept);
  }

  /**
   * Appending again what is kept changes nothing: the same portion, all of it from the beginning,
   * or a portion of which the first half is kept; also in another process, which does not know what
   * the one that died has done.
   *
   * <p>If it fails, look at whether an event that is kept already, under the same number and equal,
   * is passed over.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void the_same_events_again_must_be_kept_once(
      @ForAll("recordedEvents") RecordedEvents told) {
    Store store = create();
    int count = 0;
    for (ImmutableList<RecordedEvent> portion : told.portions()) {
      store.append(portion.subList(0, portion.size() / 2));
      store = store.reopen();
      append(store, portion, "a portion whose first half is kept");
      append(store, portion, "the same portion again");
      count += portion.size();
      assertHolds(store, told.all().subList(0, count));
    }
    append(store, told.all(), "everything again");

    assertHolds(store.reopen(), told.all());
  }

  /**
   * Another event under a number that is kept is refused and leaves nothing, not even of the events
   * beside it: two have appended, and neither must lose what it told.
   *
   * <p>If it fails, look at whether an event that is kept under the number is compared, and neither
   * overwritten nor left in silence.
   *
   * @param told the events, as they are appended
   */
  @Property(tries = 20)
  default void another_event_under_a_kept_number_must_be_refused_and_leave_nothing(
      @ForAll("recordedEvents") RecordedEvents told) {
    ImmutableList<RecordedEvent> all = told.all();
    ImmutableList<RecordedEvent> kept = told.portions().get(0);
    Store store = create();
    store.append(kept);
    RecordedEvent last = kept.get(kept.size() - 1);
    RecordedEvent later =
        new RecordedEvent(last.sequence(), last.at().plusNanos(1_000), last.caller(), last.event());
    RecordedEvent other = new RecordedEvent(
        last.sequence(), last.at(), last.caller(), all.get(all.size() - 1).event());
    for (RecordedEvent another : ImmutableList.of(later, other)) {
      if (!another.equals(last)) {
        String what = "another event under the number " + last.sequence();
        assertRefuses(store, ImmutableList.of(another), what);
        List<RecordedEvent> withNext = ImmutableList.<RecordedEvent>builder()
            .add(another)
            .addAll(all.subList(kept.size(), all.size()))
            .build();
        assertRefuses(store, withNext, what + ", with later ones behind it");
      }
    }

    assertHolds(store, kept);
    assertHolds(store.reopen(), kept);
  }

  private static void assertHolds(Store store, List<RecordedEvent> expected) {
    assertReads(store, 1, expected);
  }

  /** Tells the first event that is not as it should be. */
  private static void assertReads(Store store, long from, List<RecordedEvent> expected) {
    List<RecordedEvent> found = read(store, from);
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String place = "of what is read from %d on, event %d of %d"
          .formatted(from, i + 1, Math.max(expected.size(), found.size()));
      if (i >= found.size()) {
        fail("%s is lost: %s", place, expected.get(i));
      } else if (i >= expected.size()) {
        fail("%s is one too many: %s", place, found.get(i));
      }
      assertThat(found.get(i)).as(place).isEqualTo(expected.get(i));
    }
  }

  private static void assertGives(Store store, PartitionState expected) {
    assertThat(PartitionState.empty()
            .after(read(store, 1).stream().map(RecordedEvent::event).toList()))
        .as("the state that what is read gives")
        .isEqualTo(expected);
  }

  private static void assertRefuses(Store store, List<RecordedEvent> events, String what) {
    int before = read(store, 1).size();
    try {
      store.append(events);
    } catch (RuntimeException refused) {
      assertThat(read(store, 1).size())
          .as("how many events are kept when it was refused to append %s", what)
          .isEqualTo(before);
      return;
    }
    fail("%s was accepted", what);
  }

  private static void append(Store store, List<RecordedEvent> events, String what) {
    try {
      store.append(events);
    } catch (RuntimeException refused) {
      throw new AssertionError(what + " was refused", refused);
    }
  }

  private static List<RecordedEvent> read(Store store, long from) {
    try (Stream<RecordedEvent> events = store.read(from)) {
      return events.toList();
    }
  }
}

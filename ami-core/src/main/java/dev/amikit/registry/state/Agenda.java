package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What will happen in a Region: its tasks, and with which resources something happens when. */
public final class Agenda {
  private static final Comparator<ResourceId> BY_TEXT = comparing(ResourceId::value);

  private static final Comparator<Due> IN_ORDER =
      comparing(Due::resource, BY_TEXT).thenComparing(Due::ofTask);

  private static final Comparator<Task> BY_BEGINNING =
      comparing(Task::begun).thenComparing(Task::resourceId, BY_TEXT);

  private static final Agenda EMPTY =
      new Agenda(HashMap.empty(), TreeMap.empty(), HashMap.empty(), HashMap.empty());

  /** What happens at a time: the task of a resource ends, or the resource itself expires. */
  record Due(ResourceId resource, boolean ofTask) {}

  private record CountedBy(AccountId owner, Task.Kind kind) {}

  private final Map<ResourceId, Task> tasks;
  private final SortedMap<Instant, SortedSet<Due>> due;
  private final Map<SnapshotId, ImageId> awaiting;
  private final Map<CountedBy, Integer> counts;

  private Agenda(
      Map<ResourceId, Task> tasks,
      SortedMap<Instant, SortedSet<Due>> due,
      Map<SnapshotId, ImageId> awaiting,
      Map<CountedBy, Integer> counts) {
    this.tasks = tasks;
    this.due = due;
    this.awaiting = awaiting;
    this.counts = counts;
  }

  static Agenda empty() {
    return EMPTY;
  }

  /**
   * Returns the task that works on a resource.
   *
   * @param resource the resource
   * @return the task; empty if there is none
   */
  public Optional<Task> task(ResourceId resource) {
    requireNonNull(resource, "resource");
    return tasks.get(resource).toJavaOptional();
  }

  /**
   * Returns the task of a type that works on a resource.
   *
   * @param <T> the type
   * @param resource the resource
   * @param type the type
   * @return the task; empty if there is none of the type
   */
  public <T extends Task> Optional<T> task(ResourceId resource, Class<T> type) {
    requireNonNull(resource, "resource");
    requireNonNull(type, "type");
    return task(resource).filter(type::isInstance).map(type::cast);
  }

  /** {@return all tasks, in no order} */
  public Stream<Task> tasks() {
    return tasks.valuesIterator().toJavaStream();
  }

  /** {@return the tasks that {@linkplain Task.Kind#isWork() are work}, in the order they began} */
  public Stream<Task> work() {
    return tasks().filter(task -> task.kind().isWork()).sorted(BY_BEGINNING);
  }

  /**
   * Returns how many tasks of a kind are under way for an account.
   *
   * @param owner the account
   * @param kind the kind
   * @return how many
   */
  public int count(AccountId owner, Task.Kind kind) {
    requireNonNull(owner, "owner");
    requireNonNull(kind, "kind");
    return counts.getOrElse(new CountedBy(owner, kind), 0);
  }

  /**
   * Returns the image that waits for a snapshot, which is being made for it.
   *
   * @param snapshot the snapshot
   * @return the image; empty if the snapshot is made for none, or is made already
   */
  public Optional<ImageId> imageAwaiting(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return awaiting.get(snapshot).toJavaOptional();
  }

  /**
   * Returns the resources with which something is to happen by a time.
   *
   * @param now the time
   * @return the resources, by the time when it happens, then by ID; one with which two things are
   *     to happen comes twice
   */
  public Stream<ResourceId> due(Instant now) {
    requireNonNull(now, "now");
    return whatIsDue(now).map(Due::resource);
  }

  Stream<Due> whatIsDue(Instant now) {
    return due.iterator()
        .takeWhile(entry -> !entry._1.isAfter(now))
        .map(Tuple2::_2)
        .flatMap(dues -> dues)
        .toJavaStream();
  }

  /** When the next thing happens; not to be asked where nothing does. */
  Instant next() {
    return due.head()._1;
  }

  boolean isAnythingDue(Instant now) {
    return !due.isEmpty() && !next().isAfter(now);
  }

  Agenda with(Task task) {
    Agenda timed = moved(new Due(task.resourceId(), true), Optional.empty(), task.due());
    Map<SnapshotId, ImageId> making = awaiting;
    for (SnapshotId snapshot : madeBy(task)) {
      making = making.put(snapshot, (ImageId) task.resourceId());
    }
    return new Agenda(tasks.put(task.resourceId(), task), timed.due, making, counted(task, 1));
  }

  Agenda without(Task task) {
    ResourceId resource = task.resourceId();
    return new Agenda(
        tasks.remove(resource),
        moved(new Due(resource, true), task.due(), Optional.empty()).due,
        awaiting.removeAll(madeBy(task)),
        counted(task, -1));
  }

  /** The snapshots that are made for the image of a task. */
  private static Iterable<SnapshotId> madeBy(Task task) {
    return task instanceof ImageCreation creation ? creation.snapshots().values() : List.of();
  }

  /** The agenda after a resource comes to expire at another time, or not at all. */
  Agenda moved(ResourceId resource, Optional<Instant> before, Optional<Instant> after) {
    return moved(new Due(resource, false), before, after);
  }

  private Agenda moved(Due what, Optional<Instant> before, Optional<Instant> after) {
    if (before.equals(after)) {
      return this;
    }
    SortedMap<Instant, SortedSet<Due>> changed = due;
    if (before.isPresent()) {
      SortedSet<Due> left = at(changed, before.get()).remove(what);
      changed = left.isEmpty() ? changed.remove(before.get()) : changed.put(before.get(), left);
    }
    if (after.isPresent()) {
      changed = changed.put(after.get(), at(changed, after.get()).add(what));
    }
    return new Agenda(tasks, changed, awaiting, counts);
  }

  private static SortedSet<Due> at(SortedMap<Instant, SortedSet<Due>> due, Instant time) {
    return due.getOrElse(time, TreeSet.empty(IN_ORDER));
  }

  private Map<CountedBy, Integer> counted(Task task, int sign) {
    CountedBy counted = new CountedBy(task.ownerId(), task.kind());
    int count = counts.getOrElse(counted, 0) + sign;
    return count == 0 ? counts.remove(counted) : counts.put(counted, count);
  }

  /** Two agendas are equal if they have the same tasks; what else they know follows. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Agenda agenda && tasks.equals(agenda.tasks);
  }

  @Override
  public int hashCode() {
    return tasks.hashCode();
  }
}

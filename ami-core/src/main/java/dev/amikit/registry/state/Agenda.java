package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What will happen in a Region: its tasks, and to what something happens when. */
public final class Agenda {
  private static final Agenda EMPTY =
      new Agenda(HashMap.empty(), TreeMap.empty(), HashMap.empty(), HashMap.empty());

  /** What happens at a time: the task of a subject ends, or the subject itself expires. */
  record Due(TaskSubject subject, boolean ofTask) {
    private int inOrder(Due other) {
      int bySubject = subject.value().compareTo(other.subject.value());
      return bySubject == 0 ? Boolean.compare(ofTask, other.ofTask) : bySubject;
    }
  }

  private record CountedBy(AccountId owner, Task.Kind kind) {
    @Override
    public boolean equals(Object other) {
      return other instanceof CountedBy that && kind == that.kind && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
      return 31 * owner.hashCode() + kind.hashCode();
    }
  }

  private final Map<TaskSubject, Task> tasks;
  private final SortedMap<Instant, SortedSet<Due>> due;
  private final Map<SnapshotId, ImageId> awaiting;
  private final Map<CountedBy, Integer> counts;

  private Agenda(
      Map<TaskSubject, Task> tasks,
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
   * Returns the task that works on a subject.
   *
   * @param subject the subject
   * @return the task; empty if there is none
   */
  public Optional<Task> task(TaskSubject subject) {
    requireNonNull(subject, "subject");
    return tasks.get(subject).toJavaOptional();
  }

  /**
   * Returns the task of a type that works on a subject.
   *
   * @param <T> the type
   * @param subject the subject
   * @param type the type
   * @return the task; empty if there is none of the type
   */
  public <T extends Task> Optional<T> task(TaskSubject subject, Class<T> type) {
    requireNonNull(subject, "subject");
    requireNonNull(type, "type");
    return task(subject).filter(type::isInstance).map(type::cast);
  }

  /**
   * Returns the tasks of a kind that are under way for an account.
   *
   * @param <T> the type of such tasks
   * @param owner the account
   * @param kind the kind
   * @param type the type of tasks of the kind
   * @return the tasks, in no order
   */
  public <T extends Task> Stream<T> tasks(AccountId owner, Task.Kind kind, Class<T> type) {
    requireNonNull(owner, "owner");
    requireNonNull(kind, "kind");
    requireNonNull(type, "type");
    return count(owner, kind) == 0
        ? Stream.empty()
        : tasks()
            .filter(task -> task.kind() == kind && task.ownerId().equals(owner))
            .map(type::cast);
  }

  /** {@return all tasks, in no order} */
  public Stream<Task> tasks() {
    return tasks.valuesIterator().toJavaStream();
  }

  /** {@return the tasks that {@linkplain Task.Kind#isWork() are work}, in the order they began} */
  public Stream<Task> work() {
    return tasks()
        .filter(task -> task.kind().isWork())
        .sorted(comparing(Task::begun).thenComparing(task -> task.subject().value()));
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
   * Returns the subjects to which something is to happen by a time.
   *
   * @param now the time
   * @return the subjects, by the time when it happens, then by text; one to which two things are to
   *     happen comes twice
   */
  public Stream<TaskSubject> due(Instant now) {
    requireNonNull(now, "now");
    return whatIsDue(now).map(Due::subject);
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
    Agenda timed = moved(new Due(task.subject(), true), Optional.empty(), task.due());
    Map<SnapshotId, ImageId> making = awaiting;
    for (SnapshotId snapshot : madeBy(task)) {
      making = making.put(snapshot, (ImageId) task.subject());
    }
    return new Agenda(tasks.put(task.subject(), task), timed.due, making, counted(task, 1));
  }

  Agenda without(Task task) {
    TaskSubject subject = task.subject();
    return new Agenda(
        tasks.remove(subject),
        moved(new Due(subject, true), task.due(), Optional.empty()).due,
        awaiting.removeAll(madeBy(task)),
        counted(task, -1));
  }

  /** The snapshots that are made for the image of a task. */
  private static Iterable<SnapshotId> madeBy(Task task) {
    return task instanceof ImageCreation creation ? creation.snapshots().values() : List.of();
  }

  /** The agenda after a subject comes to expire at another time, or not at all. */
  Agenda moved(TaskSubject subject, Optional<Instant> before, Optional<Instant> after) {
    return moved(new Due(subject, false), before, after);
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
    return due.getOrElse(time, TreeSet.empty(Due::inOrder));
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

package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.base.MoreObjects;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes of an operation.
 *
 * @param <R> what the operation answers with
 */
public sealed interface Outcome<R> {
  /**
   * The operation is carried out. Its state is always the one that its events lead to: begin with
   * {@link Outcome#from}.
   *
   * @param <R> what the operation answers with
   */
  final class Done<R> implements Outcome<R> {
    private final PartitionState before;
    private final ImmutableList<RegistryEvent> events;
    private final PartitionState state;
    private final R result;

    private Done(
        PartitionState before,
        ImmutableList<RegistryEvent> events,
        PartitionState state,
        R result) {
      this.before = before;
      this.events = events;
      this.state = state;
      this.result = requireNonNull(result, "result");
    }

    /** {@return the state in which the operation was decided} */
    public PartitionState before() {
      return before;
    }

    /** {@return what happens, in this order} */
    public ImmutableList<RegistryEvent> events() {
      return events;
    }

    /** {@return the state after the events} */
    public PartitionState state() {
      return state;
    }

    /** {@return the answer} */
    public R result() {
      return result;
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public R orThrow() {
      return result;
    }

    /** Returns what happens, and the answer. */
    @Override
    public String toString() {
      return MoreObjects.toStringHelper(this)
          .add("events", events)
          .add("result", result)
          .toString();
    }
  }

  /**
   * The operation is refused; nothing happens.
   *
   * @param <R> what the operation would have answered with
   * @param reason why
   */
  record Refused<R>(Refusal reason) implements Outcome<R> {
    /**
     * Refuses null.
     *
     * @param reason why
     */
    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(reason);
    }

    @Override
    public R orThrow() {
      throw reason.toException();
    }
  }

  /**
   * The course of events in an operation that is being decided, and where it has led so far. It can
   * be dropped at any time: the state that it began with stays as it is.
   */
  final class Course {
    private final PartitionState before;
    private final List<RegistryEvent> events = new ArrayList<>();
    private PartitionState state;

    private Course(PartitionState before) {
      this.before = before;
      this.state = before;
    }

    /** {@return the state after what has happened so far} */
    public PartitionState state() {
      return state;
    }

    /**
     * Lets something happen.
     *
     * @param event what happens
     * @return this course
     */
    @CanIgnoreReturnValue
    public Course happens(RegistryEvent event) {
      requireNonNull(event, "event");
      state = state.after(event);
      events.add(event);
      return this;
    }

    /**
     * Returns that the operation is carried out, by what has happened so far.
     *
     * @param <R> what the operation answers with
     * @param result the answer
     * @return the outcome
     */
    public <R> Done<R> done(R result) {
      return new Done<>(before, ImmutableList.copyOf(events), state, result);
    }
  }

  /**
   * Begins an operation in which nothing has happened yet.
   *
   * @param state the present state, that of the {@link Situation}
   * @return the course of events that begins there
   */
  static Course from(PartitionState state) {
    return new Course(requireNonNull(state, "state"));
  }

  /** {@return why the operation is refused; empty if it is carried out} */
  Optional<Refusal> refusal();

  /**
   * Returns the answer, if the operation is carried out.
   *
   * @return the answer
   * @throws RefusedException if the operation is refused
   */
  R orThrow();
}

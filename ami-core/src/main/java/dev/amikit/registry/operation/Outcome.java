package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import java.util.Optional;

/**
 * What comes of an operation.
 *
 * @param <R> what the operation answers with
 */
public sealed interface Outcome<R> {
  /**
   * The operation is carried out.
   *
   * @param <R> what the operation answers with
   * @param events what happens, in this order
   * @param result the answer
   * @param state the state after the events
   */
  record Done<R>(ImmutableList<RegistryEvent> events, R result, PartitionState state)
      implements Outcome<R> {
    /**
     * Refuses null.
     *
     * @param events what happens, in this order
     * @param result the answer
     * @param state the state after the events
     */
    public Done {
      requireNonNull(events, "events");
      requireNonNull(result, "result");
      requireNonNull(state, "state");
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public R orThrow() {
      return result;
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

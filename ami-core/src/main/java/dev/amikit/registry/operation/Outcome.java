package dev.amikit.registry.operation;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;

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
      implements Outcome<R> {}

  /**
   * The operation is refused; nothing happens.
   *
   * @param <R> what the operation would have answered with
   * @param refusal why
   */
  record Refused<R>(Refusal refusal) implements Outcome<R> {}

  /**
   * Returns the answer.
   *
   * @return the answer, if the operation is carried out
   * @throws RefusedException if it is refused
   */
  default R resultOrThrow() {
    if (this instanceof Done<R> done) {
      return done.result();
    }
    throw ((Refused<R>) this).refusal().toException();
  }
}

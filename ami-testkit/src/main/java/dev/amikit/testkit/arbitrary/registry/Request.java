package dev.amikit.testkit.arbitrary.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;

/**
 * An operation, and in what situation it is called: in which registry, by whom, where and when.
 *
 * @param <R> what the operation answers with
 * @param situation the registry as it is, who calls, where and when
 * @param operation what is called
 */
public record Request<R>(Situation situation, Operation<R> operation) {
  /**
   * Refuses null.
   *
   * @param situation the registry as it is, who calls, where and when
   * @param operation what is called
   */
  public Request {
    requireNonNull(situation, "situation");
    requireNonNull(operation, "operation");
  }

  /** {@return what comes of it} */
  public Outcome<R> decide() {
    return operation.decide(situation);
  }

  /** Returns who calls what, where and when. */
  @Override
  public String toString() {
    return "%s in %s at %s: %s"
        .formatted(situation.caller(), situation.region(), situation.now(), operation);
  }
}

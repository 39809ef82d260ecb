package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is asked to be done with one value. A command is a value itself; to {@linkplain #decide
 * decide} it changes nothing.
 *
 * @param <T> the type of what it is asked of
 */
public interface Command<T> {
  /** {@return the column of the transition table that speaks of the command} */
  Action<?> action();

  /**
   * Returns why the command can be carried out on nothing at all.
   *
   * @param now the present time
   * @return the refusal; empty if the command is well-formed
   */
  default Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return Optional.empty();
  }

  /**
   * Decides what comes of the command.
   *
   * @param value what it is asked of, as it is
   * @param now the present time
   * @return the events that are to happen, or why the command is refused
   */
  Decision<T> decide(T value, Instant now);

  /**
   * Decides on the command only if nothing stands against it so far: asks first whether it is
   * well-formed, then the transition table.
   *
   * @param now the present time
   * @param byTable the refusal by the table; empty if it permits the {@link #action()}
   * @param permitted the decision on a command that is well-formed and permitted
   * @return the decision
   */
  default Decision<T> decideIfPermitted(
      Instant now, Supplier<Optional<Refusal>> byTable, Supplier<Decision<T>> permitted) {
    requireNonNull(now, "now");
    requireNonNull(byTable, "byTable");
    requireNonNull(permitted, "permitted");
    Optional<Refusal> malformed = malformed(now);
    return Decision.of(malformed.isPresent() ? malformed : byTable.get(), permitted);
  }
}

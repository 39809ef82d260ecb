package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.Rule;

/**
 * A command that a rule does not let pass.
 *
 * @param <T> the type of what it is asked of
 * @param rule the rule that it breaks
 * @param value what it is given for
 * @param command the command, and when it is given
 */
public record RefusedCommand<T>(Rule rule, T value, TimedCommand<T> command) {
  /**
   * Refuses null.
   *
   * @param rule the rule that it breaks
   * @param value what it is given for
   * @param command the command, and when it is given
   */
  public RefusedCommand {
    requireNonNull(rule, "rule");
    requireNonNull(value, "value");
    requireNonNull(command, "command");
  }

  /** {@return what comes of the command: a refusal by the rule} */
  public Decision<T> decide() {
    return command.decide(value);
  }

  /** Returns the rule that is broken, and by what. */
  @Override
  public String toString() {
    return "a command that breaks %s: %s for %s".formatted(rule, command, value);
  }
}

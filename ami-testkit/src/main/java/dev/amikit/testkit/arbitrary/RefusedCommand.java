package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.Rule;

/**
 * A command that a rule does not let pass.
 *
 * @param rule the rule that it breaks
 * @param ami the image that it is given to
 * @param command the command, and when it is given
 */
public record RefusedCommand(Rule rule, Ami ami, TimedCommand command) {
  /**
   * Refuses null.
   *
   * @param rule the rule that it breaks
   * @param ami the image that it is given to
   * @param command the command, and when it is given
   */
  public RefusedCommand {
    requireNonNull(rule, "rule");
    requireNonNull(ami, "ami");
    requireNonNull(command, "command");
  }

  /** {@return what comes of the command: a refusal by the rule} */
  public Decision decide() {
    return command.decide(ami);
  }

  /** Returns the rule that is broken, and by what. */
  @Override
  public String toString() {
    return "a command that breaks %s: %s for %s".formatted(rule, command, ami);
  }
}

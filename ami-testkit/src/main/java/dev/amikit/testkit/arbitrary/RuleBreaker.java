package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Rule;
import java.util.function.Supplier;

/**
 * One attempt to make a value that breaks a rule.
 *
 * @param rule the rule that it breaks
 * @param value what it would make; never returns, but throws a
 *     {@link dev.amikit.rule.RuleViolationException}
 */
public record RuleBreaker(Rule rule, Supplier<?> value) {
  /**
   * Refuses null.
   *
   * @param rule the rule that it breaks
   * @param value what it would make; never returns, but throws a
   *     {@link dev.amikit.rule.RuleViolationException}
   */
  public RuleBreaker {
    requireNonNull(rule, "rule");
    requireNonNull(value, "value");
  }

  /**
   * Makes the attempt.
   *
   * @return never
   * @throws dev.amikit.rule.RuleViolationException by the rule
   */
  public Object attempt() {
    return value.get();
  }

  /** Returns the rule that is broken. */
  @Override
  public String toString() {
    return "a value that breaks " + rule;
  }
}

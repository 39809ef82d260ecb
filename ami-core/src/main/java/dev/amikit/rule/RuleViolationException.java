package dev.amikit.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;

/** A value that must not exist was about to be made; tells every rule that it breaks. */
public sealed class RuleViolationException extends RefusedException
    permits MissingAttributesException {
  private static final long serialVersionUID = 1;

  /**
   * Makes the exception for broken rules.
   *
   * @param violations every broken rule; at least one
   */
  public RuleViolationException(ImmutableList<Violation> violations) {
    this(Refusal.of(violations));
  }

  private RuleViolationException(Refusal refusal) {
    super(refusal, message(refusal));
  }

  /**
   * Returns the same refusal seen from the value that holds the refused one.
   *
   * @param outer the attribute through which the outer value holds the refused one
   * @return the exception with the longer paths, to be thrown
   */
  public final RuleViolationException within(String outer) {
    return new RuleViolationException(
        violations().stream().map(v -> v.within(outer)).collect(toImmutableList()));
  }

  /** Several broken rules are told one a line. */
  private static String message(Refusal refusal) {
    ImmutableList<Violation> violations = refusal.violations();
    return violations.size() == 1
        ? refusal.message()
        : violations.stream()
            .map(v -> "\n  - " + v.message())
            .collect(joining("", violations.size() + " rules are broken:", ""));
  }
}

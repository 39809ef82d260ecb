package dev.amikit.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;

/** A value that must not exist was about to be made; tells every rule that it breaks. */
public class RuleViolationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient ImmutableList<Violation> violations;

  /**
   * Makes the exception for broken rules.
   *
   * @param violations every broken rule; at least one
   */
  public RuleViolationException(ImmutableList<Violation> violations) {
    super(message(violations));
    checkArgument(!violations.isEmpty(), "an exception needs a violation");
    this.violations = violations;
  }

  /**
   * Returns every rule that the value breaks.
   *
   * @return the violations, in the order in which the rules are listed; never empty
   */
  public final ImmutableList<Violation> violations() {
    return violations;
  }

  /**
   * Returns the same refusal seen from the value that holds the refused one.
   *
   * @param outer the attribute through which the outer value holds the refused one
   * @return the exception with the longer paths, to be thrown
   */
  public RuleViolationException within(String outer) {
    return new RuleViolationException(
        violations.stream().map(v -> v.within(outer)).collect(ImmutableList.toImmutableList()));
  }

  private static String message(ImmutableList<Violation> violations) {
    return violations.size() == 1
        ? violations.get(0).message()
        : violations.stream()
            .map(v -> "\n  - " + v.message())
            .collect(joining("", violations.size() + " rules are broken:", ""));
  }
}

package dev.amikit.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

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
    super(new Refusal(violations));
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
}

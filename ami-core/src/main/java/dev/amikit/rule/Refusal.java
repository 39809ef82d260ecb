package dev.amikit.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * That a request is not carried out: an ordinary answer, not a mistake of the program. EC2 answers
 * with the code and the words of the first broken rule; the others are told beside it.
 *
 * @param violations every rule that is broken at the stage where EC2 gives up; never empty
 */
public record Refusal(ImmutableList<Violation> violations) {
  /**
   * Makes the refusal.
   *
   * @param violations every rule that is broken at the stage where EC2 gives up; at least one
   */
  public Refusal {
    requireNonNull(violations, "violations");
    checkArgument(!violations.isEmpty(), "a refusal names a broken rule");
    assert violations.stream().noneMatch(Violation::hasOpenPlace)
        : "a message with an open place: "
            + violations.stream().map(Violation::message).toList();
  }

  /**
   * Returns the refusal that one broken rule makes.
   *
   * @param violation the broken rule
   * @return the refusal
   */
  public static Refusal of(Violation violation) {
    requireNonNull(violation, "violation");
    return new Refusal(ImmutableList.of(violation));
  }

  /**
   * Returns the refusal that some broken rules make, if there are any.
   *
   * @param violations the broken rules
   * @return the refusal; empty for none
   */
  public static Optional<Refusal> ofAny(ImmutableList<Violation> violations) {
    requireNonNull(violations, "violations");
    return violations.isEmpty() ? Optional.empty() : Optional.of(new Refusal(violations));
  }

  /** {@return the code that EC2 answers with} */
  public ErrorCode errorCode() {
    return violations.get(0).rule().errorCode();
  }

  /** {@return what EC2 says, letter by letter where that is known} */
  public String message() {
    return violations.get(0).message();
  }

  /**
   * Tells whether a rule is among those broken.
   *
   * @param rule the rule
   * @return whether the request broke it
   */
  public boolean names(Rule rule) {
    requireNonNull(rule, "rule");
    return violations.stream().anyMatch(violation -> violation.rule().equals(rule));
  }

  /** {@return the refusal as an exception, to be thrown} */
  public RefusedException toException() {
    return new RefusedException(this);
  }

  /** Returns code and message. */
  @Override
  public String toString() {
    return errorCode() + ": " + message();
  }
}

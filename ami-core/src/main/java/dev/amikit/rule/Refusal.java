package dev.amikit.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * That a request is not carried out: an ordinary answer, not a mistake of the program.
 *
 * @param errorCode the code that EC2 answers with
 * @param message what EC2 would say, in one line
 * @param violations every rule that is broken at the stage where EC2 gives up; never empty
 */
public record Refusal(ErrorCode errorCode, String message, ImmutableList<Violation> violations) {
  /**
   * Makes the refusal.
   *
   * @param errorCode the code that EC2 answers with
   * @param message what EC2 would say, in one line
   * @param violations every rule that is broken at the stage where EC2 gives up; at least one
   */
  public Refusal {
    requireNonNull(errorCode, "errorCode");
    requireNonNull(message, "message");
    requireNonNull(violations, "violations");
    requireSome(violations);
  }

  /**
   * Returns the refusal that one broken rule makes.
   *
   * @param violation the broken rule
   * @return the refusal, with the code of the rule and the message of the violation
   */
  public static Refusal of(Violation violation) {
    requireNonNull(violation, "violation");
    return of(ImmutableList.of(violation));
  }

  /**
   * Returns the refusal that some broken rules make.
   *
   * @param violations the broken rules, at least one
   * @return the refusal, with the code of the first rule and the messages of all
   */
  public static Refusal of(ImmutableList<Violation> violations) {
    requireNonNull(violations, "violations");
    requireSome(violations);
    return new Refusal(
        violations.get(0).rule().errorCode(),
        violations.stream().map(Violation::message).collect(joining("; ")),
        violations);
  }

  /**
   * Returns the refusal that some broken rules make, if there are any.
   *
   * @param violations the broken rules
   * @return the refusal, with the code of the first rule and the messages of all; empty for none
   */
  public static Optional<Refusal> ofAny(ImmutableList<Violation> violations) {
    requireNonNull(violations, "violations");
    return violations.isEmpty() ? Optional.empty() : Optional.of(of(violations));
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
    return errorCode + ": " + message;
  }

  private static void requireSome(ImmutableList<Violation> violations) {
    checkArgument(!violations.isEmpty(), "a refusal names a broken rule");
  }
}

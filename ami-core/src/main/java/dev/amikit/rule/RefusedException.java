package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * Something was refused: a request, or a value that must not exist. Whatever the library refuses
 * throws this, with EC2's code and every broken rule; a {@link RuleViolationException} where a
 * value was to be made.
 */
public sealed class RefusedException extends RuntimeException permits RuleViolationException {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  /**
   * Makes the exception of a refusal. Its message is EC2's code and words, then the library's
   * explanation of every broken rule, one a line.
   *
   * @param refusal the refusal
   */
  public RefusedException(Refusal refusal) {
    super(message(requireNonNull(refusal, "refusal")));
    this.refusal = refusal;
  }

  /** {@return what was refused, and why} */
  public final Refusal refusal() {
    return refusal;
  }

  /** {@return the code that EC2 answers with} */
  public final ErrorCode errorCode() {
    return refusal.errorCode();
  }

  /** {@return what EC2 says, letter by letter where that is known} */
  public final String errorMessage() {
    return refusal.message();
  }

  /** {@return every broken rule, in the order in which the rules are asked; never empty} */
  public final ImmutableList<Violation> violations() {
    return refusal.violations();
  }

  private static String message(Refusal refusal) {
    StringBuilder message = new StringBuilder(refusal.toString());
    refusal.violations().forEach(broken -> message.append("\n  - ").append(broken));
    return message.toString();
  }
}

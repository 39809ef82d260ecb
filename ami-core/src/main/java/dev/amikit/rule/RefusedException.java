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
   * Makes the exception of a refusal, with its code and its message.
   *
   * @param refusal the refusal
   */
  public RefusedException(Refusal refusal) {
    this(requireNonNull(refusal, "refusal"), refusal.toString());
  }

  RefusedException(Refusal refusal, String message) {
    super(message);
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

  /** {@return every broken rule, in the order in which the rules are asked; never empty} */
  public final ImmutableList<Violation> violations() {
    return refusal.violations();
  }
}

package dev.amikit.rule;

/**
 * A request was refused, and its caller asked for an exception; carries EC2's code and the rules.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  /**
   * Makes the exception of a refusal.
   *
   * @param refusal the refusal
   */
  public RefusedException(Refusal refusal) {
    super(refusal.toString());
    this.refusal = refusal;
  }

  /** {@return why the request was refused} */
  public Refusal refusal() {
    return refusal;
  }

  /** {@return the code that EC2 answers with} */
  public ErrorCode errorCode() {
    return refusal.errorCode();
  }
}

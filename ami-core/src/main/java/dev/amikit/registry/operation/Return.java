package dev.amikit.registry.operation;

/** What EC2 answers with where it has nothing to tell but that the request succeeded. */
public enum Return {
  /** The request succeeded. */
  TRUE;

  /** Returns {@code true}, as it stands in the answer. */
  @Override
  public String toString() {
    return "true";
  }
}

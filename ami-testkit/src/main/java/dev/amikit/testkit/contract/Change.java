package dev.amikit.testkit.contract;

import static java.util.Objects.requireNonNull;

/**
 * A value that differs from another in one member.
 *
 * @param <T> the type of the value
 * @param kind how it differs
 * @param member the member
 * @param value the value
 */
public record Change<T>(Kind kind, String member, T value) {
  /** How a value differs from another in a member. */
  public enum Kind {
    /** The member is another one. */
    ANOTHER,
    /** The member is not told. */
    UNTOLD,
    /** The member is told, and empty. */
    EMPTY,
    /** The member is a word that nobody knows yet. */
    UNKNOWN_WORD
  }

  /**
   * Refuses null.
   *
   * @param kind how it differs
   * @param member the member
   * @param value the value
   */
  public Change {
    requireNonNull(kind, "kind");
    requireNonNull(member, "member");
    requireNonNull(value, "value");
  }

  /** Returns the member, and how it differs. */
  @Override
  public String toString() {
    return switch (kind) {
      case ANOTHER -> "another " + member;
      case UNTOLD -> "no " + member + " told";
      case EMPTY -> "an empty " + member;
      case UNKNOWN_WORD -> "an unknown word as " + member;
    };
  }
}

package dev.amikit.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.errorprone.annotations.Immutable;

/**
 * The lasting name of a rule: what it is about, a dot, and what it says, such as
 * {@code ami.windows-requires-ebs-root}.
 *
 * @param value lower-case letters, digits, hyphens and one dot
 */
@Immutable
public record RuleId(String value) implements Comparable<RuleId> {
  private static final CharMatcher LEGAL =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("-."));

  /**
   * Checks the form.
   *
   * @param value lower-case letters, digits, hyphens and one dot
   */
  public RuleId {
    requireNonNull(value, "value");
    checkArgument(
        LEGAL.matchesAllOf(value) && CharMatcher.is('.').countIn(value) == 1,
        "a rule ID is lower-case words around one dot, but was: %s",
        value);
  }

  @Override
  public int compareTo(RuleId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof RuleId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}

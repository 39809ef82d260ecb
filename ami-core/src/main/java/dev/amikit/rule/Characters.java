package dev.amikit.rule;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The characters of a text, such as a tag or a description. EC2 answers in XML, so no text has a
 * character that XML 1.0 cannot carry: no half of a surrogate pair, and no control character but
 * tab, line feed and carriage return.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, Characters</a>
 */
public final class Characters {
  /** A text has only characters that XML can carry. */
  public static final Rule LEGAL = Rule.rule(
          "text.characters",
          "a text has only characters that XML 1.0 can carry",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "XML 1.0, Characters; inferred: EC2 could not answer with any other",
          "TAG-04",
          "NAME-07")
      .saying(own("Value ({value}) for parameter {parameter} is invalid."
          + " It contains a character that is not allowed."));

  private Characters() {}

  /**
   * Tells whether a text has only characters that XML 1.0 can carry.
   *
   * @param text the text
   * @return whether it has no other
   */
  public static boolean areLegal(String text) {
    requireNonNull(text, "text");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= Character.MIN_SURROGATE) {
        return text.codePoints().allMatch(Characters::isLegal);
      }
    }
    return true;
  }

  /**
   * Returns how a text breaks the rule; what is illegal in it is shown as the Unicode escape of a
   * Java program, such as {@code \}{@code u0000}.
   *
   * @param path where the text stands
   * @param text the text
   * @return the violation; empty if the text is legal
   */
  public static Optional<Violation> malformed(String path, String text) {
    return malformed(LEGAL, path, text);
  }

  /**
   * Returns how a text breaks a rule that asks the same in other words, or with another code.
   *
   * @param rule the rule
   * @param path where the text stands
   * @param text the text
   * @return the violation; empty if the text is legal
   */
  public static Optional<Violation> malformed(Rule rule, String path, String text) {
    requireNonNull(rule, "rule");
    requireNonNull(path, "path");
    return areLegal(text) ? Optional.empty() : Optional.of(rule.brokenBy(path, escaped(text)));
  }

  /**
   * Returns the text, if it is legal.
   *
   * @param path where the text stands
   * @param text the text
   * @return the text itself
   * @throws RuleViolationException by {@code text.characters}, if it is not
   */
  public static String checked(String path, String text) {
    requireNonNull(path, "path");
    if (!areLegal(text)) {
      throw LEGAL.refuse(path, escaped(text));
    }
    return text;
  }

  private static boolean isLegal(int c) {
    return c >= ' ' && c < Character.MIN_SURROGATE
        || c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (isLegal(c)) {
        escaped.appendCodePoint(c);
      } else {
        escaped.append("\\u%04X".formatted(c));
      }
    });
    return escaped.toString();
  }
}

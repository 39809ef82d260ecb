package dev.amikit.tag;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_TAG_KEY_MALFORMED;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Characters;
import dev.amikit.rule.Rule;

/**
 * A tag: a key and a value, both case-sensitive.
 *
 * @param key 1 to 128 characters (Unicode code points); {@code aws:} begins those of AWS
 * @param value 0 to 256 characters; absence of a value is the empty text
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html">Tag your
 *     Amazon EC2 resources</a>
 */
public record Tag(String key, String value) {
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final String RESERVED = "aws:";

  /** A key has at least one character. */
  public static final Rule KEY_NOT_EMPTY = Rule.rule(
          "tag.key-not-empty",
          "a tag key has at least one character",
          INVALID_TAG_KEY_MALFORMED,
          "EC2 User Guide, Tag your resources; error codes",
          "TAG-02")
      .saying(own("Tag key must have a value"));

  /** A key has at most 128 characters. */
  public static final Rule KEY_LENGTH = Rule.rule(
          "tag.key-length",
          "a tag key has at most 128 characters",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Tag your resources",
          "TAG-02")
      .saying(own("Tag key exceeds the maximum length of 128 characters"));

  /** A value has at most 256 characters. */
  public static final Rule VALUE_LENGTH = Rule.rule(
          "tag.value-length",
          "a tag value has at most 256 characters",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Tag your resources",
          "TAG-03")
      .saying(quoted("Tag value exceeds the maximum length of 256 characters"));

  /**
   * Checks lengths and characters.
   *
   * @param key 1 to 128 characters (Unicode code points); {@code aws:} begins those of AWS
   * @param value 0 to 256 characters; absence of a value is the empty text
   * @throws dev.amikit.rule.RuleViolationException by {@code tag.key-not-empty},
   *     {@code tag.key-length}, {@code tag.value-length} or {@code text.characters}
   */
  public Tag {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    if (key.isEmpty()) {
      throw KEY_NOT_EMPTY.refuse("key", key);
    }
    if (isLonger(key, LONGEST_KEY)) {
      throw KEY_LENGTH.refuse("key", key);
    }
    if (isLonger(value, LONGEST_VALUE)) {
      throw VALUE_LENGTH.refuse("value", value);
    }
    Characters.checked("key", key);
    Characters.checked("value", value);
  }

  /**
   * Returns a tag.
   *
   * @param key the key
   * @param value the value
   * @return the tag
   */
  public static Tag of(String key, String value) {
    return new Tag(key, value);
  }

  /**
   * Tells whether the tag is one of AWS's own, which accounts can neither set nor remove.
   *
   * @return whether the key begins with {@code aws:}
   */
  public boolean isReserved() {
    return isReserved(key);
  }

  /**
   * Tells whether a key is one of AWS's own.
   *
   * @param key the key
   * @return whether it begins with {@code aws:}
   */
  public static boolean isReserved(String key) {
    requireNonNull(key, "key");
    return key.startsWith(RESERVED);
  }

  /** Returns key and value, joined by {@code =}. */
  @Override
  public String toString() {
    return key + "=" + value;
  }

  private static boolean isLonger(String text, int most) {
    return text.length() > most && text.codePointCount(0, text.length()) > most;
  }
}

package dev.amikit.image;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The name of an image. Names that exist are taken as they are; a name that is to be given must be
 * {@linkplain #isRegistrable() registrable}.
 *
 * @param value the name
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html">RegisterImage,
 *     Name</a>
 */
public record ImageName(String value) implements Comparable<ImageName> {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 128;
  private static final CharMatcher LEGAL = CharMatcher.inRange('a', 'z')
      .or(CharMatcher.inRange('A', 'Z'))
      .or(CharMatcher.inRange('0', '9'))
      .or(CharMatcher.anyOf(" ()[]./-'@_"));

  /** What a name must be to be given to an image. */
  public static final Rule REGISTRABLE = Rule.rule(
          "image-name.registrable",
          "a name to be given has 3 to 128 characters out of letters, digits, space and ( )"
              + " [ ] . / - ' @ _",
          ErrorCode.INVALID_AMI_NAME_MALFORMED,
          "API reference, RegisterImage, Name",
          "COM-04",
          "NAME-01",
          "NAME-02")
      .saying(recorded("AMI names must be between 3 and 128 characters long, and may contain"
          + " letters, numbers, '(', ')', '.', '-', '/' and '_'"));

  /**
   * Refuses null.
   *
   * @param value the name
   */
  public ImageName {
    requireNonNull(value, "value");
  }

  /**
   * Returns the name that a text spells.
   *
   * @param value any text
   * @return the name
   */
  public static ImageName of(String value) {
    return new ImageName(value);
  }

  /** {@return whether an image could be given this name today} */
  public boolean isRegistrable() {
    return hasForm(value);
  }

  static boolean hasForm(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST && LEGAL.matchesAllOf(text);
  }

  @Override
  public int compareTo(ImageName other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the text of the name. */
  @Override
  public String toString() {
    return value;
  }
}

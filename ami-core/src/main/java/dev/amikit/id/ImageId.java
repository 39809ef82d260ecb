package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.MessageTemplate.tested;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/**
 * The ID of an image, such as {@code ami-0abcdef1234567890}: {@code ami-} (a machine image),
 * {@code aki-} (a kernel) or {@code ari-} (a RAM disk), and 8 digits (old) or 17, hexadecimal and
 * in lower case, and not 17 zeros. IDs carry neither time nor order; they compare as text.
 *
 * @param value the text of the ID
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public record ImageId(String value) implements ResourceId, ImageReference, Comparable<ImageId> {
  private static final String MACHINE = "ami-";
  private static final String KERNEL = "aki-";
  private static final String RAM_DISK = "ari-";

  private static final MessageTemplate NO_PREFIX =
      tested("Invalid id: \"{value}\" (expecting \"ami-...\")");

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "image-id.format",
          "an image ID is ami-, aki- or ari- and 8 or 17 lower-case hexadecimal digits",
          ErrorCode.INVALID_AMI_ID_MALFORMED,
          "EC2 User Guide, Resource IDs; error codes",
          "COM-02",
          "ID-01",
          "ID-03",
          "ID-08",
          "ACCT-06",
          "IMG-01")
      .saying(recorded("Invalid id: \"{value}\""), NO_PREFIX);

  /**
   * Checks the form.
   *
   * @param value the text of the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format}
   */
  public ImageId {
    requireNonNull(value, "value");
    if (!hasForm(value)) {
      Violation malformed = FORMAT.brokenBy("", value).hinting(HexId.hint(value));
      throw (hasPrefix(value) ? malformed : malformed.saying(NO_PREFIX)).toException();
    }
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format}
   */
  public static ImageId of(String value) {
    requireNonNull(value, "value");
    return new ImageId(value);
  }

  /**
   * Tells whether a text is the ID of an image, a kernel or a RAM disk.
   *
   * @param text any text
   * @return whether it has the form of one
   */
  public static boolean hasForm(String text) {
    requireNonNull(text, "text");
    return (HexId.hasForm(text, MACHINE)
            || HexId.hasForm(text, KERNEL)
            || HexId.hasForm(text, RAM_DISK))
        && !HexId.isZero(text);
  }

  private static boolean hasPrefix(String text) {
    return text.startsWith(MACHINE) || text.startsWith(KERNEL) || text.startsWith(RAM_DISK);
  }

  /** Returns {@code image}. */
  @Override
  public String resourceType() {
    return "image";
  }

  @Override
  public int compareTo(ImageId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the text of the ID. */
  @Override
  public String toString() {
    return value;
  }
}

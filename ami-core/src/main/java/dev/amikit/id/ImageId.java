package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.MessageTemplate.tested;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * The ID of an image, such as {@code ami-0abcdef1234567890}: {@code ami-} (a machine image),
 * {@code aki-} (a kernel) or {@code ari-} (a RAM disk), and 8 digits (old) or 17, hexadecimal and
 * in lower case, and not 17 zeros. IDs carry neither time nor order; they compare as text.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public final class ImageId extends HexId<ImageId> implements ResourceId, ImageReference {
  /** Of kernels, machine images and RAM disks: in the order of their texts. */
  private static final ImmutableList<String> PREFIXES = ImmutableList.of("aki-", "ami-", "ari-");

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

  private ImageId(String value, int rank) {
    super(value, PREFIXES.get(rank), rank);
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
    int rank = rank(value);
    ImageId id = new ImageId(value, rank);
    if (!id.hasFormAndIsNotZero()) {
      Violation malformed = FORMAT.brokenBy("", value).hinting(HexId.hint(value));
      throw (value.startsWith(PREFIXES.get(rank)) ? malformed : malformed.saying(NO_PREFIX))
          .toException();
    }
    return id;
  }

  /**
   * Returns the ID that a text spells, if it spells one.
   *
   * @param text any text
   * @return the ID; empty if the text has not the form of one
   */
  public static Optional<ImageId> tryParse(String text) {
    requireNonNull(text, "text");
    ImageId id = new ImageId(text, rank(text));
    return id.hasFormAndIsNotZero() ? Optional.of(id) : Optional.empty();
  }

  /**
   * Tells whether a text is the ID of an image, a kernel or a RAM disk.
   *
   * @param text any text
   * @return whether it has the form of one
   */
  public static boolean hasForm(String text) {
    requireNonNull(text, "text");
    return tryParse(text).isPresent();
  }

  private static int rank(String text) {
    return text.startsWith("ak") ? 0 : text.startsWith("ar") ? 2 : 1;
  }

  /** Returns {@code image}. */
  @Override
  public String resourceType() {
    return "image";
  }

  /** {@return what the ID begins with: {@code ami-}, {@code aki-} or {@code ari-}} */
  @Override
  public String prefix() {
    return PREFIXES.get(rank());
  }
}

package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/**
 * The ID of a RAM disk image, such as {@code ari-4538dd2c}: {@code ari-} and 8 digits (old) or 17,
 * hexadecimal and in lower case. IDs carry neither time nor order; they compare as text.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public final class RamdiskId extends HexId<RamdiskId> {
  private static final String PREFIX = "ari-";

  private static final MessageTemplate NO_PREFIX =
      own("Invalid id: \"{value}\" (expecting \"ari-...\")");

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "ramdisk-id.format",
          "a RAM disk ID is ari- and 8 or 17 lower-case hexadecimal digits",
          ErrorCode.INVALID_RAM_DISK_ID_MALFORMED,
          "EC2 User Guide, Resource IDs; error codes",
          "ID-01",
          "ID-03",
          "ID-12",
          "IMG-16")
      .saying(own("Invalid id: \"{value}\""), NO_PREFIX);

  private RamdiskId(String value) {
    super(value, PREFIX);
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code ramdisk-id.format}
   */
  public static RamdiskId of(String value) {
    requireNonNull(value, "value");
    RamdiskId id = new RamdiskId(value);
    if (!id.hasForm()) {
      Violation malformed = FORMAT.brokenBy("", value);
      throw (value.startsWith(PREFIX) ? malformed : malformed.saying(NO_PREFIX)).toException();
    }
    return id;
  }

  @Override
  String prefix() {
    return PREFIX;
  }
}

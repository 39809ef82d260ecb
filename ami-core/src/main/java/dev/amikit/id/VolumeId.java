package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * The ID of a volume, such as {@code vol-0abcdef1234567890}: {@code vol-} and 1 to 17 hexadecimal
 * digits in lower case. Volumes have 8 or 17 digits; a snapshot that was copied names a stand-in
 * instead, such as {@code vol-ffff}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html">Snapshot,
 *     VolumeId</a>
 */
public final class VolumeId extends HexId<VolumeId> implements ResourceId {
  private static final String PREFIX = "vol-";

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "volume-id.format",
          "a volume ID is vol- and 1 to 17 lower-case hexadecimal digits",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, Snapshot, VolumeId",
          "ID-01",
          "ID-03",
          "ID-06",
          "SNAP-05")
      .saying(quoted("Value ({value}) for parameter {parameter} is invalid. Expected: 'vol-...'."));

  /** What EC2 shows as the volume of a snapshot that was made by copying. */
  public static final VolumeId OF_COPIES = new VolumeId("vol-ffffffff");

  private VolumeId(String value) {
    super(value, PREFIX);
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code volume-id.format}
   */
  public static VolumeId of(String value) {
    requireNonNull(value, "value");
    VolumeId id = new VolumeId(value);
    if (id.digits() == 0) {
      throw FORMAT.refuse("", value);
    }
    return id;
  }

  /**
   * Returns the ID that a text spells, if it spells one.
   *
   * @param text any text
   * @return the ID; empty if the text has not the form of one
   */
  public static Optional<VolumeId> tryParse(String text) {
    requireNonNull(text, "text");
    VolumeId id = new VolumeId(text);
    return id.digits() != 0 ? Optional.of(id) : Optional.empty();
  }

  /** Returns {@code volume}. */
  @Override
  public String resourceType() {
    return "volume";
  }

  @Override
  String prefix() {
    return PREFIX;
  }
}

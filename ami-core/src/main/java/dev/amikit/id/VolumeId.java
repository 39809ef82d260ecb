package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The ID of a volume, such as {@code vol-0abcdef1234567890}: {@code vol-} and 1 to 17 hexadecimal
 * digits in lower case. Volumes have 8 or 17 digits; a snapshot that was copied names a stand-in
 * instead, such as {@code vol-ffff}.
 *
 * @param value the text of the ID
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html">Snapshot,
 *     VolumeId</a>
 */
public record VolumeId(String value) implements ResourceId, Comparable<VolumeId> {
  private static final String PREFIX = "vol-";
  private static final int MOST_DIGITS = 17;

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

  /**
   * Checks the form.
   *
   * @param value the text of the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code volume-id.format}
   */
  public VolumeId {
    requireNonNull(value, "value");
    int digits = value.length() - PREFIX.length();
    if (digits < 1
        || digits > MOST_DIGITS
        || !value.startsWith(PREFIX)
        || !HexId.isHex(value, PREFIX.length())) {
      throw FORMAT.refuse("", value);
    }
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
    return new VolumeId(value);
  }

  /** Returns {@code volume}. */
  @Override
  public String resourceType() {
    return "volume";
  }

  @Override
  public int compareTo(VolumeId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof VolumeId that && value.equals(that.value);
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

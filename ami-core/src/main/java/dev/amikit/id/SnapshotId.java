package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The ID of a snapshot, such as {@code snap-0abcdef1234567890}: {@code snap-} and 8 digits (old) or
 * 17, hexadecimal and in lower case, and not 17 zeros. IDs carry neither time nor order; they
 * compare as text.
 *
 * @param value the text of the ID
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public record SnapshotId(String value) implements ResourceId, Comparable<SnapshotId> {
  private static final String PREFIX = "snap-";

  /** A snapshot ID is known by its prefix; EC2 answers otherwise with a code of its own. */
  public static final Rule KIND = Rule.rule(
          "snapshot-id.kind",
          "a snapshot ID begins with snap-",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: recorded answers of DescribeSnapshots and its sisters, September 2026",
          "ID-11")
      .saying(
          recorded("Value ({value}) for parameter snapshotId is invalid. Expected: 'snap-...'."));

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "snapshot-id.format",
          "a snapshot ID is snap- and 8 or 17 lower-case hexadecimal digits",
          ErrorCode.INVALID_SNAPSHOT_ID_MALFORMED,
          "EC2 User Guide, Resource IDs; error codes",
          "ID-01",
          "ID-03",
          "ID-11",
          "SQRY-03")
      .saying(quoted("Value ( {value} ) for parameter SNAPSHOT is invalid. "));

  /**
   * Checks the form.
   *
   * @param value the text of the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
   *     {@code snapshot-id.format}
   */
  public SnapshotId {
    requireNonNull(value, "value");
    if (!hasForm(value)) {
      throw (value.startsWith(PREFIX) ? FORMAT : KIND)
          .brokenBy("", value)
          .hinting(HexId.hint(value))
          .toException();
    }
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
   *     {@code snapshot-id.format}
   */
  public static SnapshotId of(String value) {
    requireNonNull(value, "value");
    return new SnapshotId(value);
  }

  /**
   * Tells whether a text is the ID of a snapshot.
   *
   * @param text any text
   * @return whether it has the form of one
   */
  public static boolean hasForm(String text) {
    requireNonNull(text, "text");
    return HexId.hasForm(text, PREFIX) && !HexId.isZero(text);
  }

  /** Returns {@code snapshot}. */
  @Override
  public String resourceType() {
    return "snapshot";
  }

  @Override
  public int compareTo(SnapshotId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SnapshotId that && value.equals(that.value);
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

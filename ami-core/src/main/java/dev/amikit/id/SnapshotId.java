package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * The ID of a snapshot, such as {@code snap-0abcdef1234567890}: {@code snap-} and 8 digits (old) or
 * 17, hexadecimal and in lower case, and not 17 zeros. IDs carry neither time nor order; they
 * compare as text.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public final class SnapshotId extends HexId<SnapshotId> implements ResourceId {
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

  private SnapshotId(String value) {
    super(value, PREFIX);
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
    SnapshotId id = new SnapshotId(value);
    if (!id.hasFormAndIsNotZero()) {
      throw (value.startsWith(PREFIX) ? FORMAT : KIND)
          .brokenBy("", value)
          .hinting(HexId.hint(value))
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
  public static Optional<SnapshotId> tryParse(String text) {
    requireNonNull(text, "text");
    SnapshotId id = new SnapshotId(text);
    return id.hasFormAndIsNotZero() ? Optional.of(id) : Optional.empty();
  }

  /**
   * Tells whether a text is the ID of a snapshot.
   *
   * @param text any text
   * @return whether it has the form of one
   */
  public static boolean hasForm(String text) {
    requireNonNull(text, "text");
    return tryParse(text).isPresent();
  }

  /** Returns {@code snapshot}. */
  @Override
  public String resourceType() {
    return "snapshot";
  }

  @Override
  String prefix() {
    return PREFIX;
  }
}

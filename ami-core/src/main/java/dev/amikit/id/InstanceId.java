package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/**
 * The ID of an instance, such as {@code i-0abcdef1234567890}: {@code i-} and 8 digits (old) or 17,
 * hexadecimal and in lower case. IDs carry neither time nor order; they compare as text.
 *
 * @param value the text of the ID
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public record InstanceId(String value) implements ResourceId, Comparable<InstanceId> {
  private static final String PREFIX = "i-";

  private static final MessageTemplate NO_PREFIX =
      quoted("Invalid id: \"{value}\" (expecting \"i-...\")");

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "instance-id.format",
          "an instance ID is i- and 8 or 17 lower-case hexadecimal digits",
          ErrorCode.INVALID_INSTANCE_ID_MALFORMED,
          "EC2 User Guide, Resource IDs; error codes",
          "ID-01",
          "ID-03",
          "IMG-32")
      .saying(own("Invalid id: \"{value}\""), NO_PREFIX);

  /**
   * Checks the form.
   *
   * @param value the text of the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code instance-id.format}
   */
  public InstanceId {
    requireNonNull(value, "value");
    if (!HexId.hasForm(value, PREFIX)) {
      Violation malformed = FORMAT.brokenBy("", value);
      throw (value.startsWith(PREFIX) ? malformed : malformed.saying(NO_PREFIX)).toException();
    }
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code instance-id.format}
   */
  public static InstanceId of(String value) {
    requireNonNull(value, "value");
    return new InstanceId(value);
  }

  /** Returns {@code instance}. */
  @Override
  public String resourceType() {
    return "instance";
  }

  @Override
  public int compareTo(InstanceId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof InstanceId that && value.equals(that.value);
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

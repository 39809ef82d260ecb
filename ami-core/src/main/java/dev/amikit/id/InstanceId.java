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
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public final class InstanceId extends HexId<InstanceId> implements ResourceId {
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

  private InstanceId(String value) {
    super(value, PREFIX);
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
    InstanceId id = new InstanceId(value);
    if (!id.hasForm()) {
      Violation malformed = FORMAT.brokenBy("", value);
      throw (value.startsWith(PREFIX) ? malformed : malformed.saying(NO_PREFIX)).toException();
    }
    return id;
  }

  /** Returns {@code instance}. */
  @Override
  public String resourceType() {
    return "instance";
  }

  @Override
  String prefix() {
    return PREFIX;
  }
}

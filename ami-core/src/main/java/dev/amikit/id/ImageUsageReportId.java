package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The ID of a report on the usage of an image, such as {@code amiur-0abcdef1234567890}:
 * {@code amiur-} and 8 or 17 hexadecimal digits in lower case. IDs carry neither time nor order;
 * they compare as text.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/your-ec2-ami-usage.html">View
 *     your AMI usage</a>
 */
public final class ImageUsageReportId extends HexId<ImageUsageReportId> implements ResourceId {
  private static final String PREFIX = "amiur-";

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "image-usage-report-id.format",
          "the ID of an image usage report is amiur- and 8 or 17 lower-case hexadecimal digits",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, View your AMI usage",
          "USE-01",
          "REF-07")
      .saying(own("Value ({value}) for parameter reportId is invalid. Expected: 'amiur-...'."));

  private ImageUsageReportId(String value) {
    super(value, PREFIX);
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code image-usage-report-id.format}
   */
  public static ImageUsageReportId of(String value) {
    requireNonNull(value, "value");
    ImageUsageReportId id = new ImageUsageReportId(value);
    if (!id.hasForm()) {
      throw FORMAT.refuse("", value);
    }
    return id;
  }

  /** Returns {@code image-usage-report}. */
  @Override
  public String resourceType() {
    return "image-usage-report";
  }

  @Override
  String prefix() {
    return PREFIX;
  }
}

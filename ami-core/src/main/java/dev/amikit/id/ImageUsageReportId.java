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
 * @param value the text of the ID
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/your-ec2-ami-usage.html">View
 *     your AMI usage</a>
 */
public record ImageUsageReportId(String value)
    implements ResourceId, Comparable<ImageUsageReportId> {
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

  /**
   * Checks the form.
   *
   * @param value the text of the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code image-usage-report-id.format}
   */
  public ImageUsageReportId {
    requireNonNull(value, "value");
    if (!HexId.hasForm(value, PREFIX)) {
      throw FORMAT.refuse("", value);
    }
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
    return new ImageUsageReportId(value);
  }

  /** Returns {@code image-usage-report}. */
  @Override
  public String resourceType() {
    return "image-usage-report";
  }

  @Override
  public int compareTo(ImageUsageReportId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageUsageReportId that && value.equals(that.value);
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

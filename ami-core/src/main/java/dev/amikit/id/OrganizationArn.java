package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.regex.Pattern;

/**
 * The ARN of an organization in AWS Organizations, such as
 * {@code arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5}: the management account,
 * and {@code o-} with 10 to 32 lower-case letters or digits.
 *
 * @param value the text of the ARN
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/share-amis-with-organizations-and-OUs.html">Share
 *     an AMI with organizations and OUs</a>
 */
public record OrganizationArn(String value) {
  private static final Pattern FORM =
      Pattern.compile("arn:aws[a-z-]*:organizations::\\d{12}:organization/o-[a-z0-9]{10,32}");

  /** The form of the ARN. */
  public static final Rule FORMAT = Rule.rule(
          "organization-arn.format",
          "an organization is named"
              + " arn:PARTITION:organizations::MANAGEMENT-ACCOUNT:organization/o-ID",
          ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE,
          "EC2 User Guide, Share an AMI with organizations and OUs",
          "PERM-07")
      .saying(own("Invalid attribute item value \"{value} \" for organizationArn item type."));

  /**
   * Checks the form.
   *
   * @param value the text of the ARN
   * @throws dev.amikit.rule.RuleViolationException by {@code organization-arn.format}
   */
  public OrganizationArn {
    requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw FORMAT.refuse("", value);
    }
  }

  /**
   * Returns the ARN that a text spells.
   *
   * @param value the text
   * @return the ARN
   * @throws dev.amikit.rule.RuleViolationException by {@code organization-arn.format}
   */
  public static OrganizationArn of(String value) {
    requireNonNull(value, "value");
    return new OrganizationArn(value);
  }

  /**
   * Returns the ID of the organization.
   *
   * @return the ID, such as {@code o-a1b2c3d4e5}
   */
  public String organizationId() {
    return value.substring(value.indexOf('/') + 1);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof OrganizationArn that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the text of the ARN. */
  @Override
  public String toString() {
    return value;
  }
}

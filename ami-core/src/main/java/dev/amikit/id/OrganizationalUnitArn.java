package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.regex.Pattern;

/**
 * The ARN of an organizational unit in AWS Organizations, such as
 * {@code arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56}. The root of an
 * organization is none.
 *
 * @param value the text of the ARN
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/share-amis-with-organizations-and-OUs.html">Share
 *     an AMI with organizations and OUs</a>
 */
public record OrganizationalUnitArn(String value) {
  private static final Pattern FORM = Pattern.compile(
      "arn:aws[a-z-]*:organizations::\\d{12}:ou/o-[a-z0-9]{10,32}/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}");

  /** The form of the ARN. */
  public static final Rule FORMAT = Rule.rule(
          "organizational-unit-arn.format",
          "an OU is named arn:PARTITION:organizations::MANAGEMENT-ACCOUNT:ou/o-ID/ou-ID",
          ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE,
          "EC2 User Guide, Share an AMI with organizations and OUs",
          "PERM-08")
      .saying(
          own("Invalid attribute item value \"{value} \" for organizationalUnitArn item type."));

  /**
   * Checks the form.
   *
   * @param value the text of the ARN
   * @throws dev.amikit.rule.RuleViolationException by {@code organizational-unit-arn.format}
   */
  public OrganizationalUnitArn {
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
   * @throws dev.amikit.rule.RuleViolationException by {@code organizational-unit-arn.format}
   */
  public static OrganizationalUnitArn of(String value) {
    requireNonNull(value, "value");
    return new OrganizationalUnitArn(value);
  }

  /**
   * Returns the ID of the unit.
   *
   * @return the ID, such as {@code ou-ab12-cd34ef56}
   */
  public String organizationalUnitId() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /**
   * Returns the ID of the organization that the unit is part of.
   *
   * @return the ID, such as {@code o-a1b2c3d4e5}
   */
  public String organizationId() {
    return value.substring(value.indexOf('/') + 1, value.lastIndexOf('/'));
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof OrganizationalUnitArn that && value.equals(that.value);
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

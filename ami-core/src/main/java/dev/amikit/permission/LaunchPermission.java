package dev.amikit.permission;

import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * A right to launch an image, given to exactly one of: an account, everyone, an organization, an
 * organizational unit.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchPermission.html">LaunchPermission</a>
 */
public sealed interface LaunchPermission {
  /** The only group of permissions is {@code all}. */
  Rule GROUP_IS_ALL = Rule.rule(
          "permission.group-is-all",
          "the group of a permission is all",
          ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE,
          "API reference, PermissionGroup",
          "PERM-06",
          "ATTR-08",
          "SPERM-01",
          "SHR-03")
      .saying(
          quoted("Invalid attribute item value \"{value}\" for UserGroup item type."),
          Everyone.OF_SNAPSHOT_PERMISSION);

  /**
   * The right of one account.
   *
   * @param userId the account
   */
  record ToAccount(AccountId userId) implements LaunchPermission {
    /**
     * Refuses null.
     *
     * @param userId the account
     */
    public ToAccount {
      requireNonNull(userId, "userId");
    }

    @Override
    public String toString() {
      return userId.toString();
    }
  }

  /** The right of every account; the image is public. */
  record ToEveryone() implements LaunchPermission {
    @Override
    public String toString() {
      return "all";
    }
  }

  /**
   * The right of every account of an organization.
   *
   * @param organizationArn the organization
   */
  record ToOrganization(OrganizationArn organizationArn) implements LaunchPermission {
    /**
     * Refuses null.
     *
     * @param organizationArn the organization
     */
    public ToOrganization {
      requireNonNull(organizationArn, "organizationArn");
    }

    @Override
    public String toString() {
      return organizationArn.toString();
    }
  }

  /**
   * The right of every account in an organizational unit and in the units below it.
   *
   * @param organizationalUnitArn the unit
   */
  record ToOrganizationalUnit(OrganizationalUnitArn organizationalUnitArn)
      implements LaunchPermission {
    /**
     * Refuses null.
     *
     * @param organizationalUnitArn the unit
     */
    public ToOrganizationalUnit {
      requireNonNull(organizationalUnitArn, "organizationalUnitArn");
    }

    @Override
    public String toString() {
      return organizationalUnitArn.toString();
    }
  }

  /**
   * Tells whether the permission reaches the accounts in a place of an organization through that
   * organization.
   *
   * @param place the place
   * @return whether it is given to the organization, or to a unit around the place
   */
  default boolean reaches(OrganizationPath place) {
    requireNonNull(place, "place");
    if (this instanceof ToOrganization to) {
      return to.organizationArn().equals(place.organization());
    }
    return this instanceof ToOrganizationalUnit to
        && place.units().contains(to.organizationalUnitArn());
  }

  /**
   * Returns the right of an account.
   *
   * @param userId the account
   * @return the permission
   */
  static LaunchPermission userId(AccountId userId) {
    requireNonNull(userId, "userId");
    return new ToAccount(userId);
  }

  /**
   * Returns the right of an account.
   *
   * @param userId the ID of the account, 12 digits
   * @return the permission
   * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
   */
  static LaunchPermission userId(String userId) {
    requireNonNull(userId, "userId");
    return userId(AccountId.of(userId));
  }

  /** {@return the right of every account, EC2's group {@code all}} */
  static LaunchPermission everyone() {
    return Everyone.MAY_LAUNCH;
  }

  /**
   * Returns the right of a group.
   *
   * @param group the group; {@code all} is the only one
   * @return the permission
   * @throws dev.amikit.rule.RuleViolationException by {@code permission.group-is-all}
   */
  static LaunchPermission group(String group) {
    requireNonNull(group, "group");
    Everyone.check(group);
    return everyone();
  }

  /**
   * Returns the right of an organization.
   *
   * @param arn the organization
   * @return the permission
   */
  static LaunchPermission organization(OrganizationArn arn) {
    requireNonNull(arn, "arn");
    return new ToOrganization(arn);
  }

  /**
   * Returns the right of an organizational unit.
   *
   * @param arn the unit
   * @return the permission
   */
  static LaunchPermission organizationalUnit(OrganizationalUnitArn arn) {
    requireNonNull(arn, "arn");
    return new ToOrganizationalUnit(arn);
  }

  /** {@return whether this makes an image public} */
  default boolean isToEveryone() {
    return this instanceof ToEveryone;
  }
}

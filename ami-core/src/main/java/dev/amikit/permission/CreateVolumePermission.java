package dev.amikit.permission;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;

/**
 * A right to make volumes and copies of a snapshot, given to an account or to everyone; snapshots
 * know no organizations.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolumePermission.html">CreateVolumePermission</a>
 */
public sealed interface CreateVolumePermission {
  /**
   * The right of one account.
   *
   * @param userId the account
   */
  record ToAccount(AccountId userId) implements CreateVolumePermission {
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

  /** The right of every account; the snapshot is public. */
  record ToEveryone() implements CreateVolumePermission {
    @Override
    public String toString() {
      return Everyone.ALL;
    }
  }

  /**
   * Returns the right of an account.
   *
   * @param userId the account
   * @return the permission
   */
  static CreateVolumePermission userId(AccountId userId) {
    return new ToAccount(userId);
  }

  /**
   * Returns the right of an account.
   *
   * @param userId the ID of the account, 12 digits
   * @return the permission
   * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
   */
  static CreateVolumePermission userId(String userId) {
    requireNonNull(userId, "userId");
    if (!AccountId.hasForm(userId)) {
      throw refused(
          AccountId.FORMAT.brokenBy("userId", userId).saying(AccountId.OF_SNAPSHOT_PERMISSION));
    }
    return userId(AccountId.of(userId));
  }

  /** {@return the right of every account, EC2's group {@code all}} */
  static CreateVolumePermission everyone() {
    return Everyone.MAY_CREATE_VOLUMES;
  }

  /**
   * Returns the right of a group.
   *
   * @param group the group; {@code all} is the only one
   * @return the permission
   * @throws dev.amikit.rule.RuleViolationException by {@code permission.group-is-all}
   */
  static CreateVolumePermission group(String group) {
    requireNonNull(group, "group");
    if (!group.equals(Everyone.ALL)) {
      throw refused(LaunchPermission.GROUP_IS_ALL
          .brokenBy("group", group)
          .saying(Everyone.OF_SNAPSHOT_PERMISSION));
    }
    return everyone();
  }

  private static RuleViolationException refused(Violation violation) {
    return new RuleViolationException(ImmutableList.of(violation));
  }

  /** {@return whether this makes a snapshot public} */
  default boolean isToEveryone() {
    return this instanceof ToEveryone;
  }
}

package dev.amikit.permission;

import static dev.amikit.rule.MessageTemplate.recorded;

import dev.amikit.rule.MessageTemplate;

/** The group {@code all}, the only one that permissions know. */
final class Everyone {
  static final String ALL = "all";

  /** What EC2 says of a group in the permissions of a snapshot. */
  static final MessageTemplate OF_SNAPSHOT_PERMISSION = recorded("UserGroup {value}");

  static final LaunchPermission MAY_LAUNCH = new LaunchPermission.ToEveryone();
  static final CreateVolumePermission MAY_CREATE_VOLUMES = new CreateVolumePermission.ToEveryone();

  private Everyone() {}

  static void check(String group) {
    if (!group.equals(ALL)) {
      throw LaunchPermission.GROUP_IS_ALL.refuse("group", group);
    }
  }
}

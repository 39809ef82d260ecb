package dev.amikit.permission;

/** The group {@code all}, the only one that permissions know. */
final class Everyone {
  static final String ALL = "all";
  static final LaunchPermission MAY_LAUNCH = new LaunchPermission.ToEveryone();
  static final CreateVolumePermission MAY_CREATE_VOLUMES = new CreateVolumePermission.ToEveryone();

  private Everyone() {}

  static void check(String group) {
    if (!group.equals(ALL)) {
      throw LaunchPermission.GROUP_IS_ALL.refuse("group", group);
    }
  }
}

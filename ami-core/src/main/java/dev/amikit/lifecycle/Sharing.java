package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import java.util.Set;

/** What changes of launch permissions, and what can, where those of an image may not be told. */
final class Sharing {
  private Sharing() {}

  /** Whether an image has a permission, or may have one that was not told. */
  static boolean mayHave(Ami ami, LaunchPermission permission) {
    return ami.launchPermissions()
        .map(told -> told.contains(permission))
        .orElse(!permission.isToEveryone() || ami.isPublic());
  }

  /** The image with other permissions, told if they were told before. */
  static Ami changed(Ami ami, Set<LaunchPermission> permissions) {
    return ami.launchPermissions().isPresent()
        ? ami.withLaunchPermissions(permissions)
        : ami.withIsPublic(permissions.contains(LaunchPermission.everyone()));
  }
}

package dev.amikit.image;

import com.google.common.collect.ImmutableSet;
import dev.amikit.permission.LaunchPermission;
import java.util.Optional;

/**
 * The launch permissions that an image is known to have: all of them where they were told, else
 * only whether everyone is among them.
 */
record KnownPermissions(ImmutableSet<LaunchPermission> permissions, boolean areTold) {
  static final KnownPermissions NOBODY = new KnownPermissions(ImmutableSet.of(), true);

  private static final KnownPermissions PUBLIC =
      new KnownPermissions(ImmutableSet.of(LaunchPermission.everyone()), false);
  private static final KnownPermissions NOT_PUBLIC = new KnownPermissions(ImmutableSet.of(), false);

  static KnownPermissions told(ImmutableSet<LaunchPermission> all) {
    return all.isEmpty() ? NOBODY : new KnownPermissions(all, true);
  }

  static KnownPermissions onlyPublic(boolean isPublic) {
    return isPublic ? PUBLIC : NOT_PUBLIC;
  }

  Optional<ImmutableSet<LaunchPermission>> told() {
    return areTold ? Optional.of(permissions) : Optional.empty();
  }

  boolean areForEveryone() {
    return !permissions.isEmpty() && permissions.contains(LaunchPermission.everyone());
  }
}

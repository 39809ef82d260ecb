package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;

/**
 * Launch permissions were given and taken.
 *
 * @param added those that the image did not have before
 * @param removed those that the image has no longer
 */
public record LaunchPermissionsChanged(
    ImmutableSet<LaunchPermission> added, ImmutableSet<LaunchPermission> removed)
    implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param added those that the image did not have before
   * @param removed those that the image has no longer
   */
  public LaunchPermissionsChanged {
    requireNonNull(added, "added");
    requireNonNull(removed, "removed");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withLaunchPermissions(
        Sets.difference(Sets.union(ami.launchPermissions(), added), removed));
  }
}

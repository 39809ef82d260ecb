package dev.amikit.lifecycle;

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
  @Override
  public Ami evolve(Ami ami) {
    return ami.withLaunchPermissions(
        Sets.difference(Sets.union(ami.launchPermissions(), added), removed));
  }
}

package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;

/**
 * Launch permissions were given and taken. Where those of the image were not told, they are not
 * told afterwards, but whether it is public is.
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
    return Sharing.changed(
        ami, Sets.difference(Sets.union(ami.knownLaunchPermissions(), added), removed));
  }
}

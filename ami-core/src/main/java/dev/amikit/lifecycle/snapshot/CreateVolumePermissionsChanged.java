package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.Snapshot;

/**
 * Permissions to use the snapshot were given or taken.
 *
 * @param added those that the snapshot did not have before
 * @param removed those that the snapshot has no longer
 */
public record CreateVolumePermissionsChanged(
    ImmutableSet<CreateVolumePermission> added, ImmutableSet<CreateVolumePermission> removed)
    implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param added those that the snapshot did not have before
   * @param removed those that the snapshot has no longer
   */
  public CreateVolumePermissionsChanged {
    requireNonNull(added, "added");
    requireNonNull(removed, "removed");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .createVolumePermissions(
            Sets.difference(Sets.union(snapshot.createVolumePermissions(), added), removed))
        .build();
  }
}

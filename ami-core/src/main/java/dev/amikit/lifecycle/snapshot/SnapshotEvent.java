package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Event;
import dev.amikit.snapshot.Snapshot;

/** What has happened to a snapshot. */
public sealed interface SnapshotEvent extends Event<Snapshot>
    permits CreateVolumePermissionsChanged,
        SnapshotArchived,
        SnapshotCompleted,
        SnapshotDeleted,
        SnapshotDeletionRequested,
        SnapshotFailed,
        SnapshotLocked,
        SnapshotMovedToRecycleBin,
        SnapshotPermanentlyRestored,
        SnapshotRecovered,
        SnapshotRestoreExpired,
        SnapshotTemporarilyRestored,
        SnapshotTieringBegun,
        SnapshotTieringFailed,
        SnapshotUnlocked {
  @Override
  Snapshot evolve(Snapshot snapshot);
}

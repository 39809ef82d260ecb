package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import java.util.Optional;

/** The snapshot lies in the standard tier again, and is shared with nobody yet. */
public record SnapshotPermanentlyRestored() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .storageTier(StorageTier.STANDARD)
        .restoreExpiryTime(Optional.empty())
        .lastTieringOperationStatus(TieringOperation.PERMANENT_RESTORE.completed())
        .build();
  }
}

package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;

/** The snapshot lies in the archive tier, and is shared with nobody any more. */
public record SnapshotArchived() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .storageTier(StorageTier.ARCHIVE)
        .createVolumePermissions(ImmutableSet.of())
        .lastTieringOperationStatus(TieringOperation.ARCHIVAL.completed())
        .build();
  }
}

package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import java.util.Optional;

/** The days for which the snapshot was restored are over; it lies in the archive tier. */
public record SnapshotRestoreExpired() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .storageTier(StorageTier.ARCHIVE)
        .restoreExpiryTime(Optional.empty())
        .build();
  }
}

package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;

/**
 * The archived snapshot can be used for some days; its tier is still the archive.
 *
 * @param restoreExpiryTime until when
 */
public record SnapshotTemporarilyRestored(Instant restoreExpiryTime) implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param restoreExpiryTime until when
   */
  public SnapshotTemporarilyRestored {
    requireNonNull(restoreExpiryTime, "restoreExpiryTime");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .storageTier(StorageTier.ARCHIVE)
        .restoreExpiryTime(restoreExpiryTime)
        .lastTieringOperationStatus(TieringOperation.TEMPORARY_RESTORE.completed())
        .build();
  }
}

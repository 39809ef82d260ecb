package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;

/**
 * The snapshot lies in the archive tier, and is shared with nobody any more.
 *
 * @param archivalCompleteTime since when
 */
public record SnapshotArchived(Instant archivalCompleteTime) implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param archivalCompleteTime since when
   */
  public SnapshotArchived {
    requireNonNull(archivalCompleteTime, "archivalCompleteTime");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .storageTier(StorageTier.ARCHIVE)
        .createVolumePermissions(ImmutableSet.of())
        .lastTieringOperationStatus(TieringOperation.ARCHIVAL.completed())
        .archivalCompleteTime(archivalCompleteTime)
        .build();
  }
}

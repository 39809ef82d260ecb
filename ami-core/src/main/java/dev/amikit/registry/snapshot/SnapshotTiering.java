package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import java.time.Instant;

/**
 * What ModifySnapshotTier answers with.
 *
 * @param snapshotId the snapshot, which is on its way to the archive
 * @param tieringStartTime since when
 */
public record SnapshotTiering(SnapshotId snapshotId, Instant tieringStartTime) {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which is on its way to the archive
   * @param tieringStartTime since when
   */
  public SnapshotTiering {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(tieringStartTime, "tieringStartTime");
  }
}

package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What RestoreSnapshotTier answers with.
 *
 * @param snapshotId the snapshot, which is on its way from the archive or has come from there
 * @param restoreStartTime when that began
 * @param restoreDuration for how many days it is restored; empty if for good
 */
public record SnapshotRestoration(
    SnapshotId snapshotId, Instant restoreStartTime, OptionalInt restoreDuration) {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which is on its way from the archive or has come from there
   * @param restoreStartTime when that began
   * @param restoreDuration for how many days it is restored; empty if for good
   */
  public SnapshotRestoration {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(restoreStartTime, "restoreStartTime");
    requireNonNull(restoreDuration, "restoreDuration");
  }
}

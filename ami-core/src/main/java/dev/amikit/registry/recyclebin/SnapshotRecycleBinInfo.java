package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import java.time.Instant;
import java.util.Optional;

/**
 * What EC2 tells of a snapshot in the Recycle Bin, and no more.
 *
 * @param snapshotId its ID
 * @param volumeId the volume that it shows
 * @param description its description
 * @param recycleBinEnterTime when it was deleted
 * @param recycleBinExitTime when it goes for good
 */
public record SnapshotRecycleBinInfo(
    SnapshotId snapshotId,
    Optional<VolumeId> volumeId,
    Optional<String> description,
    Instant recycleBinEnterTime,
    Instant recycleBinExitTime) {
  /**
   * Refuses null.
   *
   * @param snapshotId its ID
   * @param volumeId the volume that it shows
   * @param description its description
   * @param recycleBinEnterTime when it was deleted
   * @param recycleBinExitTime when it goes for good
   */
  public SnapshotRecycleBinInfo {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(volumeId, "volumeId");
    requireNonNull(description, "description");
    requireNonNull(recycleBinEnterTime, "recycleBinEnterTime");
    requireNonNull(recycleBinExitTime, "recycleBinExitTime");
  }

  static SnapshotRecycleBinInfo of(Snapshot snapshot) {
    SnapshotRecycleBinStay stay = snapshot.recycleBinStay().orElseThrow();
    return new SnapshotRecycleBinInfo(
        snapshot.snapshotId(),
        snapshot.volumeId(),
        snapshot.description(),
        stay.enterTime(),
        stay.exitTime());
  }
}

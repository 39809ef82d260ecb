package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;

/**
 * In which tier a snapshot is.
 *
 * @param snapshotId the snapshot
 * @param volumeId the volume that it shows
 * @param status how far the snapshot is; not how far it is between tiers
 * @param ownerId the account that it belongs to
 * @param tags the tags of its owner
 * @param storageTier the tier
 * @param lastTieringOperationStatus how far its last move came; empty if it never moved
 * @param restoreExpiryTime until when it is restored, if for some days
 */
public record SnapshotTierStatus(
    SnapshotId snapshotId,
    Optional<VolumeId> volumeId,
    SnapshotState status,
    AccountId ownerId,
    Tags tags,
    StorageTier storageTier,
    Optional<TieringOperationStatus> lastTieringOperationStatus,
    Optional<Instant> restoreExpiryTime) {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param volumeId the volume that it shows
   * @param status how far the snapshot is; not how far it is between tiers
   * @param ownerId the account that it belongs to
   * @param tags the tags of its owner
   * @param storageTier the tier
   * @param lastTieringOperationStatus how far its last move came; empty if it never moved
   * @param restoreExpiryTime until when it is restored, if for some days
   */
  public SnapshotTierStatus {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(volumeId, "volumeId");
    requireNonNull(status, "status");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(tags, "tags");
    requireNonNull(storageTier, "storageTier");
    requireNonNull(lastTieringOperationStatus, "lastTieringOperationStatus");
    requireNonNull(restoreExpiryTime, "restoreExpiryTime");
  }

  static SnapshotTierStatus of(Snapshot snapshot) {
    return new SnapshotTierStatus(
        snapshot.snapshotId(),
        snapshot.volumeId(),
        snapshot.state(),
        snapshot.ownerId(),
        snapshot.tags(),
        snapshot.storageTier().orElse(StorageTier.STANDARD),
        snapshot.lastTieringOperationStatus(),
        snapshot.restoreExpiryTime());
  }
}

package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * In which tier a snapshot is.
 *
 * @param snapshotId the snapshot
 * @param volumeId the volume that it shows
 * @param status how far the snapshot is; not how far it is between tiers
 * @param ownerId the account that it belongs to
 * @param tags the tags of its owner
 * @param storageTier the tier
 * @param lastTieringStartTime when its last move began; empty if it never moved
 * @param lastTieringProgress how far its last move came in percent; empty if it never moved, or
 *     failed
 * @param lastTieringOperationStatus how far its last move came; empty if it never moved
 * @param lastTieringOperationStatusDetail what is to be said of it, such as why it failed
 * @param archivalCompleteTime when it last came to the archive; empty if it never did
 * @param restoreExpiryTime until when it is restored, if for some days
 */
public record SnapshotTierStatus(
    SnapshotId snapshotId,
    Optional<VolumeId> volumeId,
    SnapshotState status,
    AccountId ownerId,
    Tags tags,
    StorageTier storageTier,
    Optional<Instant> lastTieringStartTime,
    OptionalInt lastTieringProgress,
    Optional<TieringOperationStatus> lastTieringOperationStatus,
    Optional<String> lastTieringOperationStatusDetail,
    Optional<Instant> archivalCompleteTime,
    Optional<Instant> restoreExpiryTime) {
  private static final ImmutableSet<TieringOperationStatus> COMPLETED = Arrays.stream(
          TieringOperation.values())
      .map(TieringOperation::completed)
      .collect(ImmutableSet.toImmutableSet());

  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param volumeId the volume that it shows
   * @param status how far the snapshot is; not how far it is between tiers
   * @param ownerId the account that it belongs to
   * @param tags the tags of its owner
   * @param storageTier the tier
   * @param lastTieringStartTime when its last move began; empty if it never moved
   * @param lastTieringProgress how far its last move came in percent; empty if it never moved, or
   *     failed
   * @param lastTieringOperationStatus how far its last move came; empty if it never moved
   * @param lastTieringOperationStatusDetail what is to be said of it, such as why it failed
   * @param archivalCompleteTime when it last came to the archive; empty if it never did
   * @param restoreExpiryTime until when it is restored, if for some days
   */
  public SnapshotTierStatus {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(volumeId, "volumeId");
    requireNonNull(status, "status");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(tags, "tags");
    requireNonNull(storageTier, "storageTier");
    requireNonNull(lastTieringStartTime, "lastTieringStartTime");
    requireNonNull(lastTieringProgress, "lastTieringProgress");
    requireNonNull(lastTieringOperationStatus, "lastTieringOperationStatus");
    requireNonNull(lastTieringOperationStatusDetail, "lastTieringOperationStatusDetail");
    requireNonNull(archivalCompleteTime, "archivalCompleteTime");
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
        snapshot.lastTieringStartTime(),
        progress(snapshot),
        snapshot.lastTieringOperationStatus(),
        snapshot.lastTieringOperationStatusDetail(),
        snapshot.archivalCompleteTime(),
        snapshot.restoreExpiryTime());
  }

  /** A move is begun or has ended; EC2 tells what lies between as well. */
  private static OptionalInt progress(Snapshot snapshot) {
    if (snapshot.tieringUnderWay().isPresent()) {
      return OptionalInt.of(0);
    }
    return snapshot.lastTieringOperationStatus().filter(COMPLETED::contains).isPresent()
        ? OptionalInt.of(100)
        : OptionalInt.empty();
  }
}

package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.StoredSnapshot;
import dev.amikit.snapshot.TieringOperationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A snapshot is being moved between storage tiers.
 *
 * @param snapshotId the snapshot
 * @param tiering the move
 * @param temporaryRestoreDays for how many days it is restored; empty for every other move
 * @param ownerId the account that the snapshot belongs to
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record TierMove(
    SnapshotId snapshotId,
    Tiering tiering,
    OptionalInt temporaryRestoreDays,
    AccountId ownerId,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param tiering the move
   * @param temporaryRestoreDays for how many days it is restored; empty for every other move
   * @param ownerId the account that the snapshot belongs to
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public TierMove {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(tiering, "tiering");
    requireNonNull(temporaryRestoreDays, "temporaryRestoreDays");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
  }

  /** A move between storage tiers. */
  public enum Tiering {
    /** From the standard tier to the archive. */
    ARCHIVAL(
        TieringOperationStatus.ARCHIVAL_IN_PROGRESS,
        TieringOperationStatus.ARCHIVAL_COMPLETED,
        TieringOperationStatus.ARCHIVAL_FAILED),
    /** From the archive, for some days. */
    TEMPORARY_RESTORE(
        TieringOperationStatus.TEMPORARY_RESTORE_IN_PROGRESS,
        TieringOperationStatus.TEMPORARY_RESTORE_COMPLETED,
        TieringOperationStatus.TEMPORARY_RESTORE_FAILED),
    /** From the archive, for good. */
    PERMANENT_RESTORE(
        TieringOperationStatus.PERMANENT_RESTORE_IN_PROGRESS,
        TieringOperationStatus.PERMANENT_RESTORE_COMPLETED,
        TieringOperationStatus.PERMANENT_RESTORE_FAILED);

    private final TieringOperationStatus inProgress;
    private final TieringOperationStatus completed;
    private final TieringOperationStatus failed;

    Tiering(
        TieringOperationStatus inProgress,
        TieringOperationStatus completed,
        TieringOperationStatus failed) {
      this.inProgress = inProgress;
      this.completed = completed;
      this.failed = failed;
    }

    /** {@return what is told while it goes on} */
    public TieringOperationStatus inProgress() {
      return inProgress;
    }

    /** {@return what is told after it succeeded} */
    public TieringOperationStatus completed() {
      return completed;
    }

    /** {@return what is told after it failed} */
    public TieringOperationStatus failed() {
      return failed;
    }
  }

  @Override
  public Kind kind() {
    return tiering == Tiering.ARCHIVAL ? Kind.ARCHIVAL : Kind.RESTORE;
  }

  @Override
  public SnapshotId resourceId() {
    return snapshotId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return ended(here, stored -> canMove(here) ? moved(stored, end) : stayed(stored));
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ended(here, this::stayed);
  }

  private ImmutableList<RegistryEvent> ended(
      RegionState here, UnaryOperator<StoredSnapshot> change) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    here.snapshots()
        .get(snapshotId)
        .map(change)
        .ifPresent(stored -> events.add(new RegistryEvent.SnapshotStored(here.region(), stored)));
    return events.add(new RegistryEvent.TaskEnded(here.region(), snapshotId)).build();
  }

  /** A snapshot that an image came to use meanwhile is not archived under it. */
  private boolean canMove(RegionState here) {
    return tiering != Tiering.ARCHIVAL || here.userNotDisabled(snapshotId).isEmpty();
  }

  private StoredSnapshot stayed(StoredSnapshot stored) {
    return stored.toBuilder().lastTieringOperation(tiering.failed()).build();
  }

  /** The snapshot lies in another tier now, or is restored for some days. */
  private StoredSnapshot moved(StoredSnapshot stored, Instant end) {
    Snapshot.Builder snapshot = stored.snapshot().toBuilder();
    switch (tiering) {
      case ARCHIVAL ->
        snapshot.storageTier(StorageTier.ARCHIVE).createVolumePermissions(ImmutableSet.of());
      case TEMPORARY_RESTORE ->
        snapshot.restoreExpiryTime(end.plus(Duration.ofDays(temporaryRestoreDays.orElseThrow())));
      case PERMANENT_RESTORE -> snapshot.storageTier(StorageTier.STANDARD);
    }
    return stored.toBuilder()
        .snapshot(snapshot.build())
        .lastTieringOperation(tiering.completed())
        .build();
  }
}

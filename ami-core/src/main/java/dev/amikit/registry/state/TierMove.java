package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.snapshot.FailTiering;
import dev.amikit.lifecycle.snapshot.FinishArchival;
import dev.amikit.lifecycle.snapshot.FinishPermanentRestore;
import dev.amikit.lifecycle.snapshot.FinishTemporaryRestore;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

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
    TieringOperation tiering,
    OptionalInt temporaryRestoreDays,
    AccountId ownerId,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /**
   * Refuses null, a restore for some days that does not say how many, and another move that does.
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
    checkArgument(
        temporaryRestoreDays.isPresent() == (tiering == TieringOperation.TEMPORARY_RESTORE),
        "%s for %s days",
        tiering,
        temporaryRestoreDays);
    checkArgument(temporaryRestoreDays.orElse(1) > 0, "%s days", temporaryRestoreDays);
  }

  @Override
  public Kind kind() {
    return Kind.of(tiering);
  }

  @Override
  public SnapshotId subject() {
    return snapshotId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return ended(here, canMove(here) ? finish() : new FailTiering(), end);
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    requireNonNull(reason, "reason");
    return ended(here, new FailTiering(Optional.of(reason.message())), end);
  }

  private ImmutableList<RegistryEvent> ended(
      RegionState here, SnapshotCommand command, Instant end) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    here.snapshots()
        .get(snapshotId)
        .ifPresent(snapshot ->
            events.addAll(here.events(snapshot, command, end.truncatedTo(Snapshot.TIME_UNIT))));
    return events.add(new RegistryEvent.TaskEnded(here.region(), snapshotId)).build();
  }

  /** A snapshot that an image came to use meanwhile is not archived under it. */
  private boolean canMove(RegionState here) {
    return tiering != TieringOperation.ARCHIVAL
        || here.userNotDisabled(snapshotId).isEmpty();
  }

  private SnapshotCommand finish() {
    return switch (tiering) {
      case ARCHIVAL -> new FinishArchival();
      case TEMPORARY_RESTORE -> new FinishTemporaryRestore(temporaryRestoreDays.orElseThrow());
      case PERMANENT_RESTORE -> new FinishPermanentRestore();
    };
  }
}

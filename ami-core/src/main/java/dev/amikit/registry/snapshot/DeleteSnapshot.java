package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.AwsBackup;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotRemoval;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.StoredSnapshot;

/**
 * {@code DeleteSnapshot}: the snapshot is gone, or in the Recycle Bin if a retention rule says so.
 * One that is pending goes when it is no longer. Volumes and other snapshots of the same volume are
 * none the worse.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSnapshot.html">DeleteSnapshot</a>
 */
public record DeleteSnapshot(SnapshotId snapshotId) implements Operation<Return> {
  /** No image uses the snapshot. */
  public static final Rule UNUSED = Rule.rule(
      "delete-snapshot.unused",
      "a snapshot is deleted only when no pending, available or disabled image uses it",
      ErrorCode.INVALID_SNAPSHOT_IN_USE,
      "API reference, DeleteSnapshot; error codes, InvalidSnapshot.InUse",
      "LIFE-17",
      "INV-07",
      "SNAP-33",
      "SNAP-34",
      "ARC-12");

  /** The snapshot is not locked. */
  public static final Rule UNLOCKED = Rule.rule(
      "delete-snapshot.unlocked",
      "a snapshot is deleted only when it is not locked",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "API reference, LockSnapshot",
      "SNAP-39");

  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which the caller owns
   */
  public DeleteSnapshot {
    requireNonNull(snapshotId, "snapshotId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      StoredSnapshot stored = plan.ownSnapshot(snapshotId);
      AwsBackup.requireNotManaging(plan, stored);
      plan.here().holder(snapshotId).ifPresent(image -> {
        throw Plan.refused(
            UNUSED,
            "snapshotId",
            snapshotId,
            "The snapshot %s is currently in use by %s".formatted(snapshotId, image));
      });
      plan.require(
          stored.lock().filter(lock -> lock.holdsAt(plan.now())).isEmpty(),
          UNLOCKED,
          "snapshotId",
          snapshotId);
      if (plan.here().agenda().task(snapshotId, SnapshotCreation.class).isPresent()) {
        plan.happens(new RegistryEvent.SnapshotStored(
            plan.region(), stored.toBuilder().deletionRequested(true).build()));
      } else {
        SnapshotRemoval.remove(plan, stored);
      }
      return Return.TRUE;
    });
  }
}

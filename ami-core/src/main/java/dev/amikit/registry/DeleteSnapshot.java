package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * {@code DeleteSnapshot}: the snapshot is gone, or in the Recycle Bin if a retention rule says so.
 * One that is pending goes when it is no longer. Volumes and other snapshots of the same volume are
 * none the worse.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSnapshot.html">DeleteSnapshot</a>
 */
public record DeleteSnapshot(SnapshotId snapshotId) implements Operation<Boolean> {
  /** AWS Backup deletes its own snapshots. */
  public static final Rule NOT_MANAGED_BY_BACKUP = Rule.rule(
      "snapshot.not-managed-by-backup",
      "a snapshot that AWS Backup manages is deleted and archived only through AWS Backup",
      ErrorCode.AUTH_FAILURE,
      "EBS User Guide, Delete a snapshot",
      "SNAP-38",
      "ARC-01");

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
  public Outcome<Boolean> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      StoredSnapshot stored = plan.ownSnapshot(snapshotId);
      requireNotOfBackup(plan, stored);
      SnapshotRemoval.holder(plan.here(), snapshotId).ifPresent(image -> {
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
      if (plan.here().work.get(snapshotId.value()).exists(Work.OnSnapshot.class::isInstance)) {
        plan.happens(new RegistryEvent.SnapshotStored(
            plan.region(), stored.toBuilder().deletionRequested(true).build()));
      } else {
        SnapshotRemoval.remove(plan, stored);
      }
      return true;
    });
  }

  static void requireNotOfBackup(Plan plan, StoredSnapshot stored) {
    plan.require(
        !AwsBackup.manages(stored.snapshot().tags()),
        NOT_MANAGED_BY_BACKUP,
        "snapshotId",
        stored.snapshot().snapshotId());
  }
}

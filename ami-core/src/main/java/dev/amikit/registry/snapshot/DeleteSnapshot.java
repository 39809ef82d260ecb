package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.AwsBackup;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotRemoval;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;

/**
 * {@code DeleteSnapshot}: the snapshot is gone, or in the Recycle Bin if a retention rule says so.
 * One that is pending goes when it is no longer. Volumes and other snapshots of the same volume
 * stay as they are.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSnapshot.html">DeleteSnapshot</a>
 */
public record DeleteSnapshot(SnapshotId snapshotId) implements Operation<Return> {
  /** AWS Backup alone deletes its snapshots. */
  public static final Rule NOT_MANAGED_BY_BACKUP = Rule.rule(
          "snapshot.not-managed-by-backup",
          "a snapshot that AWS Backup manages is deleted only through AWS Backup",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EBS User Guide, Delete a snapshot; observed: quoted answers of DeleteSnapshot",
          "SNAP-38")
      .saying(
          quoted(
              "This snapshot is managed by the AWS Backup service and cannot be deleted via"
                  + " EC2 APIs. If you wish to delete this snapshot, please do so via the Backup console."));

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
          "ARC-12")
      .saying(recorded("The snapshot {snapshotId} is currently in use by {imageIds}"));

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
      Snapshot snapshot = plan.ownSnapshot(snapshotId);
      plan.require(
          !AwsBackup.manages(snapshot.tags()), NOT_MANAGED_BY_BACKUP, "snapshotId", snapshotId);
      ImmutableList<ImageId> images = plan.here().holders(snapshotId);
      plan.require(
          images.isEmpty(),
          () -> UNUSED
              .brokenBy("snapshotId", snapshotId)
              .with("imageIds", Joiner.on(", ").join(images)));
      SnapshotRemoval.remove(plan, snapshot);
      return Return.TRUE;
    });
  }
}

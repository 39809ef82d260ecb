package dev.amikit.registry.recyclebin;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.ImageNames;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/**
 * {@code RestoreImageFromRecycleBin}: the image is back as it was, at once: same ID, same state,
 * all its launch permissions. All its snapshots must be usable, and its name free.
 *
 * @param imageId the image, which lies in the caller's Recycle Bin
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreImageFromRecycleBin.html">RestoreImageFromRecycleBin</a>
 */
public record RestoreImageFromRecycleBin(ImageId imageId) implements Operation<Return> {
  /** The snapshots of the image exist. */
  public static final Rule SNAPSHOTS_EXIST = Rule.rule(
          "restore-image-from-recycle-bin.snapshots-exist",
          "an image is restored only while all its snapshots exist",
          ErrorCode.INVALID_SNAPSHOT_NOT_FOUND,
          "EBS User Guide, Recycle Bin considerations; the code is inferred from other"
              + " operations on snapshots",
          "BIN-17",
          "BIN-26",
          "SBIN-05")
      .saying(recorded("The snapshot '{snapshotId}' does not exist."));

  private static final MessageTemplate NOT_COMPLETED =
      own("Snapshot '{snapshotId}' is not 'completed'.");
  private static final MessageTemplate BINNED =
      own("Snapshot '{snapshotId}' is in the Recycle Bin. Restore the snapshot and try again.");
  private static final MessageTemplate ARCHIVED =
      own("Snapshot '{snapshotId}' is archived. Restore the snapshot and try again.");

  /** The snapshots of the image can be used. */
  public static final Rule SNAPSHOTS_USABLE = Rule.rule(
          "restore-image-from-recycle-bin.snapshots-usable",
          "an image is restored only when its snapshots are out of the Recycle Bin, completed, and"
              + " not archived unless it was disabled",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Recycle Bin considerations; the code is inferred from other"
              + " operations on snapshots",
          "BIN-16",
          "SBIN-05")
      .saying(NOT_COMPLETED, BINNED, ARCHIVED);

  /**
   * Refuses null.
   *
   * @param imageId the image, which lies in the caller's Recycle Bin
   */
  public RestoreImageFromRecycleBin {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.here()
          .images()
          .get(imageId)
          .filter(image -> image.ownerId().equals(plan.caller()) && image.isInRecycleBin())
          .orElseThrow(() -> Plan.notFound(imageId, "imageId"));
      ami.snapshotIds().forEach(id -> requireUsable(plan, ami, id));
      ami.name().ifPresent(name -> ImageNames.requireFree(plan, name));
      plan.command(ami, new dev.amikit.lifecycle.RestoreFromRecycleBin());
      return Return.TRUE;
    });
  }

  private static void requireUsable(Plan plan, Ami ami, SnapshotId id) {
    Snapshot snapshot = plan.state()
        .snapshot(plan.region(), id)
        .orElseThrow(() -> Plan.refused(SNAPSHOTS_EXIST, "snapshotId", id));
    plan.require(!snapshot.isInRecycleBin(), () -> unusable(id, BINNED));
    plan.require(
        snapshot.state().equals(SnapshotState.COMPLETED), () -> unusable(id, NOT_COMPLETED));
    plan.require(
        ami.state() == AmiState.DISABLED || !snapshot.isArchived(), () -> unusable(id, ARCHIVED));
  }

  private static Violation unusable(SnapshotId id, MessageTemplate message) {
    return SNAPSHOTS_USABLE.brokenBy("snapshotId", id).saying(message);
  }
}

package dev.amikit.registry.image;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;

/**
 * {@code EnableImage}: a disabled image can be launched again, once its snapshots are all out of
 * the archive for good.
 *
 * @param imageId the image, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImage.html">EnableImage</a>
 */
public record EnableImage(ImageId imageId) implements Operation<Return> {
  /** No snapshot of the image is archived, or restored only for some days. */
  public static final Rule SNAPSHOTS_RESTORED = Rule.rule(
          "enable-image.snapshots-restored",
          "an image is enabled only when all its snapshots are permanently restored"
              + " from the archive",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Restore an archived snapshot",
          "DISABLE-13",
          "ARC-03")
      .saying(own(
          "Snapshot '{snapshotId}' is archived. Restore the snapshot permanently and try again."));

  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   */
  public EnableImage {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.ownImage(imageId);
      if (ami.state() == AmiState.DISABLED && !ami.isInRecycleBin()) {
        ami.snapshotIds().forEach(id -> requireRestored(plan, id));
      }
      plan.command(ami, new dev.amikit.lifecycle.Enable());
      return Return.TRUE;
    });
  }

  private static void requireRestored(Plan plan, SnapshotId id) {
    boolean isArchived =
        plan.state().snapshot(plan.region(), id).map(Snapshot::isArchived).orElse(false);
    plan.require(!isArchived, SNAPSHOTS_RESTORED, "snapshotId", id);
  }
}

package dev.amikit.registry.image;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.snapshot.Fail;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.AwsBackup;
import dev.amikit.registry.plan.FastLaunchSnapshots;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotRemoval;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.ImagePurge;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code DeregisterImage}: no more launches. An image that a retention rule keeps goes to the
 * Recycle Bin, any other for good; the answer does not tell which. Its instances live on, and so do
 * its snapshots, unless they are to be deleted with it. Fast launch of it ends for every account.
 *
 * @param imageId the image, which the caller owns
 * @param deleteAssociatedSnapshots whether to delete its snapshots, those left out that another
 *     image uses
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeregisterImage.html">DeregisterImage</a>
 */
public record DeregisterImage(ImageId imageId, boolean deleteAssociatedSnapshots)
    implements Operation<ImmutableList<DeleteSnapshotReturnCode>> {
  private static final String UNFINISHED =
      "The image was deregistered before the snapshot was complete";

  /** An image that AWS Backup manages is deregistered through AWS Backup. */
  public static final Rule NOT_MANAGED_BY_BACKUP = Rule.rule(
          "deregister-image.not-managed-by-backup",
          "an image that AWS Backup manages is deregistered only through AWS Backup",
          ErrorCode.AUTH_FAILURE,
          "EC2 User Guide, Deregister an AMI; observed: quoted answers",
          "DEREG-03",
          "MTX-35")
      .saying(own("This image is managed by the AWS Backup service and cannot be deregistered"
          + " via EC2 APIs. If you wish to deregister this image, please do so via the"
          + " Backup console."));

  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param deleteAssociatedSnapshots whether to delete its snapshots, those left out that another
   *     image uses
   */
  public DeregisterImage {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<ImmutableList<DeleteSnapshotReturnCode>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.ownImage(imageId);
      plan.require(!AwsBackup.manages(ami.tags()), NOT_MANAGED_BY_BACKUP, "imageId", imageId);
      ImmutableSet<SnapshotId> snapshots = snapshots(plan, ami);
      Optional<Duration> retention =
          plan.here().accounts().retention(plan.caller(), ResourceType.EC2_IMAGE, ami.tags());
      Ami after = plan.changed(ami, new dev.amikit.lifecycle.Deregister(retention));
      if (ami.state() == AmiState.PENDING) {
        stopCreation(plan);
      }
      FastLaunchSnapshots.loseImage(plan, imageId);
      if (after.state() == AmiState.DEREGISTERED) {
        plan.begin(new ImagePurge(imageId, ami.ownerId(), plan.now()));
      }
      return deleteAssociatedSnapshots
          ? snapshots.stream()
              .map(id -> new DeleteSnapshotReturnCode(id, delete(plan, id)))
              .collect(ImmutableList.toImmutableList())
          : ImmutableList.of();
    });
  }

  /** Those of the mapping, and those that are being made for it. */
  private ImmutableSet<SnapshotId> snapshots(Plan plan, Ami ami) {
    return ImmutableSet.<SnapshotId>builder()
        .addAll(ami.snapshotIds())
        .addAll(snapshotsInCreation(plan))
        .build();
  }

  private ImmutableList<SnapshotId> snapshotsInCreation(Plan plan) {
    return plan.here()
        .agenda()
        .task(imageId, ImageCreation.class)
        .map(creation -> ImmutableList.copyOf(creation.snapshots().values()))
        .orElse(ImmutableList.of());
  }

  private void stopCreation(Plan plan) {
    for (SnapshotId id : snapshotsInCreation(plan)) {
      plan.state()
          .snapshot(plan.region(), id)
          .ifPresent(snapshot -> new Fail(UNFINISHED)
              .decide(snapshot, plan.now())
              .events()
              .forEach(event -> plan.happens(id, event)));
    }
    plan.stop(imageId);
  }

  private static ReturnCode delete(Plan plan, SnapshotId id) {
    Optional<Snapshot> found =
        plan.state().snapshot(plan.region(), id).filter(s -> !s.isInRecycleBin());
    if (found.isEmpty()) {
      return ReturnCode.CLIENT_ERROR;
    }
    Snapshot snapshot = found.get();
    if (!snapshot.ownerId().equals(plan.caller())) {
      return ReturnCode.MISSING_PERMISSIONS;
    }
    if (AwsBackup.manages(snapshot.tags())) {
      return ReturnCode.CLIENT_ERROR;
    }
    if (!plan.here().holders(id).isEmpty()) {
      return ReturnCode.SKIPPED;
    }
    if (!SnapshotRemoval.isPossible(plan, snapshot)) {
      return ReturnCode.CLIENT_ERROR;
    }
    SnapshotRemoval.remove(plan, snapshot);
    return ReturnCode.SUCCESS;
  }
}

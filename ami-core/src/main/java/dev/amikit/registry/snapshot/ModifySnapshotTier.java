package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Streams;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.Archive;
import dev.amikit.query.SnapshotFilters;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.AwsBackup;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code ModifySnapshotTier}: the snapshot is archived. It can be used until that is done, and is
 * no longer shared then.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @param storageTier {@code archive}; {@link RestoreSnapshotTier} is the way back
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotTier.html">ModifySnapshotTier</a>
 */
public record ModifySnapshotTier(SnapshotId snapshotId, StorageTier storageTier)
    implements Operation<SnapshotTiering> {
  private static final Optional<TieringOperation> ARCHIVAL = Optional.of(TieringOperation.ARCHIVAL);

  /** Archiving is the only move. */
  public static final Rule TO_ARCHIVE = Rule.rule(
          "modify-snapshot-tier.to-archive",
          "a snapshot is moved to the tier archive",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ModifySnapshotTier, StorageTier",
          "ARC-01")
      .saying(own("Value ({value}) for parameter storageTier is invalid. Expected: 'archive'."));

  /** AWS Backup alone archives its snapshots. */
  public static final Rule NOT_MANAGED_BY_BACKUP = Rule.rule(
          "modify-snapshot-tier.not-managed-by-backup",
          "a snapshot that AWS Backup manages is archived only through AWS Backup",
          ErrorCode.AUTH_FAILURE,
          "EBS User Guide, Archive snapshots",
          "ARC-01")
      .saying(own("This snapshot is managed by the AWS Backup service and cannot be archived via"
          + " EC2 APIs."));

  /** Nobody can launch from the snapshot. */
  public static final Rule IMAGES_DISABLED = Rule.rule(
          "modify-snapshot-tier.images-disabled",
          "a snapshot is archived only when all images that use it are disabled",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Archive snapshots; EC2 User Guide, Disable an AMI",
          "ARC-02",
          "DISABLE-12")
      .saying(own("The snapshot {snapshotId} is currently in use by {imageId}, which is not"
          + " disabled"));

  /** How many snapshots can be on their way. */
  public static final Rule ARCHIVALS_LIMIT = Rule.rule(
          "modify-snapshot-tier.few",
          "an account archives at most 25 snapshots at a time",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EBS User Guide, Quotas",
          "ARC-11")
      .saying(own("You have reached your quota of {quota} for the number of snapshot archives in"
          + " progress in this Region."));

  /** How many snapshots of a volume can be archived. */
  public static final Rule ARCHIVED_OF_VOLUME_LIMIT = Rule.rule(
          "modify-snapshot-tier.few-of-volume",
          "an account has at most 25 archived snapshots of one volume, of which copies are none",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EBS User Guide, Quotas",
          "ARC-11")
      .saying(own("You have reached your quota of {quota} for the number of archived snapshots of"
          + " a volume."));

  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param storageTier {@code archive}; {@link RestoreSnapshotTier} is the way back
   */
  public ModifySnapshotTier {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(storageTier, "storageTier");
  }

  @Override
  public Outcome<SnapshotTiering> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(storageTier.equals(StorageTier.ARCHIVE), TO_ARCHIVE, "storageTier", storageTier);
      Snapshot snapshot = plan.ownSnapshot(snapshotId);
      plan.require(
          !AwsBackup.manages(snapshot.tags()), NOT_MANAGED_BY_BACKUP, "snapshotId", snapshotId);
      plan.requireNone(new Archive().decide(snapshot, plan.now()).refusal());
      plan.here().userNotDisabled(snapshotId).ifPresent(image -> {
        throw Plan.refused(
            IMAGES_DISABLED.brokenBy("snapshotId", snapshotId).with("imageId", image));
      });
      int underWay = plan.underWay(Task.Kind.ARCHIVAL);
      int most = plan.settings().quotas().archivals();
      plan.require(
          underWay < most,
          () -> ARCHIVALS_LIMIT.brokenBy("", underWay + " archivals").with("quota", most));
      long ofVolume = archivedOfVolume(plan, snapshot);
      int mostOfVolume = plan.settings().quotas().archivedPerVolume();
      plan.require(
          ofVolume < mostOfVolume,
          () -> ARCHIVED_OF_VOLUME_LIMIT
              .brokenBy("", ofVolume + " archived")
              .with("quota", mostOfVolume));
      TierMoves.begin(
          plan, snapshot, new Archive(), TieringOperation.ARCHIVAL, OptionalInt.empty());
      return new SnapshotTiering(snapshotId, plan.now().truncatedTo(Snapshot.TIME_UNIT));
    });
  }

  /** How many snapshots of the same volume the caller has in the archive or on the way there. */
  private static long archivedOfVolume(Plan plan, Snapshot snapshot) {
    return snapshot
        .volumeId()
        .filter(volume -> !snapshot.isCopy())
        .map(volume -> SnapshotQuery.builder()
            .filter(SnapshotFilters.volumeId(volume.value()))
            .build())
        .map(query -> plan.state().snapshotSource(plan.region()).candidates(query, plan.viewer()))
        .stream()
        .flatMap(Streams::stream)
        .filter(other -> other.volumeId().equals(snapshot.volumeId()))
        .filter(other -> other.ownerId().equals(plan.caller()))
        .filter(other -> other.isArchived() || other.tieringUnderWay().equals(ARCHIVAL))
        .count();
  }
}

package dev.amikit.snapshot;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.KmsKeyId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import java.util.Optional;
import java.util.OptionalInt;

/** What holds of every snapshot. */
final class SnapshotRules {
  private static final int ALL_OF_IT = 100; // percent

  static final Rule SIZE_POSITIVE = rule(
      "snapshot.size-positive",
      "a snapshot shows a volume of at least 1 GiB, or of 0 while it is pending or if it"
          + " failed",
      INVALID_PARAMETER_VALUE,
      "API reference, Snapshot, VolumeSize; observed: recorded answers of DescribeSnapshots,"
          + " September 2026",
      "SNAP-02",
      "VOL-18");

  static final Rule PROGRESS_IN_PERCENT = rule(
      "snapshot.progress-in-percent",
      "progress lies between 0 and 100 percent",
      INVALID_PARAMETER_COMBINATION,
      "API reference, Snapshot, Progress",
      "VAL-26");

  static final Rule KEY_WHEN_ENCRYPTED = rule(
          "snapshot.key-when-encrypted",
          "a KMS key and a data key do not stand on an unencrypted snapshot",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, KmsKeyId and DataEncryptionKeyId",
          "VAL-25",
          "SNAP-04")
      .saying(own("The parameter {parameter} is not supported for unencrypted snapshots."));

  static final Rule KEY_IS_ARN = rule(
      "snapshot.key-is-arn",
      "the KMS key of a snapshot is named by its key ARN",
      INVALID_PARAMETER_VALUE,
      "API reference, Snapshot, KmsKeyId",
      "ID-22");

  static final Rule TIER_WITH_RESTORE_EXPIRY = rule(
          "snapshot.tier-with-restore-expiry",
          "a snapshot whose restore expires says in which tier it is",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, RestoreExpiryTime",
          "VAL-26",
          "SNAP-09",
          "ARC-08")
      .saying(own("The parameter {parameter} requires the parameter storageTier to be set."));

  static final Rule DURATION_WHEN_TIME_BASED = rule(
          "snapshot.duration-when-time-based",
          "a completion duration does not stand on a standard copy",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, CompletionDurationMinutes",
          "VAL-26",
          "SNAP-07")
      .saying(own("The parameter {parameter} is only supported for time-based copies."));

  static final Rule NOT_PUBLIC_WHEN_ENCRYPTED = rule(
          "snapshot.not-public-when-encrypted",
          "everyone may not make volumes of an encrypted snapshot",
          OPERATION_NOT_PERMITTED,
          "API reference, ModifySnapshotAttribute",
          "VAL-27",
          "SPERM-04")
      .saying(quoted("Encrypted snapshots cannot be shared publicly"));

  static final Rule BINNED_IS_NOT_SHARED = rule(
          "snapshot.binned-is-not-shared",
          "a snapshot in the Recycle Bin has no permission in force",
          OPERATION_NOT_PERMITTED,
          "EBS User Guide, Recycle Bin considerations",
          "SBIN-04",
          "SPERM-07")
      .saying(own("Snapshots in the Recycle Bin cannot be shared"));

  static final Rule DELETION_REQUESTED_WHILE_PENDING = rule(
          "snapshot.deletion-requested-while-pending",
          "the deletion of a snapshot is put off only while it is pending",
          INVALID_PARAMETER_COMBINATION,
          "EBS User Guide, Delete a snapshot",
          "SNAP-16")
      .saying(own("The parameter {parameter} is only supported for pending snapshots."));

  static final ImmutableList<Rule> ALL = ImmutableList.of(
      SIZE_POSITIVE,
      PROGRESS_IN_PERCENT,
      KEY_WHEN_ENCRYPTED,
      KEY_IS_ARN,
      TIER_WITH_RESTORE_EXPIRY,
      DURATION_WHEN_TIME_BASED,
      NOT_PUBLIC_WHEN_ENCRYPTED,
      BINNED_IS_NOT_SHARED,
      DELETION_REQUESTED_WHILE_PENDING);

  private SnapshotRules() {}

  /** What a snapshot breaks, in the order of the rules. */
  static Broken brokenBy(Snapshot snapshot) {
    Broken broken = ofFigures(snapshot, Broken.NOTHING);
    broken = ofKeys(snapshot, broken);
    broken = ofCopyAndTier(snapshot, broken);
    return ofPermissionsAndState(snapshot, broken);
  }

  private static Broken ofFigures(Snapshot snapshot, Broken before) {
    Broken broken = before;
    int size = snapshot.volumeSize();
    if (size < 0 || size == 0 && !isUnfinished(snapshot.state())) {
      broken = broken.and(SIZE_POSITIVE.brokenBy("volumeSize", size));
    }
    int progress = snapshot.progress().orElse(0);
    if (progress < 0 || progress > ALL_OF_IT) {
      broken = broken.and(PROGRESS_IN_PERCENT.brokenBy("progress", progress));
    }
    return broken;
  }

  private static Broken ofKeys(Snapshot snapshot, Broken before) {
    Broken broken = before;
    Optional<KmsKeyId> key = snapshot.kmsKeyId();
    if (!snapshot.encrypted().orElse(true)) {
      if (key.isPresent()) {
        broken = broken.and(KEY_WHEN_ENCRYPTED.brokenBy("kmsKeyId", key));
      }
      if (snapshot.dataEncryptionKeyId().isPresent()) {
        broken = broken.and(
            KEY_WHEN_ENCRYPTED.brokenBy("dataEncryptionKeyId", snapshot.dataEncryptionKeyId()));
      }
    }
    if (key.isPresent() && !key.get().isKeyArn()) {
      broken = broken.and(KEY_IS_ARN.brokenBy("kmsKeyId", key));
    }
    return broken;
  }

  private static Broken ofCopyAndTier(Snapshot snapshot, Broken before) {
    Broken broken = before;
    if (snapshot.restoreExpiryTime().isPresent() && snapshot.storageTier().isEmpty()) {
      broken = broken.and(
          TIER_WITH_RESTORE_EXPIRY.brokenBy("restoreExpiryTime", snapshot.restoreExpiryTime()));
    }
    OptionalInt duration = snapshot.completionDurationMinutes();
    if (duration.isPresent()
        && snapshot.transferType().isPresent()
        && snapshot.transferType().get().equals(TransferType.STANDARD)) {
      broken = broken.and(
          DURATION_WHEN_TIME_BASED.brokenBy("completionDurationMinutes", duration.getAsInt()));
    }
    return broken;
  }

  private static Broken ofPermissionsAndState(Snapshot snapshot, Broken before) {
    Broken broken = before;
    ImmutableSet<CreateVolumePermission> permissions = snapshot.createVolumePermissions();
    if (snapshot.isEncrypted() && (snapshot.isPublic() || wasPublic(snapshot))) {
      broken =
          broken.and(NOT_PUBLIC_WHEN_ENCRYPTED.brokenBy("createVolumePermissions", permissions));
    }
    if (snapshot.isInRecycleBin() && !permissions.isEmpty()) {
      broken = broken.and(BINNED_IS_NOT_SHARED.brokenBy("createVolumePermissions", permissions));
    }
    if (snapshot.deletionRequested() && !snapshot.state().equals(SnapshotState.PENDING)) {
      broken = broken.and(DELETION_REQUESTED_WHILE_PENDING.brokenBy("deletionRequested", true));
    }
    return broken;
  }

  private static boolean isUnfinished(SnapshotState state) {
    return state.equals(SnapshotState.PENDING) || state.equals(SnapshotState.ERROR);
  }

  private static boolean wasPublic(Snapshot snapshot) {
    return snapshot.isInRecycleBin()
        && snapshot
            .recycleBinStay()
            .get()
            .suspendedCreateVolumePermissions()
            .contains(CreateVolumePermission.everyone());
  }
}

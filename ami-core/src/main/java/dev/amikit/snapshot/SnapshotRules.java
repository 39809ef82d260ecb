package dev.amikit.snapshot;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.amikit.id.KmsKeyId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Invariant;
import java.util.Optional;

/** What holds of every snapshot. */
final class SnapshotRules {
  private static final Range<Integer> PERCENT = Range.closed(0, 100);

  static final Invariant<Snapshot> SIZE_POSITIVE = Invariant.of(
      rule(
          "snapshot.size-positive",
          "a snapshot shows a volume of at least 1 GiB",
          INVALID_PARAMETER_VALUE,
          "API reference, Snapshot, VolumeSize",
          "SNAP-02",
          "VOL-18"),
      "volumeSize",
      Snapshot::volumeSize,
      snapshot -> snapshot.volumeSize() >= 1);

  static final Invariant<Snapshot> PROGRESS_IN_PERCENT = Invariant.of(
      rule(
          "snapshot.progress-in-percent",
          "progress lies between 0 and 100 percent",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, Progress",
          "VAL-26"),
      "progress",
      snapshot -> snapshot.progress().getAsInt(),
      snapshot ->
          snapshot.progress().isEmpty() || PERCENT.contains(snapshot.progress().getAsInt()));

  static final Invariant<Snapshot> KEY_WHEN_ENCRYPTED = Invariant.of(
      rule(
          "snapshot.key-when-encrypted",
          "a KMS key and a data key do not stand on an unencrypted snapshot",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, KmsKeyId and DataEncryptionKeyId",
          "VAL-25",
          "SNAP-04"),
      "kmsKeyId",
      snapshot -> snapshot
          .kmsKeyId()
          .map(KmsKeyId::value)
          .or(snapshot::dataEncryptionKeyId)
          .get(),
      snapshot -> snapshot.encrypted().orElse(true)
          || snapshot.kmsKeyId().isEmpty() && snapshot.dataEncryptionKeyId().isEmpty());

  static final Invariant<Snapshot> KEY_IS_ARN = Invariant.of(
      rule(
          "snapshot.key-is-arn",
          "the KMS key of a snapshot is named by its key ARN",
          INVALID_PARAMETER_VALUE,
          "API reference, Snapshot, KmsKeyId",
          "ID-22"),
      "kmsKeyId",
      snapshot -> snapshot.kmsKeyId().get(),
      snapshot -> snapshot.kmsKeyId().isEmpty() || snapshot.kmsKeyId().get().isKeyArn());

  static final Invariant<Snapshot> NO_RESTORE_EXPIRY_IN_STANDARD_TIER = Invariant.of(
      rule(
          "snapshot.restore-expiry-in-archive",
          "a restore expires only for a snapshot of the archive tier",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, RestoreExpiryTime",
          "VAL-26",
          "SNAP-09"),
      "restoreExpiryTime",
      snapshot -> snapshot.restoreExpiryTime().get(),
      snapshot -> snapshot.restoreExpiryTime().isEmpty()
          || snapshot.storageTier().isEmpty()
          || snapshot.isArchived());

  static final Invariant<Snapshot> DURATION_WHEN_TIME_BASED = Invariant.of(
      rule(
          "snapshot.duration-when-time-based",
          "a completion duration stands only on a time-based copy",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Snapshot, CompletionDurationMinutes",
          "VAL-26",
          "SNAP-07"),
      "completionDurationMinutes",
      snapshot -> snapshot.completionDurationMinutes().getAsInt(),
      snapshot -> snapshot.completionDurationMinutes().isEmpty()
          || snapshot.transferType().isEmpty()
          || snapshot.transferType().equals(Optional.of(TransferType.TIME_BASED)));

  static final Invariant<Snapshot> NOT_PUBLIC_WHEN_ENCRYPTED = Invariant.of(
      rule(
          "snapshot.not-public-when-encrypted",
          "everyone may not make volumes of an encrypted snapshot",
          OPERATION_NOT_PERMITTED,
          "API reference, ModifySnapshotAttribute",
          "VAL-27",
          "SPERM-04"),
      "createVolumePermissions",
      Snapshot::createVolumePermissions,
      snapshot -> !snapshot.isEncrypted() || !snapshot.isPublic() && !wasPublic(snapshot));

  static final Invariant<Snapshot> BINNED_IS_NOT_SHARED = Invariant.of(
      rule(
          "snapshot.binned-is-not-shared",
          "a snapshot in the Recycle Bin has no permission in force",
          OPERATION_NOT_PERMITTED,
          "EBS User Guide, Recycle Bin considerations",
          "SBIN-04",
          "SPERM-07"),
      "createVolumePermissions",
      Snapshot::createVolumePermissions,
      snapshot ->
          !snapshot.isInRecycleBin() || snapshot.createVolumePermissions().isEmpty());

  static final Invariant<Snapshot> DELETION_REQUESTED_WHILE_PENDING = Invariant.of(
      rule(
          "snapshot.deletion-requested-while-pending",
          "the deletion of a snapshot is put off only while it is pending",
          INVALID_PARAMETER_COMBINATION,
          "EBS User Guide, Delete a snapshot",
          "SNAP-16"),
      "deletionRequested",
      Snapshot::state,
      snapshot -> !snapshot.deletionRequested() || snapshot.state().equals(SnapshotState.PENDING));

  static final ImmutableList<Invariant<Snapshot>> INVARIANTS = ImmutableList.of(
      SIZE_POSITIVE,
      PROGRESS_IN_PERCENT,
      KEY_WHEN_ENCRYPTED,
      KEY_IS_ARN,
      NO_RESTORE_EXPIRY_IN_STANDARD_TIER,
      DURATION_WHEN_TIME_BASED,
      NOT_PUBLIC_WHEN_ENCRYPTED,
      BINNED_IS_NOT_SHARED,
      DELETION_REQUESTED_WHILE_PENDING);

  private SnapshotRules() {}

  private static boolean wasPublic(Snapshot snapshot) {
    return snapshot.isInRecycleBin()
        && snapshot
            .recycleBinStay()
            .get()
            .suspendedCreateVolumePermissions()
            .contains(CreateVolumePermission.everyone());
  }
}

package dev.amikit.snapshot;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What holds of every snapshot. */
final class SnapshotRules {
  private static final Range<Integer> PERCENT = Range.closed(0, 100);

  static final Invariant<Snapshot> SIZE_POSITIVE = Invariant.of(
      rule(
          "snapshot.size-positive",
          "a snapshot shows a volume of at least 1 GiB, or of 0 while it is pending or if it"
              + " failed",
          INVALID_PARAMETER_VALUE,
          "API reference, Snapshot, VolumeSize; observed: recorded answers of DescribeSnapshots,"
              + " September 2026",
          "SNAP-02",
          "VOL-18"),
      "volumeSize",
      Snapshot::volumeSize,
      snapshot -> snapshot.volumeSize() >= 1
          || snapshot.volumeSize() == 0 && isUnfinished(snapshot.state()));

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

  static final Invariant<Snapshot> KEY_WHEN_ENCRYPTED = new Invariant<>(
      rule(
              "snapshot.key-when-encrypted",
              "a KMS key and a data key do not stand on an unencrypted snapshot",
              INVALID_PARAMETER_COMBINATION,
              "API reference, Snapshot, KmsKeyId and DataEncryptionKeyId",
              "VAL-25",
              "SNAP-04")
          .saying(own("The parameter {parameter} is not supported for unencrypted snapshots.")),
      snapshot -> snapshot.encrypted().orElse(true)
          || snapshot.kmsKeyId().isEmpty() && snapshot.dataEncryptionKeyId().isEmpty(),
      SnapshotRules::keysOfUnencrypted);

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

  static final Invariant<Snapshot> TIER_WITH_RESTORE_EXPIRY = Invariant.of(
      rule(
              "snapshot.tier-with-restore-expiry",
              "a snapshot whose restore expires says in which tier it is",
              INVALID_PARAMETER_COMBINATION,
              "API reference, Snapshot, RestoreExpiryTime",
              "VAL-26",
              "SNAP-09",
              "ARC-08")
          .saying(own("The parameter {parameter} requires the parameter storageTier to be set.")),
      "restoreExpiryTime",
      snapshot -> snapshot.restoreExpiryTime().get(),
      snapshot ->
          snapshot.restoreExpiryTime().isEmpty() || snapshot.storageTier().isPresent());

  static final Invariant<Snapshot> DURATION_WHEN_TIME_BASED = Invariant.of(
      rule(
              "snapshot.duration-when-time-based",
              "a completion duration does not stand on a standard copy",
              INVALID_PARAMETER_COMBINATION,
              "API reference, Snapshot, CompletionDurationMinutes",
              "VAL-26",
              "SNAP-07")
          .saying(own("The parameter {parameter} is only supported for time-based copies.")),
      "completionDurationMinutes",
      snapshot -> snapshot.completionDurationMinutes().getAsInt(),
      snapshot -> snapshot.completionDurationMinutes().isEmpty()
          || !snapshot.transferType().equals(Optional.of(TransferType.STANDARD)));

  static final Invariant<Snapshot> NOT_PUBLIC_WHEN_ENCRYPTED = Invariant.of(
      rule(
              "snapshot.not-public-when-encrypted",
              "everyone may not make volumes of an encrypted snapshot",
              OPERATION_NOT_PERMITTED,
              "API reference, ModifySnapshotAttribute",
              "VAL-27",
              "SPERM-04")
          .saying(quoted("Encrypted snapshots cannot be shared publicly")),
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
              "SPERM-07")
          .saying(own("Snapshots in the Recycle Bin cannot be shared")),
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
              "SNAP-16")
          .saying(own("The parameter {parameter} is only supported for pending snapshots.")),
      "deletionRequested",
      Snapshot::deletionRequested,
      snapshot -> !snapshot.deletionRequested() || snapshot.state().equals(SnapshotState.PENDING));

  static final ImmutableList<Invariant<Snapshot>> INVARIANTS = ImmutableList.of(
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

  private static boolean isUnfinished(SnapshotState state) {
    return state.equals(SnapshotState.PENDING) || state.equals(SnapshotState.ERROR);
  }

  private static ImmutableList<Violation> keysOfUnencrypted(Snapshot snapshot) {
    ImmutableList.Builder<Violation> keys = ImmutableList.builder();
    Rule rule = KEY_WHEN_ENCRYPTED.rule();
    snapshot.kmsKeyId().ifPresent(key -> keys.add(rule.brokenBy("kmsKeyId", key)));
    snapshot
        .dataEncryptionKeyId()
        .ifPresent(key -> keys.add(rule.brokenBy("dataEncryptionKeyId", key)));
    return keys.build();
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

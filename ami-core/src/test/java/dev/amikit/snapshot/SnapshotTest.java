package dev.amikit.snapshot;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
  private static final KmsKeyId KEY =
      KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

  @Rules({"SNAP-02", "SNAP-08"})
  @Test
  void what_ec2_may_leave_out_may_be_absent() {
    Snapshot bare = snapshot().build();
    assertThat(bare.progress()).isEmpty();
    assertThat(bare.volumeId()).isEmpty();
    assertThat(bare.fullSnapshotSizeInBytes()).isEmpty();
    assertThat(bare.storageTier()).isEmpty();
    assertThat(bare.encrypted()).isEmpty();
    assertThat(bare.isEncrypted()).isFalse();
    assertThat(bare.isArchived()).isFalse();
    assertThat(bare.isPublic()).isFalse();
    assertThat(bare.tags()).isEmpty();
    assertThat(bare.productCodes()).isEmpty();
  }

  @Rules("SNAP-01")
  @Test
  void every_member_is_carried() {
    Snapshot full = snapshot()
        .ownerAlias(OwnerAlias.AMAZON)
        .stateMessage("fine")
        .progress(100)
        .completionTime(START.plusSeconds(60))
        .volumeId(VolumeId.of("vol-1a2b3c4d"))
        .fullSnapshotSizeInBytes(1L << 40)
        .description("golden")
        .encrypted(true)
        .kmsKeyId(KEY)
        .dataEncryptionKeyId("data-key")
        .outpostArn(
            Arn.parse("arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"))
        .availabilityZone("us-west-2-lax-1a")
        .storageTier(StorageTier.ARCHIVE)
        .restoreExpiryTime(START.plusSeconds(3_600))
        .transferType(TransferType.TIME_BASED)
        .completionDurationMinutes(15)
        .sseType(SseType.SSE_KMS)
        .addProductCode(ProductCode.marketplace("code"))
        .addCreateVolumePermission(CreateVolumePermission.userId("444455556666"))
        .tags(Tags.of("Name", "golden"))
        .build();
    assertThat(full.snapshotId()).hasToString("snap-1a2b3c4d");
    assertThat(full.ownerId()).hasToString("111122223333");
    assertThat(full.ownerAlias()).contains(OwnerAlias.AMAZON);
    assertThat(full.state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(full.stateMessage()).contains("fine");
    assertThat(full.progress()).hasValue(100);
    assertThat(full.startTime()).isEqualTo(START);
    assertThat(full.completionTime()).contains(START.plusSeconds(60));
    assertThat(full.volumeId()).contains(VolumeId.of("vol-1a2b3c4d"));
    assertThat(full.volumeSize()).isEqualTo(8);
    assertThat(full.fullSnapshotSizeInBytes()).hasValue(1L << 40);
    assertThat(full.description()).contains("golden");
    assertThat(full.isEncrypted()).isTrue();
    assertThat(full.kmsKeyId()).contains(KEY);
    assertThat(full.dataEncryptionKeyId()).contains("data-key");
    assertThat(full.outpostArn()).isPresent();
    assertThat(full.availabilityZone()).contains("us-west-2-lax-1a");
    assertThat(full.isArchived()).isTrue();
    assertThat(full.restoreExpiryTime()).contains(START.plusSeconds(3_600));
    assertThat(full.transferType()).contains(TransferType.TIME_BASED);
    assertThat(full.completionDurationMinutes()).hasValue(15);
    assertThat(full.sseType()).contains(SseType.SSE_KMS);
    assertThat(full.productCodes()).containsExactly(ProductCode.marketplace("code"));
    assertThat(full.createVolumePermissions())
        .containsExactly(CreateVolumePermission.userId("444455556666"));
    assertThat(full.tags()).isEqualTo(Tags.of("Name", "golden"));
    assertThat(full.toBuilder().build()).isEqualTo(full).hasSameHashCodeAs(full);
  }

  @Rules("SNAP-02")
  @Test
  void the_size_is_that_of_the_volume_and_the_stored_bytes_may_be_0() {
    assertThat(snapshot().volumeSize(1).fullSnapshotSizeInBytes(0).build().volumeSize())
        .isEqualTo(1);
  }

  @Rules({"SNAP-02", "VOL-18"})
  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void there_is_no_volume_below_1_gib(int gib) {
    assertRefused(
        () -> snapshot().volumeSize(gib).build(),
        "snapshot.size-positive",
        "volumeSize",
        INVALID_PARAMETER_VALUE);
  }

  @Rules("DEC-171")
  @Test
  void of_a_snapshot_that_is_pending_or_failed_the_size_may_be_0() {
    for (String state : new String[] {"pending", "error"}) {
      Snapshot.Builder unfinished = snapshot().state(SnapshotState.of(state));
      assertThat(unfinished.volumeSize(0).build().volumeSize()).isZero();
      assertRefused(() -> unfinished.volumeSize(-1).build(), "snapshot.size-positive");
    }
    assertRefused(
        () -> snapshot().state(SnapshotState.RECOVERABLE).volumeSize(0).build(),
        "snapshot.size-positive");
  }

  @Rules({"DEC-156", "DEC-172"})
  @Test
  void it_is_described_with_what_ec2_tells_of_every_snapshot() {
    Snapshot described = snapshot().build().described();
    assertThat(described.description()).contains("");
    assertThat(described.storageTier()).contains(StorageTier.STANDARD);
    assertThat(described.transferType()).contains(TransferType.STANDARD);
    assertThat(described.fullSnapshotSizeInBytes()).hasValue(0);
    assertThat(described.described()).isSameAs(described);

    Snapshot pending = snapshot().state(SnapshotState.PENDING).build();
    assertThat(pending.described().fullSnapshotSizeInBytes()).isEmpty();
    Snapshot timeBased = snapshot().completionDurationMinutes(15).build();
    assertThat(timeBased.described().transferType()).contains(TransferType.TIME_BASED);
    Snapshot told = snapshot()
        .description("golden")
        .storageTier(StorageTier.ARCHIVE)
        .transferType(TransferType.STANDARD)
        .fullSnapshotSizeInBytes(1)
        .build();
    assertThat(told.described()).isSameAs(told);
  }

  @Rules("DEC-171")
  @Test
  void a_pending_copy_is_described_without_size_and_encryption() {
    Snapshot copy = snapshot()
        .state(SnapshotState.PENDING)
        .volumeId(VolumeId.OF_COPIES)
        .encrypted(true)
        .kmsKeyId(KEY)
        .dataEncryptionKeyId("data-key")
        .fullSnapshotSizeInBytes(1)
        .build();
    Snapshot described = copy.described();

    assertThat(copy.isCopy()).isTrue();
    assertThat(described.volumeSize()).isZero();
    assertThat(described.fullSnapshotSizeInBytes()).isEmpty();
    assertThat(described.encrypted()).contains(false);
    assertThat(described.kmsKeyId()).isEmpty();
    assertThat(described.dataEncryptionKeyId()).isEmpty();
    assertThat(described.stateMessage()).contains("Metadata not updated");
    assertThat(described.described()).isEqualTo(described);
  }

  @Rules("VAL-26")
  @Test
  void progress_lies_between_0_and_100() {
    assertThat(snapshot().progress(0).build().progress()).hasValue(0);
    assertThat(snapshot().progress(100).build().progress()).hasValue(100);
    for (int percent : new int[] {-1, 101}) {
      assertRefused(
          () -> snapshot().progress(percent).build(),
          "snapshot.progress-in-percent",
          "progress",
          INVALID_PARAMETER_COMBINATION);
    }
  }

  @Rules({"VAL-25", "SNAP-04"})
  @Test
  void a_key_stands_on_no_snapshot_that_is_stated_to_be_unencrypted() {
    assertRefused(
        () -> snapshot().encrypted(false).kmsKeyId(KEY).build(),
        "snapshot.key-when-encrypted",
        "kmsKeyId",
        INVALID_PARAMETER_COMBINATION);
    assertRefused(
        () -> snapshot().encrypted(false).dataEncryptionKeyId("data-key").build(),
        "snapshot.key-when-encrypted");
    assertThat(snapshot().encrypted(true).kmsKeyId(KEY).build().kmsKeyId()).contains(KEY);
    assertThat(snapshot().encrypted(true).build().kmsKeyId()).isEmpty();
    assertThat(snapshot().encrypted(false).build().isEncrypted()).isFalse();
  }

  @Rules("ID-22")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "alias/aws/ebs",
        "arn:aws:kms:us-east-1:111122223333:alias/golden",
        "arn:aws:kms:us-east-1:111122223333:alias/golden:key/old"
      })
  void the_key_of_a_snapshot_is_a_key_arn(String key) {
    assertRefused(
        () -> snapshot().encrypted(true).kmsKeyId(KmsKeyId.of(key)).build(),
        "snapshot.key-is-arn",
        "kmsKeyId",
        INVALID_PARAMETER_VALUE);
  }

  // DEC-154: a temporary restore shows in the standard tier, which was refused before.
  @Rules({"VAL-26", "SNAP-09", "ARC-08", "DEC-154"})
  @Test
  void a_restore_expires_in_either_tier_but_not_without_one() {
    for (StorageTier tier : StorageTier.WORDS.known()) {
      Snapshot restored = snapshot().storageTier(tier).restoreExpiryTime(START).build();
      assertThat(restored.restoreExpiryTime()).contains(START);
      assertThat(restored.isArchived()).isTrue();
    }
    assertRefused(
        () -> snapshot().restoreExpiryTime(START).build(),
        "snapshot.tier-with-restore-expiry",
        "restoreExpiryTime",
        INVALID_PARAMETER_COMBINATION);
  }

  @Rules({"VAL-26", "SNAP-07"})
  @Test
  void a_completion_duration_stands_on_time_based_copies_only() {
    Snapshot copy = snapshot()
        .transferType(TransferType.TIME_BASED)
        .completionDurationMinutes(15)
        .build();
    assertThat(copy.completionDurationMinutes()).hasValue(15);
    assertRefused(
        () -> snapshot()
            .transferType(TransferType.STANDARD)
            .completionDurationMinutes(15)
            .build(),
        "snapshot.duration-when-time-based",
        "completionDurationMinutes",
        INVALID_PARAMETER_COMBINATION);
  }

  @Rules({"VAL-26", "SNAP-07", "DEC-07"})
  @Test
  void a_completion_duration_stands_beside_a_transfer_type_that_is_not_known_or_not_told() {
    Snapshot.Builder copy = snapshot().completionDurationMinutes(15);
    assertThat(copy.build().completionDurationMinutes()).hasValue(15);
    assertThat(copy.transferType(TransferType.of("by-truck")).build().completionDurationMinutes())
        .hasValue(15);
  }

  @Rules("VAL-27")
  @Test
  void an_encrypted_snapshot_is_not_public_but_may_be_shared() {
    assertRefused(
        () -> snapshot()
            .encrypted(true)
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .build(),
        "snapshot.not-public-when-encrypted",
        "createVolumePermissions",
        OPERATION_NOT_PERMITTED);
    assertThat(snapshot()
            .encrypted(true)
            .addCreateVolumePermission(CreateVolumePermission.userId("444455556666"))
            .build()
            .isPublic())
        .isFalse();
    assertThat(snapshot()
            .encrypted(false)
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .build()
            .isPublic())
        .isTrue();
  }

  @Rules({"VAL-27", "SPERM-07"})
  @Test
  void an_encrypted_snapshot_in_the_recycle_bin_was_not_public_either() {
    assertRefused(
        () -> snapshot()
            .encrypted(true)
            .recycleBinStay(stay(CreateVolumePermission.everyone()))
            .build(),
        "snapshot.not-public-when-encrypted",
        "createVolumePermissions",
        OPERATION_NOT_PERMITTED);
    assertThat(snapshot()
            .encrypted(true)
            .recycleBinStay(stay(CreateVolumePermission.userId("444455556666")))
            .build()
            .isInRecycleBin())
        .isTrue();
    assertThat(snapshot()
            .recycleBinStay(stay(CreateVolumePermission.everyone()))
            .build()
            .isPublic())
        .isFalse();
  }

  @Rules({"SBIN-04", "SPERM-07"})
  @Test
  void a_snapshot_in_the_recycle_bin_is_not_shared() {
    assertRefused(
        () -> snapshot()
            .recycleBinStay(stay())
            .addCreateVolumePermission(CreateVolumePermission.userId("444455556666"))
            .build(),
        "snapshot.binned-is-not-shared",
        "createVolumePermissions",
        OPERATION_NOT_PERMITTED);
  }

  @Rules("SNAP-16")
  @Test
  void only_the_deletion_of_a_pending_snapshot_is_put_off() {
    assertThat(snapshot()
            .state(SnapshotState.PENDING)
            .deletionRequested(true)
            .build()
            .deletionRequested())
        .isTrue();
    for (SnapshotState state : new SnapshotState[] {SnapshotState.COMPLETED, SnapshotState.ERROR}) {
      assertRefused(
          () -> snapshot().state(state).deletionRequested(true).build(),
          "snapshot.deletion-requested-while-pending",
          "deletionRequested",
          INVALID_PARAMETER_COMBINATION);
    }
  }

  @Rules({"ARC-09", "SNAP-18"})
  @Test
  void what_its_owner_has_of_it_is_carried_and_absent_from_the_start() {
    SnapshotLock lock = new SnapshotLock(
        LockMode.GOVERNANCE,
        START,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(START.plusSeconds(1)));
    Snapshot own = snapshot()
        .lock(lock)
        .lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_IN_PROGRESS)
        .platformDetails("Windows")
        .usageOperation("RunInstances:0002")
        .build();

    assertThat(own.lock()).contains(lock);
    assertThat(own.tieringUnderWay()).contains(TieringOperation.ARCHIVAL);
    assertThat(own.platformDetails()).contains("Windows");
    assertThat(own.usageOperation()).contains("RunInstances:0002");
    assertThat(own.toBuilder().build()).isEqualTo(own).hasSameHashCodeAs(own);
    Snapshot bare = snapshot().build();
    assertThat(bare.lock()).isEmpty();
    assertThat(bare.lastTieringOperationStatus()).isEmpty();
    assertThat(bare.tieringUnderWay()).isEmpty();
    assertThat(bare.recycleBinStay()).isEmpty();
    assertThat(bare.deletionRequested()).isFalse();
    assertThat(bare.deleted()).isFalse();
  }

  @Rules({"ARC-08", "SBIN-01"})
  @Test
  void the_clock_ends_its_stay_in_the_recycle_bin_and_else_its_restore() {
    Instant expiry = START.plusSeconds(3_600);
    Snapshot restored =
        snapshot().storageTier(StorageTier.ARCHIVE).restoreExpiryTime(expiry).build();
    Snapshot binned = restored.toBuilder().recycleBinStay(stay()).build();

    assertThat(snapshot().build().nextDue()).isEmpty();
    assertThat(restored.nextDue()).contains(expiry);
    assertThat(binned.nextDue()).contains(stay().exitTime());
    assertThat(binned.toBuilder().deleted(true).build().nextDue()).isEmpty();
  }

  @Rules("SNAP-05")
  @Test
  void the_volume_may_be_a_stand_in() {
    assertThat(snapshot().volumeId(VolumeId.of("vol-ffff")).build().volumeId())
        .hasValueSatisfying(volume -> assertThat(volume).hasToString("vol-ffff"));
  }

  @Rules("SNAP-12")
  @ParameterizedTest
  @ValueSource(
      strings = {"pending", "completed", "error", "recoverable", "recovering", "of-tomorrow"})
  void a_snapshot_is_read_in_every_state(String state) {
    assertThat(snapshot().state(SnapshotState.of(state)).build().state()).hasToString(state);
  }

  @Rules("ENC-18")
  @ParameterizedTest
  @ValueSource(strings = {"sse-ebs", "sse-kms", "none"})
  void the_kind_of_server_side_encryption_means_nothing_for_being_encrypted(String sseType) {
    assertThat(snapshot().sseType(SseType.of(sseType)).encrypted(true).build().isEncrypted())
        .isTrue();
    assertThat(snapshot().sseType(SseType.of(sseType)).encrypted(false).build().isEncrypted())
        .isFalse();
  }

  @Test
  void all_broken_rules_are_told_at_once() {
    assertRefused(
        () -> snapshot()
            .volumeSize(0)
            .progress(101)
            .encrypted(false)
            .kmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY)
            .restoreExpiryTime(START)
            .transferType(TransferType.STANDARD)
            .completionDurationMinutes(15)
            .build(),
        "snapshot.size-positive",
        "snapshot.progress-in-percent",
        "snapshot.key-when-encrypted",
        "snapshot.key-is-arn",
        "snapshot.tier-with-restore-expiry",
        "snapshot.duration-when-time-based");
  }

  private static SnapshotRecycleBinStay stay(CreateVolumePermission... suspended) {
    return new SnapshotRecycleBinStay(
        START, START.plusSeconds(86_400), ImmutableSet.copyOf(suspended));
  }

  private static Snapshot.Builder snapshot() {
    return Snapshot.builder()
        .snapshotId(SnapshotId.of("snap-1a2b3c4d"))
        .ownerId(AccountId.of("111122223333"))
        .state(SnapshotState.COMPLETED)
        .startTime(START)
        .volumeSize(8);
  }
}

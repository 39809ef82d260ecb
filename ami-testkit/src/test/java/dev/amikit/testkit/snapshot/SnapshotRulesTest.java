package dev.amikit.testkit.snapshot;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatBuilding;
import static dev.amikit.testkit.fixture.Snapshots.archivedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.completedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.encryptedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.pendingSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.KmsKeyId;
import dev.amikit.id.VolumeId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.TransferType;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotRulesTest {
  private static final Instant LATER = Amis.CREATION_DATE.plusSeconds(86_400);

  @Rules({"VAL-25", "SNAP-04"})
  @Test
  void an_unencrypted_snapshot_names_no_key_and_no_data_key() {
    Snapshot.Builder snapshot = encryptedSnapshot().toBuilder().dataEncryptionKeyId("data-key");
    assertThat(snapshot.build()).isEncrypted();
    assertThat(snapshot.encrypted(Optional.empty()).build()).isNotEncrypted();
    assertThatBuilding(() -> snapshot.encrypted(false).build())
        .isRefusedOnlyBy("snapshot.key-when-encrypted");
    assertThatBuilding(() -> snapshot.kmsKeyId(Optional.empty()).build())
        .isRefusedOnlyBy("snapshot.key-when-encrypted");
    assertThat(snapshot.dataEncryptionKeyId(Optional.empty()).build()).isNotEncrypted();
  }

  @Rules({"ID-22"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "alias/aws/ebs",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-east-1:111122223333:alias/golden"
      })
  void the_key_of_a_snapshot_is_a_key_ARN(String key) {
    assertThatBuilding(
            () -> encryptedSnapshot().toBuilder().kmsKeyId(KmsKeyId.of(key)).build())
        .isRefusedOnlyBy("snapshot.key-is-arn")
        .at("kmsKeyId");
  }

  // DEC-154: in the standard tier it is legal, without any it is not.
  @Rules({"VAL-26", "SNAP-09", "DEC-154"})
  @Test
  void a_restore_expires_in_a_tier() {
    assertThat(archivedSnapshot().toBuilder().restoreExpiryTime(LATER).build()).isArchived();
    assertThat(completedSnapshot().toBuilder().restoreExpiryTime(LATER).build()).isArchived();
    assertThatBuilding(() -> completedSnapshot().toBuilder()
            .storageTier(Optional.empty())
            .restoreExpiryTime(LATER)
            .build())
        .isRefusedOnlyBy("snapshot.tier-with-restore-expiry")
        .at("restoreExpiryTime");
  }

  @Rules({"VAL-26", "SNAP-07"})
  @Test
  void a_duration_stands_only_on_a_time_based_copy() {
    Snapshot.Builder copy = completedSnapshot().toBuilder().completionDurationMinutes(60);
    assertThat(copy.transferType(TransferType.TIME_BASED).build().completionDurationMinutes())
        .hasValue(60);
    assertThatBuilding(() -> copy.transferType(TransferType.STANDARD).build())
        .isRefusedOnlyBy("snapshot.duration-when-time-based")
        .at("completionDurationMinutes");
  }

  @Rules({"VAL-26"})
  @Test
  void progress_lies_between_0_and_100() {
    assertThat(pendingSnapshot().toBuilder().progress(0).build().progress()).hasValue(0);
    assertThat(pendingSnapshot().toBuilder().progress(100).build().progress()).hasValue(100);
    for (int outside : new int[] {-1, 101}) {
      assertThatBuilding(() -> pendingSnapshot().toBuilder().progress(outside).build())
          .isRefusedOnlyBy("snapshot.progress-in-percent")
          .at("progress");
    }
  }

  @Rules({"VAL-27"})
  @Test
  void an_encrypted_snapshot_is_shared_with_accounts_but_not_with_everyone() {
    assertThat(encryptedSnapshot().toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.userId(Accounts.OTHER))
            .build())
        .isSharedWith(Accounts.OTHER);
    assertThat(completedSnapshot().toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .build())
        .isPublic();
    assertThatBuilding(() -> encryptedSnapshot().toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .build())
        .isRefusedOnlyBy("snapshot.not-public-when-encrypted")
        .at("createVolumePermissions");
  }

  @Rules({"SNAP-02", "VOL-18"})
  @Test
  void the_volume_has_at_least_1_GiB_whatever_was_written() {
    Snapshot.Builder snapshot = completedSnapshot().toBuilder();
    assertThat(snapshot.volumeSize(1).build().fullSnapshotSizeInBytes()).isEmpty();
    assertThat(snapshot.fullSnapshotSizeInBytes(0).build().fullSnapshotSizeInBytes())
        .hasValue(0);
    assertThatBuilding(() -> snapshot.volumeSize(0).build())
        .isRefusedOnlyBy("snapshot.size-positive")
        .at("volumeSize");
  }

  @Rules({"SNAP-03"})
  @Test
  void progress_may_be_absent() {
    assertThat(
            pendingSnapshot().toBuilder().progress(OptionalInt.empty()).build().progress())
        .isEmpty();
  }

  @Rules({"SNAP-05", "ID-06"})
  @ParameterizedTest
  @ValueSource(strings = {"vol-ffff", "vol-ffffffff", "vol-0abcdef1234567890", "vol-1a2b3c4d"})
  void the_volume_may_be_gone_or_a_stand_in(String volume) {
    assertThat(completedSnapshot().toBuilder()
            .volumeId(VolumeId.of(volume))
            .build()
            .volumeId())
        .contains(VolumeId.of(volume));
  }

  @Rules({"SNAP-08"})
  @Test
  void the_tier_may_be_absent() {
    Snapshot old = completedSnapshot().toBuilder().storageTier(Optional.empty()).build();
    assertThat(old.storageTier()).isEmpty();
    assertThat(old.isArchived()).isFalse();
  }

  @Rules({"SNAP-12"})
  @ParameterizedTest
  @ValueSource(
      strings = {"pending", "completed", "error", "recoverable", "recovering", "new-state"})
  void a_snapshot_may_be_in_any_state(String state) {
    assertThat(completedSnapshot().toBuilder().state(SnapshotState.of(state)).build())
        .isInState(SnapshotState.of(state));
  }

  @Rules({"ENC-18"})
  @ParameterizedTest
  @ValueSource(strings = {"sse-ebs", "sse-kms", "none"})
  void the_kind_of_server_side_encryption_means_nothing(String word) {
    Snapshot snapshot =
        completedSnapshot().toBuilder().sseType(SseType.of(word)).build();
    assertThat(snapshot).isNotEncrypted();
    assertThat(snapshot.sseType()).contains(SseType.of(word));
  }

  @Rules({"SNAP-18"})
  @Test
  void tier_and_sharing_are_independent() {
    assertThat(archivedSnapshot().toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.userId(Accounts.OTHER))
            .build())
        .isArchived()
        .isCompleted()
        .isSharedWith(Accounts.OTHER);
  }

  @Test
  void most_members_may_be_absent() {
    Snapshot sparse = Snapshot.builder()
        .snapshotId(Snapshots.ID)
        .ownerId(Accounts.OWNER)
        .state(SnapshotState.COMPLETED)
        .startTime(Amis.CREATION_DATE)
        .volumeSize(8)
        .build();
    assertThat(sparse.encrypted()).isEmpty();
    assertThat(sparse.volumeId()).isEmpty();
    assertThat(sparse.tags()).isEmpty();
    assertThat(sparse.transferType()).isEmpty();
  }
}

package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.KEY;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.refused;
import static dev.amikit.registry.Copying.share;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.stored;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.filter.Filter;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTierTest {
  private static final ErrorCode STATE = ErrorCode.INCORRECT_STATE;
  private static final StateReason BROKEN = new StateReason("Server.InternalError", "broken");

  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();

  private static void archive(TestRegistry ec2, SnapshotId id) {
    ec2.owner().modifySnapshotTier(id, StorageTier.ARCHIVE);
  }

  private SnapshotId archived() {
    SnapshotId id = ec2.snapshot();
    archive(ec2, id);
    return id;
  }

  private static SnapshotTierStatus status(TestRegistry ec2, SnapshotId id) {
    return ec2.owner().describeSnapshotTierStatus(id).get(0);
  }

  private static TieringOperationStatus last(TestRegistry ec2, SnapshotId id) {
    return status(ec2, id).lastTieringOperationStatus().orElseThrow();
  }

  @Test
  @Rules({"ARC-04", "ARC-09", "SNAP-11"})
  void archiving_keeps_everything_but_the_permissions() {
    SnapshotId rich =
        ec2.snapshot(OWNER, change -> change.encrypted(true).kmsKeyId(KEY).tags(Tags.of("a", "b")));
    share(ec2, rich, FRIEND);
    Snapshot before = snapshot(ec2, rich);
    archive(ec2, rich);
    assertThat(snapshot(ec2, rich))
        .isEqualTo(before.toBuilder()
            .storageTier(StorageTier.ARCHIVE)
            .createVolumePermissions(List.of())
            .lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_COMPLETED)
            .lastTieringStartTime(ec2.clock.instant())
            .archivalCompleteTime(ec2.clock.instant())
            .build());
    SnapshotTierStatus status = status(ec2, rich);
    assertThat(status.storageTier()).isEqualTo(StorageTier.ARCHIVE);
    assertThat(status.status()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(status.ownerId()).isEqualTo(OWNER);
    assertThat(status.tags()).isEqualTo(Tags.of("a", "b"));
    assertThat(status.lastTieringOperationStatus())
        .contains(TieringOperationStatus.ARCHIVAL_COMPLETED);
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(rich));
    assertThat(snapshot(ec2, rich).createVolumePermissions()).isEmpty();
  }

  @Test
  @Rules("ARC-08")
  void a_restore_that_ended_and_ran_out_while_the_clock_jumped_is_over() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(Duration.ofHours(1)));
    SnapshotId id = slow.snapshot();
    archive(slow, id);
    slow.pass(Duration.ofHours(1));
    slow.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 1));
    slow.clock.pass(Duration.ofDays(10));
    assertThat(status(slow, id).restoreExpiryTime()).isEmpty();
    refused(
        slow,
        STATE,
        "used-snapshot.not-archived",
        () -> slow.owner().copySnapshot(copyOf(id).build()));
  }

  @Test
  @Rules({"ARC-05", "ARC-06", "ARC-09"})
  void it_can_be_used_until_archiving_completes_and_stays_where_it_is_if_that_fails() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.whenTold());
    SnapshotId id = slow.snapshot();
    archive(slow, id);
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.ARCHIVAL_IN_PROGRESS);
    assertThat(slow.owner().copySnapshot(copyOf(id).build())).isNotNull();
    refused(slow, STATE, "modify-snapshot-tier.standard", () -> archive(slow, id));
    refused(
        slow,
        STATE,
        "restore-snapshot-tier.archived",
        () -> slow.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id)));
    slow.registry.aws().fail(HERE, id, BROKEN);
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.ARCHIVAL_FAILED);
    assertThat(status(slow, id).storageTier()).isEqualTo(StorageTier.STANDARD);
    assertThat(status(slow, id).status()).isEqualTo(SnapshotState.COMPLETED);
    archive(slow, id);
    slow.registry.aws().complete(HERE, id);
    refused(
        slow,
        STATE,
        "used-snapshot.not-archived",
        () -> slow.owner().copySnapshot(copyOf(id).build()));
    slow.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 1));
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.TEMPORARY_RESTORE_IN_PROGRESS);
    slow.registry.aws().fail(HERE, id, BROKEN);
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.TEMPORARY_RESTORE_FAILED);
    slow.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id));
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.PERMANENT_RESTORE_IN_PROGRESS);
    slow.registry.aws().fail(HERE, id, BROKEN);
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.PERMANENT_RESTORE_FAILED);
    assertThat(snapshot(slow, id).isArchived()).isTrue();
  }

  @Test
  @Rules({"ARC-01"})
  void only_a_completed_one_of_the_standard_tier_is_archived_and_no_other_move_exists() {
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_VALUE,
        "modify-snapshot-tier.to-archive",
        () -> ec2.owner().modifySnapshotTier(snapshot, StorageTier.STANDARD));
    SnapshotId pending = ec2.snapshot(OWNER, change -> change.state(SnapshotState.PENDING));
    refused(ec2, STATE, "modify-snapshot-tier.standard", () -> archive(ec2, pending));
    SnapshotId archived = archived();
    refused(ec2, STATE, "modify-snapshot-tier.standard", () -> archive(ec2, archived));
    SnapshotId backup =
        ec2.snapshot(OWNER, change -> change.tags(Tags.of("aws:backup:source-resource", "x")));
    refused(
        ec2,
        ErrorCode.AUTH_FAILURE,
        "modify-snapshot-tier.not-managed-by-backup",
        () -> archive(ec2, backup));
    share(ec2, snapshot, FRIEND);
    refused(
        ec2,
        ErrorCode.AUTH_FAILURE,
        "snapshot.owner",
        () -> ec2.as(FRIEND).modifySnapshotTier(snapshot, StorageTier.ARCHIVE));
  }

  @Test
  @Rules({"ARC-02", "DISABLE-12"})
  void the_snapshot_of_an_image_is_archived_once_all_its_images_are_disabled() {
    Ami first = image(ec2, snapshot);
    Ami second = image(
        ec2,
        OWNER,
        ec2.snapshot(),
        ami -> ami.imageId("ami-00000000000000077")
            .state(AmiState.PENDING)
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                DeviceName.of("/dev/sdb"), EbsBlockDevice.ofSnapshot(snapshot))));
    ec2.owner().disableImage(first.imageId());
    refused(ec2, STATE, "modify-snapshot-tier.images-disabled", () -> archive(ec2, snapshot));
    ec2.owner().deregisterImage(second.imageId());
    archive(ec2, snapshot);
    assertThat(snapshot(ec2, snapshot).isArchived()).isTrue();
  }

  @Test
  @Rules({"ARC-03", "DISABLE-13"})
  void an_image_is_enabled_once_its_snapshots_are_restored_for_good() {
    Ami ami = image(ec2, snapshot);
    ec2.owner().disableImage(ami.imageId());
    archive(ec2, snapshot);
    refused(
        ec2,
        STATE,
        "enable-image.snapshots-restored",
        () -> ec2.owner().enableImage(ami.imageId()));
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(snapshot, 5));
    refused(
        ec2,
        STATE,
        "enable-image.snapshots-restored",
        () -> ec2.owner().enableImage(ami.imageId()));
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(snapshot));
    ec2.owner().enableImage(ami.imageId());
    assertThat(image(ec2, HERE, ami.imageId()).state()).isEqualTo(AmiState.AVAILABLE);
  }

  @Test
  @Rules({"ARC-07", "ARC-08", "SNAP-28"})
  void restored_for_good_it_is_back_in_the_standard_tier() {
    SnapshotId id = archived();
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id));
    assertThat(status(ec2, id).storageTier()).isEqualTo(StorageTier.STANDARD);
    assertThat(last(ec2, id)).isEqualTo(TieringOperationStatus.PERMANENT_RESTORE_COMPLETED);
    assertThat(status(ec2, id).restoreExpiryTime()).isEmpty();
    assertThat(ec2.owner().copySnapshot(copyOf(id).build())).isNotNull();
  }

  @Test
  @Rules({"ARC-08", "SNAP-09", "SNAP-28"})
  void restored_for_some_days_it_can_be_used_until_they_are_over() {
    SnapshotId id = archived();
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 3));
    assertThat(last(ec2, id)).isEqualTo(TieringOperationStatus.TEMPORARY_RESTORE_COMPLETED);
    assertThat(status(ec2, id).restoreExpiryTime()).contains(START.plus(Duration.ofDays(3)));
    ec2.pass(Duration.ofDays(3).minusMillis(1));
    assertThat(ec2.owner().copySnapshot(copyOf(id).build())).isNotNull();
    ec2.pass(Duration.ofMillis(1));
    assertThat(snapshot(ec2, id).restoreExpiryTime()).isEmpty();
    refused(
        ec2,
        STATE,
        "used-snapshot.not-archived",
        () -> ec2.owner().copySnapshot(copyOf(id).build()));
  }

  @Test
  @Rules({"ARC-08"})
  void the_days_can_be_counted_anew_or_the_restore_made_permanent() {
    SnapshotId id = archived();
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 3));
    ec2.pass(Duration.ofDays(2));
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 10));
    assertThat(status(ec2, id).restoreExpiryTime()).contains(START.plus(Duration.ofDays(12)));
    ec2.pass(Duration.ofDays(5));
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id));
    ec2.pass(Duration.ofDays(100));
    assertThat(status(ec2, id).storageTier()).isEqualTo(StorageTier.STANDARD);
    assertThat(last(ec2, id)).isEqualTo(TieringOperationStatus.PERMANENT_RESTORE_COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 181})
  @Rules({"ARC-07"})
  void it_is_restored_for_1_to_180_days(int days) {
    SnapshotId id = archived();
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_VALUE,
        "restore-snapshot-tier.days-in-range",
        () -> ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, days)));
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 1));
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 180));
  }

  @Test
  @Rules({"ARC-07"})
  void it_is_restored_in_exactly_one_of_two_ways_and_only_if_it_is_archived() {
    SnapshotId id = archived();
    for (RestoreSnapshotTier request : new RestoreSnapshotTier[] {
      RestoreSnapshotTier.builder()
          .snapshotId(id)
          .temporaryRestoreDays(3)
          .permanentRestore(true)
          .build(),
      RestoreSnapshotTier.builder().snapshotId(id).build()
    }) {
      refused(
          ec2,
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "restore-snapshot-tier.one-form",
          () -> ec2.owner().restoreSnapshotTier(request));
    }
    refused(
        ec2,
        STATE,
        "restore-snapshot-tier.archived",
        () -> ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(snapshot)));
  }

  @Test
  @Rules({"ARC-11"})
  void at_most_25_are_archived_and_5_restored_at_a_time() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.whenTold());
    SnapshotId first = slow.snapshot();
    archive(slow, first);
    for (int i = 1; i < 25; i++) {
      archive(slow, slow.snapshot());
    }
    SnapshotId another = slow.snapshot();
    refused(
        slow,
        ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "modify-snapshot-tier.few",
        () -> archive(slow, another));
    slow.registry.aws().complete(HERE, first);
    archive(slow, another);
    for (int i = 0; i < 5; i++) {
      slow.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(inArchive(slow), 1));
    }
    refused(
        slow,
        ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "restore-snapshot-tier.few",
        () -> slow.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(first)));
  }

  @Test
  @Rules({"ARC-11"})
  void at_most_25_of_one_volume_are_archived_copies_not_counted() {
    VolumeId volume = VolumeId.of("vol-0123456789abcdef0");
    SnapshotId first = of(volume);
    archive(ec2, first);
    for (int i = 1; i < 25; i++) {
      archive(ec2, of(volume));
    }
    SnapshotId another = of(volume);
    refused(
        ec2,
        ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "modify-snapshot-tier.few-of-volume",
        () -> archive(ec2, another));
    archive(ec2, of(VolumeId.of("vol-0123456789abcdef1")));
    for (int i = 0; i < 26; i++) {
      archive(ec2, ec2.owner().copySnapshot(copyOf(another).build()));
    }
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(first));
    archive(ec2, another);
  }

  @Test
  @Rules({"ARC-11"})
  void those_that_are_being_archived_count_for_their_volume() {
    TestRegistry slow = new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .completion(CompletionPolicy.whenTold())
        .quotas(Quotas.builder().archivedPerVolume(1).build())
        .build());
    VolumeId volume = VolumeId.of("vol-0123456789abcdef0");
    SnapshotId first = slow.snapshot(OWNER, s -> s.volumeId(volume));
    SnapshotId second = slow.snapshot(OWNER, s -> s.volumeId(volume));
    archive(slow, first);
    refused(
        slow,
        ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "modify-snapshot-tier.few-of-volume",
        () -> archive(slow, second));
  }

  private SnapshotId of(VolumeId volume) {
    return ec2.snapshot(OWNER, s -> s.volumeId(volume));
  }

  private static SnapshotId inArchive(TestRegistry ec2) {
    return ec2.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
  }

  @Test
  @Rules({"SHR-07", "ARC-05"})
  void an_archived_one_is_not_shared() {
    SnapshotId id = archived();
    refused(ec2, STATE, "modify-snapshot-attribute.not-archived", () -> share(ec2, id, FRIEND));
  }

  @Test
  @Rules({"ARC-12"})
  void an_archived_one_is_deleted_like_others() {
    SnapshotId used = ec2.snapshot();
    ec2.owner().disableImage(image(ec2, used).imageId());
    archive(ec2, used);
    refused(
        ec2,
        ErrorCode.INVALID_SNAPSHOT_IN_USE,
        "delete-snapshot.unused",
        () -> ec2.owner().deleteSnapshot(used));
    SnapshotId locked = archived();
    ec2.owner().lockSnapshot(SnapshotLockTest.governance(locked, 1));
    refused(
        ec2,
        ErrorCode.OPERATION_NOT_PERMITTED,
        "delete-snapshot.unlocked",
        () -> ec2.owner().deleteSnapshot(locked));
    SnapshotId id = archived();
    ec2.owner().call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 3));
    ec2.owner().deleteSnapshot(id);
    refused(
        ec2,
        ErrorCode.INVALID_SNAPSHOT_NOT_FOUND,
        "snapshot.exists",
        () -> ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id)));
    ec2.owner().restoreSnapshotFromRecycleBin(id);
    assertThat(snapshot(ec2, id).isArchived()).isTrue();
    ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id));
    assertThat(snapshot(ec2, id).isArchived()).isFalse();
  }

  @Test
  @Rules({"ARC-12"})
  void one_that_is_being_archived_can_be_deleted_and_then_is_not_archived() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(Duration.ofHours(1)));
    slow.owner().call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 3));
    SnapshotId id = slow.snapshot();
    archive(slow, id);
    slow.owner().deleteSnapshot(id);
    slow.pass(Duration.ofHours(2));
    assertThat(stored(slow, HERE, id).isArchived()).isFalse();
    slow.owner().restoreSnapshotFromRecycleBin(id);
    assertThat(last(slow, id)).isEqualTo(TieringOperationStatus.ARCHIVAL_FAILED);
  }

  @Test
  @Rules({"ARC-09"})
  void the_tiers_of_all_own_snapshots_are_told_by_id() {
    SnapshotId other = archived();
    ec2.snapshot(FRIEND, change -> change);
    assertThat(ec2.owner().describeSnapshotTierStatus())
        .extracting(SnapshotTierStatus::snapshotId)
        .containsExactly(snapshot, other);
    assertThat(status(ec2, snapshot).lastTieringOperationStatus()).isEmpty();
  }

  @Test
  @Rules({"ARC-09", "FLT-04"})
  void the_tiers_of_own_snapshots_are_found_by_filters_and_told_in_pages() {
    SnapshotId other = archived();
    for (Filter filter : new Filter[] {
      Filter.of("last-tiering-operation", "archival-*"),
      Filter.of("snapshot-id", other.value()),
      Filter.of("volume-id", status(ec2, other).volumeId().orElseThrow().value())
    }) {
      assertThat(ec2.owner().describeSnapshotTierStatus(DescribeSnapshotTierStatus.of(filter)))
          .extracting(
              page -> page.items().get(0).snapshotId(), page -> page.items().size())
          .containsExactly(other, 1);
    }
    for (int i = 0; i < 6; i++) {
      ec2.snapshot();
    }
    DescribeSnapshotTierStatus all = DescribeSnapshotTierStatus.of();
    PageRequest five = PageRequest.of(5);
    Page<SnapshotTierStatus> first = ec2.owner().describeSnapshotTierStatus(all.on(five));
    Page<SnapshotTierStatus> second = ec2.owner()
        .describeSnapshotTierStatus(all.on(five.after(first.nextToken().orElseThrow())));
    assertThat(first.items()).hasSize(5);
    assertThat(second.items()).hasSize(3);
    assertThat(ec2.owner()
            .describeSnapshotTierStatus(all.on(PageRequest.of(2_000)))
            .items())
        .hasSize(8);
    assertSays(
        () -> ec2.owner()
            .describeSnapshotTierStatus(
                DescribeSnapshotTierStatus.of(Filter.of("status", "completed"))),
        "InvalidParameterValue",
        "The filter 'status' is invalid");
  }

  @Test
  @Rules({"ARC-01", "ARC-07", "ARC-08"})
  void both_ways_answer_with_the_time_at_which_they_begin() {
    ec2.clock.pass(Duration.ofNanos(1_234_567));
    Instant now = START.plusMillis(1);

    assertThat(ec2.owner().modifySnapshotTier(snapshot, StorageTier.ARCHIVE))
        .isEqualTo(new SnapshotTiering(snapshot, now));
    for (int days : new int[] {5, 10}) {
      assertThat(ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(snapshot, days)))
          .isEqualTo(new SnapshotRestoration(snapshot, now, OptionalInt.of(days)));
    }
    assertThat(ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(snapshot)))
        .isEqualTo(new SnapshotRestoration(snapshot, now, OptionalInt.empty()));
  }

  @Test
  @Rules({"ARC-06", "ARC-09"})
  void its_owner_is_told_when_it_moves_how_far_and_why_not_further() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.whenTold());
    SnapshotId id = slow.snapshot();
    assertThat(status(slow, id))
        .returns(Optional.empty(), SnapshotTierStatus::lastTieringStartTime)
        .returns(OptionalInt.empty(), SnapshotTierStatus::lastTieringProgress)
        .returns(Optional.empty(), SnapshotTierStatus::archivalCompleteTime);

    archive(slow, id);
    assertThat(status(slow, id))
        .returns(Optional.of(START), SnapshotTierStatus::lastTieringStartTime)
        .returns(OptionalInt.of(0), SnapshotTierStatus::lastTieringProgress)
        .returns(Optional.empty(), SnapshotTierStatus::archivalCompleteTime);

    slow.registry.aws().fail(HERE, id, BROKEN);
    assertThat(status(slow, id))
        .returns(OptionalInt.empty(), SnapshotTierStatus::lastTieringProgress)
        .returns(Optional.of("broken"), SnapshotTierStatus::lastTieringOperationStatusDetail);

    slow.pass(Duration.ofMinutes(1));
    archive(slow, id);
    slow.pass(Duration.ofMinutes(1));
    slow.registry.aws().complete(HERE, id);
    assertThat(status(slow, id))
        .returns(Optional.of(START.plusSeconds(60)), SnapshotTierStatus::lastTieringStartTime)
        .returns(OptionalInt.of(100), SnapshotTierStatus::lastTieringProgress)
        .returns(Optional.empty(), SnapshotTierStatus::lastTieringOperationStatusDetail)
        .returns(Optional.of(START.plusSeconds(120)), SnapshotTierStatus::archivalCompleteTime);
    assertThat(slow.owner().describeSnapshot(id).orElseThrow())
        .returns(Optional.empty(), Snapshot::lastTieringStartTime)
        .returns(Optional.empty(), Snapshot::archivalCompleteTime);
  }
}

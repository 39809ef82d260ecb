package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.refused;
import static dev.amikit.registry.Copying.share;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotLockTest {
  private static final ErrorCode NOT_PERMITTED = ErrorCode.OPERATION_NOT_PERMITTED;
  private static final ErrorCode BAD_VALUE = ErrorCode.INVALID_PARAMETER_VALUE;
  private static final ErrorCode COMBINATION = ErrorCode.INVALID_PARAMETER_COMBINATION;
  private static final String FINAL = "lock-snapshot.compliance-stays";

  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();

  static LockSnapshot governance(SnapshotId snapshot, int days) {
    return lock(snapshot, LockMode.GOVERNANCE).lockDuration(days).build();
  }

  private static LockSnapshot.Builder lock(SnapshotId snapshot, LockMode mode) {
    return LockSnapshot.builder().snapshotId(snapshot).lockMode(mode);
  }

  private LockSnapshot.Builder compliance() {
    return lock(snapshot, LockMode.COMPLIANCE);
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private LockState state() {
    return ec2.owner().describeLockedSnapshots(snapshot).get(0).lockState();
  }

  private SnapshotLock lock() {
    return Copying.stored(ec2, HERE, snapshot).lock().orElseThrow();
  }

  @Test
  @Rules({"LOCK-01", "LOCK-02"})
  void a_lock_lasts_for_some_days_or_until_a_date() {
    LockedSnapshotsInfo locked = ec2.owner().lockSnapshot(governance(snapshot, 2));
    assertThat(locked.lockState()).isEqualTo(LockState.GOVERNANCE);
    assertThat(locked.ownerId()).isEqualTo(OWNER);
    assertThat(locked.lock().lockCreatedOn()).isEqualTo(START);
    assertThat(locked.lock().lockDurationStartTime()).contains(START);
    assertThat(locked.lock().lockExpiresOn()).contains(day(2));
    ec2.pass(Duration.ofDays(2).minusMillis(1));
    assertThat(state()).isEqualTo(LockState.GOVERNANCE);
    ec2.pass(Duration.ofMillis(1));
    assertThat(state()).isEqualTo(LockState.EXPIRED);
    locked = ec2.owner().lockSnapshot(compliance().expirationDate(day(9)).build());
    assertThat(locked.lockState()).isEqualTo(LockState.COMPLIANCE);
    assertThat(locked.lock().lockExpiresOn()).contains(day(9));
    assertThat(locked.lock().lockDurationStartTime()).isEmpty();
  }

  @Test
  @Rules({"LOCK-02"})
  void it_has_exactly_one_end() {
    refused(
        ec2,
        ErrorCode.MISSING_PARAMETER,
        "lock-snapshot.end-given",
        () -> ec2.owner().lockSnapshot(compliance().build()));
    refused(
        ec2,
        COMBINATION,
        "lock-snapshot.one-end",
        () -> ec2.owner()
            .lockSnapshot(compliance().lockDuration(1).expirationDate(day(3)).build()));
    refused(
        ec2,
        BAD_VALUE,
        "lock-snapshot.end-in-range",
        () -> ec2.owner().lockSnapshot(compliance().expirationDate(START).build()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 36_501})
  @Rules({"LOCK-02"})
  void its_duration_is_1_to_36500_days(int days) {
    refused(
        ec2,
        BAD_VALUE,
        "lock-snapshot.end-in-range",
        () -> ec2.owner().lockSnapshot(governance(snapshot, days)));
    ec2.owner().lockSnapshot(governance(snapshot, 36_500));
    ec2.owner().lockSnapshot(governance(snapshot, 1));
  }

  @Test
  @Rules({"LOCK-01", "LOCK-03"})
  void its_mode_is_known_and_only_compliance_cools_off_for_1_to_72_hours() {
    refused(
        ec2,
        BAD_VALUE,
        "lock-snapshot.mode-known",
        () -> ec2.owner()
            .lockSnapshot(lock(snapshot, LockMode.of("loose")).lockDuration(1).build()));
    refused(
        ec2,
        COMBINATION,
        "lock-snapshot.cool-off-fits",
        () -> ec2.owner()
            .lockSnapshot(lock(snapshot, LockMode.GOVERNANCE)
                .lockDuration(1)
                .coolOffPeriod(1)
                .build()));
    for (int hours : new int[] {0, 73}) {
      refused(
          ec2,
          BAD_VALUE,
          "lock-snapshot.cool-off-in-range",
          () -> ec2.owner()
              .lockSnapshot(compliance().lockDuration(1).coolOffPeriod(hours).build()));
    }
    ec2.owner().lockSnapshot(compliance().lockDuration(9).coolOffPeriod(72).build());
    assertThat(state()).isEqualTo(LockState.COMPLIANCE_COOLOFF);
    assertThat(lock().coolOffPeriodExpiresOn()).contains(day(3));
  }

  @Test
  @Rules({"LOCK-03", "LOCK-05"})
  void compliance_without_cooling_off_is_final_at_once() {
    ec2.owner().lockSnapshot(compliance().lockDuration(1).build());
    refused(ec2, NOT_PERMITTED, FINAL, () -> ec2.owner().unlockSnapshot(snapshot));
  }

  @Test
  @Rules({"LOCK-04"})
  void governance_can_be_changed_in_any_way_at_any_time() {
    ec2.owner().lockSnapshot(governance(snapshot, 10));
    ec2.owner().lockSnapshot(governance(snapshot, 20));
    assertThat(lock().lockExpiresOn()).contains(day(20));
    ec2.owner().lockSnapshot(governance(snapshot, 5));
    assertThat(lock().lockExpiresOn()).contains(day(5));
    ec2.owner().unlockSnapshot(snapshot);
    assertThat(ec2.owner().describeLockedSnapshots()).isEmpty();
    ec2.owner().lockSnapshot(governance(snapshot, 5));
    ec2.owner().lockSnapshot(compliance().lockDuration(1).coolOffPeriod(1).build());
    assertThat(state()).isEqualTo(LockState.COMPLIANCE_COOLOFF);
  }

  @Test
  @Rules({"LOCK-05"})
  void compliance_can_be_changed_in_any_way_while_it_cools_off() {
    LockSnapshot cooling = compliance().lockDuration(10).coolOffPeriod(24).build();
    ec2.owner().lockSnapshot(cooling);
    ec2.owner().lockSnapshot(compliance().lockDuration(5).coolOffPeriod(24).build());
    assertThat(lock().lockExpiresOn()).contains(day(5));
    ec2.owner().lockSnapshot(governance(snapshot, 1));
    assertThat(state()).isEqualTo(LockState.GOVERNANCE);
    ec2.owner().lockSnapshot(cooling);
    ec2.owner().unlockSnapshot(snapshot);
    assertThat(ec2.owner().describeLockedSnapshots()).isEmpty();
  }

  @Test
  @Rules({"LOCK-05", "LOCK-06"})
  void compliance_can_only_be_made_longer_afterwards() {
    ec2.owner().lockSnapshot(compliance().lockDuration(10).coolOffPeriod(24).build());
    ec2.pass(Duration.ofDays(1));
    assertThat(state()).isEqualTo(LockState.COMPLIANCE);
    refused(ec2, NOT_PERMITTED, FINAL, () -> ec2.owner().unlockSnapshot(snapshot));
    refused(ec2, NOT_PERMITTED, FINAL, () -> ec2.owner().lockSnapshot(governance(snapshot, 100)));
    refused(
        ec2,
        NOT_PERMITTED,
        FINAL,
        () -> ec2.owner().lockSnapshot(compliance().lockDuration(8).build()));
    refused(
        ec2,
        COMBINATION,
        "lock-snapshot.cool-off-fits",
        () -> ec2.owner()
            .lockSnapshot(compliance().lockDuration(100).coolOffPeriod(1).build()));
    ec2.owner().lockSnapshot(compliance().lockDuration(9).build());
    ec2.owner().lockSnapshot(compliance().expirationDate(day(30)).build());
    assertThat(lock().lockExpiresOn()).contains(day(30));
    assertThat(lock().lockCreatedOn()).isEqualTo(START);
    assertThat(state()).isEqualTo(LockState.COMPLIANCE);
    ec2.pass(Duration.ofDays(29));
    assertThat(state()).isEqualTo(LockState.EXPIRED);
    ec2.owner().lockSnapshot(governance(snapshot, 1));
    assertThat(state()).isEqualTo(LockState.GOVERNANCE);
  }

  @Test
  @Rules({"LOCK-04"})
  void unlocking_what_is_not_locked_changes_nothing() {
    PartitionState unlocked = ec2.state();
    assertThat(ec2.owner().unlockSnapshot(snapshot)).isEqualTo(snapshot);
    assertThat(ec2.state()).isEqualTo(unlocked);
    ec2.owner().lockSnapshot(governance(snapshot, 1));
    ec2.pass(Duration.ofDays(1));
    ec2.owner().unlockSnapshot(snapshot);
    assertThat(state()).isEqualTo(LockState.EXPIRED);
  }

  @Test
  @Rules({"LOCK-07"})
  void of_a_pending_snapshot_the_duration_counts_from_its_completion() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(Duration.ofHours(6)));
    VolumeId volume = VolumeId.of("vol-00000000000000001");
    slow.put(Volume.builder()
        .volumeId(volume)
        .ownerId(OWNER)
        .createTime(START)
        .size(8)
        .volumeType(VolumeType.GP3)
        .build());
    SnapshotId pending = slow.owner()
        .createSnapshot(CreateSnapshot.builder().volumeId(volume).build())
        .snapshotId();
    LockedSnapshotsInfo locked = slow.owner().lockSnapshot(governance(pending, 2));
    assertThat(locked.lock().lockExpiresOn()).isEmpty();
    assertThat(locked.lock().lockDurationStartTime()).isEmpty();
    assertThat(locked.lockState()).isEqualTo(LockState.GOVERNANCE);
    refused(
        slow,
        NOT_PERMITTED,
        "delete-snapshot.unlocked",
        () -> slow.owner().deleteSnapshot(pending));
    slow.pass(Duration.ofHours(7));
    SnapshotLock lock = slow.owner().describeLockedSnapshots().get(0).lock();
    assertThat(lock.lockCreatedOn()).isEqualTo(START);
    assertThat(lock.lockDurationStartTime()).contains(START.plus(Duration.ofHours(6)));
    assertThat(lock.lockExpiresOn()).contains(day(2).plus(Duration.ofHours(6)));
    SnapshotId failed = slow.snapshot(OWNER, change -> change.state(SnapshotState.ERROR));
    refused(
        slow,
        ErrorCode.INCORRECT_STATE,
        "lock-snapshot.not-failed",
        () -> slow.owner().lockSnapshot(governance(failed, 2)));
  }

  @Test
  @Rules({"LOCK-08", "SNAP-18"})
  void a_locked_snapshot_can_be_shared_tagged_copied_used_and_archived() {
    ec2.owner().lockSnapshot(compliance().lockDuration(1).build());
    share(ec2, snapshot, FRIEND);
    ec2.owner().createTags(Tags.of("a", "b"), snapshot);
    ec2.owner().copySnapshot(copyOf(snapshot).build());
    Ami ami = image(ec2, snapshot);
    ec2.owner().copyImage(copyOf(ami.imageId()).build());
    ec2.owner().disableImage(ami.imageId());
    ec2.owner().modifySnapshotTier(snapshot, StorageTier.ARCHIVE);
    assertThat(snapshot(ec2, snapshot).isArchived()).isTrue();
    assertThat(state()).isEqualTo(LockState.COMPLIANCE);
    ec2.pass(Duration.ofDays(2));
    assertThat(snapshot(ec2, snapshot).tags()).isEqualTo(Tags.of("a", "b"));
  }

  @Test
  @Rules({"LOCK-01", "SHR-09"})
  void locks_are_told_to_the_owner_alone() {
    SnapshotId other = ec2.snapshot();
    ec2.owner().lockSnapshot(governance(other, 1));
    ec2.owner().lockSnapshot(governance(snapshot, 1));
    assertThat(ec2.owner().describeLockedSnapshots())
        .extracting(LockedSnapshotsInfo::snapshotId)
        .containsExactly(snapshot, other);
    assertThat(ec2.owner().describeLockedSnapshots(other)).hasSize(1);
    assertThat(ec2.owner()
            .describeLockedSnapshots(new DescribeLockedSnapshots(
                ImmutableSet.of(), Filter.of("lock-state", "governance")))
            .items())
        .hasSize(2);
    assertThat(ec2.owner()
            .describeLockedSnapshots(
                new DescribeLockedSnapshots(ImmutableSet.of(), Filter.of("lock-state", "expired")))
            .items())
        .isEmpty();
    assertThat(ec2.as(FRIEND).describeLockedSnapshots()).isEmpty();
    share(ec2, snapshot, FRIEND);
    refused(
        ec2,
        ErrorCode.AUTH_FAILURE,
        "snapshot.owner",
        () -> ec2.as(FRIEND).describeLockedSnapshots(snapshot));
  }
}

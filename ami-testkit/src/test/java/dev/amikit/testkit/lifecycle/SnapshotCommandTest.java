package dev.amikit.testkit.lifecycle;

import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.snapshot.Archive;
import dev.amikit.lifecycle.snapshot.Complete;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.Expire;
import dev.amikit.lifecycle.snapshot.FinishArchival;
import dev.amikit.lifecycle.snapshot.FinishPermanentRestore;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.Recover;
import dev.amikit.lifecycle.snapshot.RestorePermanently;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of one command for any snapshot, or of one and its opposite. */
class SnapshotCommandTest {
  private static final long DAY = 86_400_000_000_000L;

  @Property
  @Rules({"SNAP-41", "SBIN-03", "SBIN-04", "SPERM-07"})
  void deleting_into_the_recycle_bin_and_restoring_restores_all(
      @ForAll("deletable") Snapshot snapshot,
      @ForAll("times") Instant now,
      @ForAll @IntRange(min = 1, max = 365) int days,
      @ForAll @LongRange(min = 1, max = DAY) long left) {
    Instant exit = now.plus(Duration.ofDays(days));
    Snapshot binned = new Delete(Optional.of(Duration.ofDays(days)))
        .decide(snapshot, now)
        .orThrow()
        .applyTo(snapshot);

    assertThat(binned).isInRecycleBin().isInState(snapshot.state());
    assertThat(binned.nextDue()).contains(exit);
    assertThat(new Recover().decide(binned, exit.minusNanos(left)).orThrow().applyTo(binned))
        .isEqualTo(snapshot);
  }

  @Property
  @Rules({"SBIN-01", "SBIN-02"})
  void at_the_exit_time_a_snapshot_in_the_recycle_bin_is_gone_and_not_a_moment_before(
      @ForAll("binned") Snapshot snapshot) {
    Instant exit = snapshot.recycleBinStay().orElseThrow().exitTime();

    assertThat(new Recover().decide(snapshot, exit.minusNanos(1))).isAccepted();
    assertThat(new Recover().decide(snapshot, exit))
        .isRefusedOnlyBy("snapshot.exists")
        .isRefusedWith(ErrorCode.INVALID_SNAPSHOT_NOT_FOUND);
    assertThat(new Expire().decide(snapshot, exit.minusNanos(1)))
        .isRefusedOnlyBy("expire-snapshot.at-exit-time");
    Snapshot gone = new Expire().decide(snapshot, exit).orThrow().applyTo(snapshot);
    assertThat(SnapshotStage.of(gone)).isEqualTo(SnapshotStage.DELETED);
  }

  @Property
  @Rules("SNAP-16")
  void deleting_while_pending_comes_to_the_same_as_deleting_when_completed(
      @ForAll("pending") Snapshot snapshot,
      @ForAll("times") Instant now,
      @ForAll("retentions") Optional<Duration> retention) {
    Delete delete = new Delete(retention);

    Snapshot doomed = delete.decide(snapshot, now).orThrow().applyTo(snapshot);
    Snapshot completed = new Complete().decide(snapshot, now).orThrow().applyTo(snapshot);

    assertThat(new Complete(retention).decide(doomed, now).orThrow().applyTo(doomed))
        .isEqualTo(delete.decide(completed, now).orThrow().applyTo(completed));
  }

  @Property
  @Rules({"LOCK-04", "LOCK-08", "SNAP-39"})
  void a_governance_lock_stands_against_deletion_and_leaves_no_trace_when_taken(
      @ForAll("standard") Snapshot snapshot,
      @ForAll("times") Instant now,
      @ForAll @IntRange(min = 1, max = 36_500) int days) {
    Snapshot locked =
        Lock.forDays(LockMode.GOVERNANCE, days).decide(snapshot, now).orThrow().applyTo(snapshot);

    Instant end = now.plus(Duration.ofDays(days));
    assertThat(locked).isLockedAt(end.minusNanos(1)).isNotLockedAt(end);
    assertThat(new Delete().decide(locked, end.minusNanos(1)))
        .isRefusedOnlyBy("delete-snapshot.unlocked")
        .isRefusedWith(ErrorCode.OPERATION_NOT_PERMITTED);
    assertThat(new Delete().decide(locked, end)).isAccepted();
    assertThat(new Unlock().decide(locked, now).orThrow().applyTo(locked)).isEqualTo(snapshot);
  }

  @Property
  @Rules({"ARC-04", "ARC-07"})
  void archiving_and_restoring_for_good_restores_all_but_the_permissions(
      @ForAll("standard") Snapshot snapshot, @ForAll("times") Instant now) {
    Snapshot after = snapshot;
    for (SnapshotCommand command : new SnapshotCommand[] {
      new Archive(), new FinishArchival(), new RestorePermanently(), new FinishPermanentRestore()
    }) {
      after = command.decide(after, now).orThrow().applyTo(after);
    }

    assertThat(after)
        .isEqualTo(snapshot.toBuilder()
            .createVolumePermissions(ImmutableSet.of())
            .lastTieringOperationStatus(TieringOperation.PERMANENT_RESTORE.completed())
            .lastTieringStartTime(now)
            .lastTieringOperationStatusDetail(Optional.empty())
            .archivalCompleteTime(now)
            .build());
  }

  @Provide
  Arbitrary<Snapshot> binned() {
    return snapshots().inRecycleBin();
  }

  @Provide
  Arbitrary<Snapshot> pending() {
    return snapshots()
        .inStage(SnapshotStage.PENDING)
        .map(snapshot ->
            snapshot.toBuilder().lock(Optional.empty()).deletionRequested(false).build());
  }

  @Provide
  Arbitrary<Snapshot> deletable() {
    return Arbitraries.oneOf(
            snapshots().inStage(SnapshotStage.COMPLETED), snapshots().inStage(SnapshotStage.ERROR))
        .map(snapshot -> snapshot.toBuilder().lock(Optional.empty()).build())
        .filter(snapshot -> snapshot.tieringUnderWay().isEmpty());
  }

  @Provide
  Arbitrary<Snapshot> standard() {
    return snapshots()
        .inStage(SnapshotStage.COMPLETED)
        .map(snapshot -> snapshot.toBuilder()
            .storageTier(StorageTier.STANDARD)
            .restoreExpiryTime(Optional.empty())
            .lastTieringOperationStatus(Optional.empty())
            .lastTieringStartTime(Optional.empty())
            .lastTieringOperationStatusDetail(Optional.empty())
            .archivalCompleteTime(Optional.empty())
            .lock(Optional.empty())
            .build());
  }

  @Provide
  Arbitrary<Optional<Duration>> retentions() {
    return Arbitraries.integers().between(1, 365).map(Duration::ofDays).optional(0.5);
  }

  @Provide
  Arbitrary<Instant> times() {
    return AmiArbitraries.instants();
  }
}

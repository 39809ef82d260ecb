package dev.amikit.testkit.lifecycle;

import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.snapshot.Archive;
import dev.amikit.lifecycle.snapshot.Complete;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.Expire;
import dev.amikit.lifecycle.snapshot.FinishArchival;
import dev.amikit.lifecycle.snapshot.FinishPermanentRestore;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.Recover;
import dev.amikit.lifecycle.snapshot.RestorePermanently;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.SnapshotLifeCycleArbitraries;
import dev.amikit.testkit.arbitrary.TimedCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

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
        .withErrorCode(ErrorCode.INVALID_SNAPSHOT_NOT_FOUND);
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
        .withErrorCode(ErrorCode.OPERATION_NOT_PERMITTED);
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
            .build());
  }

  @Property(tries = 3000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void every_cell_of_the_table_is_as_it_says(
      @ForAll("cells") Cell cell, @ForAll("times") Instant now) {
    Decision<Snapshot> decision = cell.command.decide(cell.snapshot, now);

    assertThat(SnapshotStage.of(cell.snapshot)).isEqualTo(cell.transition.from());
    assertThat(cell.command.action()).isEqualTo(cell.transition.action());
    if (cell.transition.isRefused()) {
      assertThat(decision)
          .isRefusedOnlyBy(
              cell.transition.action().rule(cell.transition.from()).id().value());
    } else if (decision.isAccepted()) {
      assertThat(cell.transition.targets())
          .contains(SnapshotStage.of(decision.applyTo(cell.snapshot)));
    }
    Statistics.collect(cell.transition.from(), cell.transition.action());
    Statistics.coverage(coverage -> SnapshotLifeCycle.transitions()
        .values()
        .forEach(transition ->
            coverage.check(transition.from(), transition.action()).count(count -> count > 0)));
  }

  @Property
  void a_refused_command_changes_nothing(
      @ForAll Snapshot snapshot, @ForAll TimedCommand<Snapshot> command) {
    Decision<Snapshot> decision = command.decide(snapshot);
    Assume.that(!decision.isAccepted());

    assertThat(decision.events()).isEmpty();
    assertThat(decision.applyTo(snapshot)).isSameAs(snapshot);
    assertThatThrownBy(() -> decision.orThrow().applyTo(snapshot))
        .isInstanceOf(RefusedException.class);
  }

  @Property
  void replaying_the_events_of_an_accepted_command_gives_the_same_snapshot(
      @ForAll("permittedCells") Cell cell, @ForAll("times") Instant now) {
    Snapshot snapshot = cell.snapshot;
    Decision<Snapshot> decision = cell.command.decide(snapshot, now);
    Assume.that(decision.isAccepted());

    Snapshot after = decision.orThrow().applyTo(snapshot);
    assertThat(Event.replay(snapshot, decision.events())).isEqualTo(after);
    assertThat(after.toBuilder().build()).isEqualTo(after);
    if (decision.events().isEmpty()) {
      assertThat(after).isSameAs(snapshot);
    } else {
      assertThat(after).isNotEqualTo(snapshot);
    }
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

  @Provide
  Arbitrary<Cell> cells() {
    return cells(transition -> true);
  }

  @Provide
  Arbitrary<Cell> permittedCells() {
    return cells(transition -> !transition.isRefused());
  }

  private static Arbitrary<Cell> cells(
      Predicate<Transition<SnapshotStage, SnapshotAction>> wanted) {
    return Arbitraries.oneOf(SnapshotLifeCycle.transitions().values().stream()
            .filter(wanted)
            .map(SnapshotCommandTest::cellsOf)
            .toList())
        .withoutEdgeCases();
  }

  private static Arbitrary<Cell> cellsOf(Transition<SnapshotStage, SnapshotAction> transition) {
    return Combinators.combine(
            snapshots().inStage(transition.from()),
            SnapshotLifeCycleArbitraries.soundCommandsFor(transition.action()))
        .as((snapshot, command) -> new Cell(transition, snapshot, command));
  }

  /** A cell of the table, with a snapshot in its stage and a command for its action. */
  private record Cell(
      Transition<SnapshotStage, SnapshotAction> transition,
      Snapshot snapshot,
      SnapshotCommand command) {}
}

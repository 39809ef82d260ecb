package dev.amikit.testkit.lifecycle;

import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableTable;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.testkit.arbitrary.SnapshotLifeCycleArbitraries;
import dev.amikit.testkit.arbitrary.TimedCommand;
import dev.amikit.testkit.contract.Life;
import dev.amikit.testkit.contract.LifeContract;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What holds all the life of a snapshot, whatever is done with it. */
class SnapshotLifeTest implements LifeContract<Snapshot, SnapshotStage, SnapshotAction> {
  private static final int STEPS = 60;

  @Property(tries = 1000)
  @StatisticsReport(StatisticsReportMode.OFF)
  @Rules({"SNAP-09", "SPERM-04", "SPERM-07", "SBIN-04", "SNAP-16"})
  void whatever_is_done_with_a_snapshot_it_keeps_its_rules(@ForAll("lives") Life<Snapshot> life) {
    life.walk((before, command, decision, after) -> {
      if (isGone(after)) {
        assertThat(after.createVolumePermissions()).isEmpty();
        assertThat(after.tieringUnderWay()).isEmpty();
      }
      if (after.restoreExpiryTime().isPresent()) {
        assertThat(after.isArchived()).isTrue();
      }

      Statistics.label("accepted")
          .collect(decision.isAccepted())
          .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
      decision
          .events()
          .forEach(event -> Statistics.label("event")
              .collect(event.getClass())
              .coverage(coverage -> {
                for (Class<?> type : SnapshotEvent.class.getPermittedSubclasses()) {
                  coverage.check(type).count(count -> count > 0);
                }
              }));
    });
  }

  @Property(tries = 100)
  @Rules({"SNAP-11", "DEC-171"})
  void what_makes_a_snapshot_this_snapshot_never_changes(@ForAll("lives") Life<Snapshot> life) {
    Snapshot begin = life.begin();
    life.walk((before, command, decision, after) -> {
      assertThat(after.snapshotId()).isEqualTo(begin.snapshotId());
      assertThat(after.ownerId()).isEqualTo(begin.ownerId());
      assertThat(after.startTime()).isEqualTo(begin.startTime());
      assertThat(after.volumeId()).isEqualTo(begin.volumeId());
      assertThat(after.productCodes()).isEqualTo(begin.productCodes());
      // DEC-171: a copy that failed has no size, and is not encrypted.
      if (!after.isCopy() || !after.state().equals(SnapshotState.ERROR)) {
        assertThat(after.volumeSize()).isEqualTo(begin.volumeSize());
        assertThat(after.encrypted()).isEqualTo(begin.encrypted());
        assertThat(after.kmsKeyId()).isEqualTo(begin.kmsKeyId());
      }
    });
  }

  @Override
  @Property(tries = 100)
  @Rules("SBIN-02")
  public void a_life_that_is_over_must_stay_over(@ForAll("lives") Life<Snapshot> life) {
    assertThat(transitions().row(SnapshotStage.DELETED).values()).allMatch(Transition::isRefused);
    LifeContract.super.a_life_that_is_over_must_stay_over(life);
  }

  @Property(tries = 100)
  @Rules({"LOCK-05", "LOCK-08", "SNAP-39"})
  void a_final_lock_holds_to_its_end(@ForAll("lives") Life<Snapshot> life) {
    life.walk((before, command, decision, after) -> before
        .lock()
        .filter(lock -> lock.stateAt(command.time()).equals(LockState.COMPLIANCE))
        .ifPresent(lock -> {
          assertThat(after.lock().orElseThrow().stateAt(command.time()))
              .isEqualTo(LockState.COMPLIANCE);
          // Days of a pending snapshot count from its completion, and so have no end yet.
          assertThat(after.lock().orElseThrow().lockExpiresOn().orElse(Instant.MAX))
              .isAfterOrEqualTo(lock.lockExpiresOn().orElse(Instant.MIN));
          if (!isGone(before) && !before.deletionRequested()) {
            assertThat(isGone(after)).isFalse();
          }
        }));
  }

  @Override
  public ImmutableTable<SnapshotStage, SnapshotAction, Transition<SnapshotStage, SnapshotAction>>
      transitions() {
    return SnapshotLifeCycle.transitions();
  }

  @Override
  public SnapshotStage stageOf(Snapshot snapshot) {
    return SnapshotStage.of(snapshot);
  }

  @Override
  public Snapshot rebuilt(Snapshot snapshot) {
    return snapshot.toBuilder().build();
  }

  @Override
  public boolean tableRulesAreAboutStagesOnly() {
    return false;
  }

  @Override
  public Arbitrary<Snapshot> valuesIn(SnapshotStage stage) {
    return snapshots().inStage(stage);
  }

  @Override
  public Arbitrary<? extends Command<Snapshot>> soundCommandsFor(SnapshotAction action) {
    return SnapshotLifeCycleArbitraries.soundCommandsFor(action);
  }

  @Override
  public Arbitrary<Snapshot> values() {
    return snapshots();
  }

  @Override
  public Arbitrary<TimedCommand<Snapshot>> commands() {
    return SnapshotLifeCycleArbitraries.timedCommands();
  }

  private static boolean isGone(Snapshot snapshot) {
    return SnapshotStage.of(snapshot).isGone();
  }

  @Override
  public Arbitrary<Life<Snapshot>> lives() {
    return Arbitraries.oneOf(
            snapshots().inStage(SnapshotStage.PENDING),
            snapshots().inStage(SnapshotStage.COMPLETED),
            snapshots().inRecycleBin())
        .flatMap(snapshot -> SnapshotLifeCycleArbitraries.sequences(beginning(snapshot), STEPS)
            .map(commands -> new Life<>(snapshot, commands)));
  }

  private static Instant beginning(Snapshot snapshot) {
    return snapshot.recycleBinStay().map(stay -> stay.enterTime()).orElse(snapshot.startTime());
  }
}

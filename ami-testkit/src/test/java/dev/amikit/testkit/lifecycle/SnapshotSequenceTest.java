package dev.amikit.testkit.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.SnapshotArbitraries;
import dev.amikit.testkit.arbitrary.SnapshotLifeCycleArbitraries;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What holds all the life of a snapshot, whatever is done with it. */
class SnapshotSequenceTest {
  private static final int STEPS = 60;

  @Property(tries = 300)
  @StatisticsReport(StatisticsReportMode.OFF)
  @Rules({"SNAP-09", "SPERM-04", "SPERM-07", "SBIN-04", "SNAP-16"})
  void whatever_is_done_with_a_snapshot_it_keeps_its_rules(@ForAll("lives") Life<Snapshot> life) {
    life.walk((before, command, decision, after) -> {
      assertThat(after.toBuilder().build()).isEqualTo(after);
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
  @Rules("SNAP-11")
  void what_makes_a_snapshot_this_snapshot_never_changes(@ForAll("lives") Life<Snapshot> life) {
    Snapshot begin = life.begin();
    life.walk((before, command, decision, after) -> {
      assertThat(after.snapshotId()).isEqualTo(begin.snapshotId());
      assertThat(after.ownerId()).isEqualTo(begin.ownerId());
      assertThat(after.startTime()).isEqualTo(begin.startTime());
      assertThat(after.volumeId()).isEqualTo(begin.volumeId());
      assertThat(after.volumeSize()).isEqualTo(begin.volumeSize());
      assertThat(after.encrypted()).isEqualTo(begin.encrypted());
      assertThat(after.kmsKeyId()).isEqualTo(begin.kmsKeyId());
      assertThat(after.productCodes()).isEqualTo(begin.productCodes());
    });
  }

  @Property(tries = 100)
  void every_step_is_one_of_the_table(@ForAll("lives") Life<Snapshot> life) {
    life.walk((before, command, decision, after) -> {
      if (decision.isAccepted()) {
        assertThat(requireNonNull(SnapshotLifeCycle.transitions()
                    .get(SnapshotStage.of(before), command.command().action()))
                .targets())
            .contains(SnapshotStage.of(after));
      } else {
        assertThat(after).isSameAs(before);
      }
    });
  }

  @Property(tries = 100)
  @Rules("SBIN-02")
  void a_deleted_snapshot_never_returns(@ForAll("lives") Life<Snapshot> life) {
    life.walk((before, command, decision, after) -> {
      if (before.deleted()) {
        assertThat(after).isSameAs(before);
        assertThat(decision.isAccepted()).isFalse();
      }
    });
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

  @Property(tries = 100)
  void all_events_replayed_give_the_same_snapshot(@ForAll("lives") Life<Snapshot> life) {
    ImmutableList.Builder<Event<Snapshot>> events = ImmutableList.builder();
    Snapshot end =
        life.walk((before, command, decision, after) -> events.addAll(decision.events()));

    assertThat(Event.replay(life.begin(), events.build())).isEqualTo(end);
  }

  private static boolean isGone(Snapshot snapshot) {
    return SnapshotStage.of(snapshot).isGone();
  }

  @Provide
  Arbitrary<Life<Snapshot>> lives() {
    return Arbitraries.oneOf(
            SnapshotArbitraries.snapshots().inStage(SnapshotStage.PENDING),
            SnapshotArbitraries.snapshots().inStage(SnapshotStage.COMPLETED),
            SnapshotArbitraries.snapshots().inRecycleBin())
        .flatMap(snapshot -> SnapshotLifeCycleArbitraries.sequences(beginning(snapshot), STEPS)
            .map(commands -> new Life<>(snapshot, commands)));
  }

  private static Instant beginning(Snapshot snapshot) {
    return snapshot.recycleBinStay().map(stay -> stay.enterTime()).orElse(snapshot.startTime());
  }
}

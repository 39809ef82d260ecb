package dev.amikit.lifecycle.snapshot;

import static dev.amikit.lifecycle.snapshot.Snapshots.BIN_TAG;
import static dev.amikit.lifecycle.snapshot.Snapshots.CUSTOMER;
import static dev.amikit.lifecycle.snapshot.Snapshots.ENTERED_BIN;
import static dev.amikit.lifecycle.snapshot.Snapshots.EVERYONE;
import static dev.amikit.lifecycle.snapshot.Snapshots.LEAVES_BIN;
import static dev.amikit.lifecycle.snapshot.Snapshots.NOW;
import static dev.amikit.lifecycle.snapshot.Snapshots.PARTNER;
import static dev.amikit.lifecycle.snapshot.Snapshots.WEEK;
import static dev.amikit.lifecycle.snapshot.Snapshots.assertUnchanged;
import static dev.amikit.lifecycle.snapshot.Snapshots.binned;
import static dev.amikit.lifecycle.snapshot.Snapshots.completed;
import static dev.amikit.lifecycle.snapshot.Snapshots.failed;
import static dev.amikit.lifecycle.snapshot.Snapshots.locked;
import static dev.amikit.lifecycle.snapshot.Snapshots.lockedOnceCompleted;
import static dev.amikit.lifecycle.snapshot.Snapshots.moving;
import static dev.amikit.lifecycle.snapshot.Snapshots.pending;
import static dev.amikit.lifecycle.snapshot.Snapshots.restoredUntil;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the making of a snapshot ends, how it is deleted, and the Recycle Bin. */
class SnapshotDeletionTest {
  private static final Delete RETAINED = new Delete(Optional.of(WEEK));

  private static final Snapshot RICH = completed().toBuilder()
      .addCreateVolumePermission(EVERYONE)
      .description("golden")
      .tags(Tags.of("env", "prod"))
      .lock(locked(LockMode.GOVERNANCE))
      .build();

  @Test
  @Rules("SNAP-13")
  void a_pending_snapshot_is_completed_and_its_lock_begins_to_count() {
    Snapshot pending = pending().lock(lockedOnceCompleted()).build();

    Snapshot completed = new Complete().decide(pending, NOW).applyTo(pending);

    assertThat(completed.state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(completed.progress()).hasValue(100);
    assertThat(completed.completionTime()).contains(NOW);
    assertThat(completed.lock().orElseThrow().lockExpiresOn()).contains(NOW.plus(WEEK));
    assertThat(completed.createVolumePermissions()).containsExactly(PARTNER);
  }

  @Test
  @Rules("SNAP-13")
  void a_pending_snapshot_fails_for_a_reason() {
    Snapshot failed = new Fail("Disk is full")
        .decide(pending().build(), NOW)
        .applyTo(pending().build());

    assertThat(failed.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(failed.stateMessage()).contains("Disk is full");
    assertThat(failed.completionTime()).isEmpty();
  }

  @Test
  @Rules("SNAP-13")
  void what_is_completed_or_failed_is_so_for_good() {
    for (Snapshot finished : new Snapshot[] {completed(), failed().build()}) {
      assertRefused(new Complete(), finished, NOW, "complete-snapshot.stage", "IncorrectState");
      assertRefused(new Fail("late"), finished, NOW, "fail-snapshot.stage", "IncorrectState");
    }
  }

  @Test
  @Rules("SNAP-16")
  void a_pending_snapshot_is_deleted_as_soon_as_it_is_no_longer_pending() {
    Snapshot doomed = RETAINED.decide(pending().build(), NOW).applyTo(pending().build());

    assertThat(doomed).isEqualTo(pending().deletionRequested(true).build());
    assertUnchanged(RETAINED, doomed, NOW.plusSeconds(1));
    assertThat(new Complete().decide(doomed, NOW).events())
        .containsExactly(new SnapshotCompleted(NOW), new SnapshotDeleted());
    assertThat(new Fail("full").decide(doomed, NOW).events())
        .containsExactly(new SnapshotFailed("full"), new SnapshotDeleted());
  }

  @Test
  @Rules({"SNAP-16", "SNAP-41"})
  void a_retention_rule_catches_it_then() {
    Snapshot doomed = pending().deletionRequested(true).build();

    Snapshot binned = new Fail("full", Optional.of(WEEK)).decide(doomed, NOW).applyTo(doomed);

    assertThat(SnapshotStage.of(binned)).isEqualTo(SnapshotStage.IN_RECYCLE_BIN);
    assertThat(binned.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(binned.deletionRequested()).isFalse();
    assertThat(binned.recycleBinStay().orElseThrow().exitTime()).isEqualTo(NOW.plus(WEEK));
    assertThat(new Complete(Optional.of(WEEK)).decide(pending().build(), NOW).events())
        .containsExactly(new SnapshotCompleted(NOW));
  }

  @Test
  @Rules("SNAP-41")
  void without_a_retention_rule_a_snapshot_is_gone_at_once() {
    Snapshot gone = new Delete().decide(completed(), NOW).applyTo(completed());

    assertThat(SnapshotStage.of(gone)).isEqualTo(SnapshotStage.DELETED);
    assertThat(gone.createVolumePermissions()).isEmpty();
    assertThat(gone.nextDue()).isEmpty();
    assertRefused(new Delete(), gone, NOW, "snapshot.exists", "InvalidSnapshot.NotFound");
  }

  @ParameterizedTest
  @Rules({"SNAP-41", "SBIN-03", "SBIN-04", "SPERM-07"})
  @EnumSource(
      value = SnapshotStage.class,
      names = {"COMPLETED", "ERROR"})
  void a_retained_snapshot_moves_to_the_recycle_bin_unshared_and_marked(SnapshotStage stage) {
    Snapshot snapshot = Snapshots.in(stage);

    Snapshot binned = RETAINED.decide(snapshot, NOW).applyTo(snapshot);

    assertThat(binned.state()).isEqualTo(snapshot.state());
    assertThat(binned.createVolumePermissions()).isEmpty();
    assertThat(binned.tags()).isEqualTo(Tags.of(BIN_TAG, "true"));
    assertThat(binned.recycleBinStay()).hasValueSatisfying(stay -> {
      assertThat(stay.enterTime()).isEqualTo(NOW);
      assertThat(stay.exitTime()).isEqualTo(NOW.plus(WEEK));
      assertThat(stay.suspendedCreateVolumePermissions())
          .isEqualTo(snapshot.createVolumePermissions());
    });
    assertThat(binned.nextDue()).contains(NOW.plus(WEEK));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  @Rules("SBIN-01")
  void a_retention_lasts_longer_than_nothing(long nanos) {
    Optional<Duration> none = Optional.of(Duration.ofNanos(nanos));
    for (SnapshotCommand command :
        new SnapshotCommand[] {new Delete(none), new Complete(none), new Fail("full", none)}) {
      assertRefused(
          command,
          completed(),
          NOW,
          "snapshot-recycle-bin-stay.ends-later",
          "InvalidParameterValue");
    }
  }

  @Test
  @Rules({"SNAP-39", "LOCK-08"})
  void a_lock_stands_against_deletion_until_it_expires() {
    assertRefused(new Delete(), RICH, NOW, "delete-snapshot.unlocked", "OperationNotPermitted");
    assertRefused(
        RETAINED,
        RICH,
        NOW.plus(WEEK).minusNanos(1),
        "delete-snapshot.unlocked",
        "OperationNotPermitted");
    assertThat(RETAINED.decide(RICH, NOW.plus(WEEK)).isAccepted()).isTrue();
    assertRefused(
        new Delete(),
        pending().lock(lockedOnceCompleted()).build(),
        NOW.plus(WEEK),
        "delete-snapshot.unlocked",
        "OperationNotPermitted");
  }

  @ParameterizedTest
  @EnumSource
  @Rules("ARC-12")
  void a_snapshot_on_its_way_between_tiers_goes_from_where_it_is(TieringOperation operation) {
    Snapshot moving = moving(operation).build();

    Snapshot binned = RETAINED.decide(moving, NOW).applyTo(moving);

    assertThat(new Delete().decide(moving, NOW).events())
        .containsExactly(
            new SnapshotTieringFailed(operation, Optional.empty()), new SnapshotDeleted());
    assertThat(binned.isInRecycleBin()).isTrue();
    assertThat(binned.storageTier()).isEqualTo(moving.storageTier());
    assertThat(binned.lastTieringOperationStatus()).contains(operation.failed());
  }

  @Test
  @Rules({"SBIN-03", "SBIN-04", "SPERM-07"})
  void a_snapshot_comes_back_from_the_recycle_bin_as_it_was() {
    Snapshot before = RICH.toBuilder().lock(Optional.empty()).build();
    Snapshot binned = RETAINED.decide(before, NOW).applyTo(before);

    assertThat(new Recover().decide(binned, NOW.plusSeconds(1)).applyTo(binned)).isEqualTo(before);
  }

  @Test
  @Rules("ARC-12")
  void an_archived_snapshot_comes_back_archived() {
    Snapshot before = restoredUntil(NOW.plusSeconds(1))
        .lastTieringOperationStatus(TieringOperationStatus.TEMPORARY_RESTORE_COMPLETED)
        .build();
    Snapshot binned = RETAINED.decide(before, NOW).applyTo(before);

    assertThat(binned.nextDue()).contains(NOW.plus(WEEK));
    assertThat(new Recover().decide(binned, NOW.plusSeconds(2)).applyTo(binned)).isEqualTo(before);
  }

  @Test
  @Rules({"SBIN-01", "SBIN-02"})
  void it_comes_back_until_its_exit_time_and_is_gone_from_then_on() {
    Snapshot binned = binned(PARTNER, CUSTOMER).build();

    assertThat(new Recover().decide(binned, LEAVES_BIN.minusNanos(1)).isAccepted())
        .isTrue();
    assertRefused(
        new Expire(),
        binned,
        LEAVES_BIN.minusNanos(1),
        "expire-snapshot.at-exit-time",
        "IncorrectState");
    assertRefused(new Recover(), binned, LEAVES_BIN, "snapshot.exists", "InvalidSnapshot.NotFound");
    Snapshot gone = new Expire().decide(binned, LEAVES_BIN).applyTo(binned);
    assertThat(SnapshotStage.of(gone)).isEqualTo(SnapshotStage.DELETED);
    assertThat(gone.isInRecycleBin()).isFalse();
    assertThat(gone.tags()).isEmpty();
  }

  @Test
  @Rules("SBIN-02")
  void in_the_recycle_bin_it_can_only_be_restored() {
    Snapshot binned = binned(PARTNER).build();
    for (SnapshotAction action : SnapshotAction.values()) {
      boolean ofTheBin = action == SnapshotAction.RESTORE_SNAPSHOT_FROM_RECYCLE_BIN
          || action == SnapshotAction.EXPIRE_SNAPSHOT;
      if (!ofTheBin) {
        assertRefused(
            SnapshotCommands.of(action),
            binned,
            ENTERED_BIN,
            "snapshot.exists",
            "InvalidSnapshot.NotFound");
      }
    }
  }
}

package dev.amikit.lifecycle.snapshot;

import static dev.amikit.lifecycle.snapshot.Snapshots.EVERYONE;
import static dev.amikit.lifecycle.snapshot.Snapshots.NOW;
import static dev.amikit.lifecycle.snapshot.Snapshots.PARTNER;
import static dev.amikit.lifecycle.snapshot.Snapshots.WEEK;
import static dev.amikit.lifecycle.snapshot.Snapshots.archived;
import static dev.amikit.lifecycle.snapshot.Snapshots.assertUnchanged;
import static dev.amikit.lifecycle.snapshot.Snapshots.completed;
import static dev.amikit.lifecycle.snapshot.Snapshots.failed;
import static dev.amikit.lifecycle.snapshot.Snapshots.locked;
import static dev.amikit.lifecycle.snapshot.Snapshots.moving;
import static dev.amikit.lifecycle.snapshot.Snapshots.pending;
import static dev.amikit.lifecycle.snapshot.Snapshots.restoredUntil;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.snapshot.TieringOperationStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a snapshot moves to the archive and back. */
class SnapshotTieringTest {
  private static final String STANDARD = "modify-snapshot-tier.standard";
  private static final String ARCHIVED = "restore-snapshot-tier.archived";
  private static final String UNDER_WAY = "end-tiering.under-way";

  private static Snapshot after(SnapshotCommand command, Snapshot snapshot) {
    return command.decide(snapshot, NOW).orThrow().applyTo(snapshot);
  }

  @Test
  @Rules({"ARC-01", "ARC-04", "ARC-05", "ARC-09", "LOCK-08"})
  void a_snapshot_is_archived_in_two_steps_and_shared_until_the_second() {
    Snapshot locked = completed().toBuilder().lock(locked(LockMode.COMPLIANCE)).build();

    Snapshot moving = after(new Archive(), locked);
    Snapshot archived = after(new FinishArchival(), moving);

    assertThat(moving.tieringUnderWay()).contains(TieringOperation.ARCHIVAL);
    assertThat(moving.isArchived()).isFalse();
    assertThat(moving.createVolumePermissions()).containsExactly(PARTNER);
    assertThat(archived.isArchived()).isTrue();
    assertThat(archived.tieringUnderWay()).isEmpty();
    assertThat(archived.lastTieringOperationStatus())
        .contains(TieringOperationStatus.ARCHIVAL_COMPLETED);
    assertThat(archived.lastTieringStartTime()).contains(NOW);
    assertThat(moving.archivalCompleteTime()).isEmpty();
    assertThat(archived.archivalCompleteTime()).contains(NOW);
    assertThat(archived.createVolumePermissions()).isEmpty();
    assertThat(archived.lock()).isEqualTo(locked.lock());
  }

  @Test
  @Rules("ARC-06")
  void an_archival_that_fails_leaves_it_in_the_standard_tier() {
    Snapshot stayed =
        after(new FailTiering(Optional.of("no room")), after(new Archive(), completed()));

    assertThat(stayed)
        .isEqualTo(completed().toBuilder()
            .lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_FAILED)
            .lastTieringStartTime(NOW)
            .lastTieringOperationStatusDetail("no room")
            .build());
    Snapshot again = after(new Archive(), stayed);
    assertThat(again.tieringUnderWay()).contains(TieringOperation.ARCHIVAL);
    assertThat(again.lastTieringOperationStatusDetail()).isEmpty();
  }

  @Test
  @Rules("ARC-01")
  void only_what_is_completed_in_the_standard_tier_and_stays_there_is_archived() {
    for (Snapshot unfit : new Snapshot[] {
      pending().build(),
      failed().build(),
      archived().build(),
      restoredUntil(NOW).build()
    }) {
      assertRefused(new Archive(), unfit, NOW, STANDARD, "IncorrectState");
    }
    for (TieringOperation operation : TieringOperation.values()) {
      assertRefused(new Archive(), moving(operation).build(), NOW, STANDARD, "IncorrectState");
    }
  }

  @Test
  @Rules({"ARC-07", "ARC-08", "SNAP-09"})
  void a_temporary_restore_counts_its_days_from_when_it_is_done() {
    Snapshot moving = after(new RestoreTemporarily(7), archived().build());
    Snapshot restored = after(new FinishTemporaryRestore(7), moving);

    assertThat(moving.tieringUnderWay()).contains(TieringOperation.TEMPORARY_RESTORE);
    assertThat(moving.restoreExpiryTime()).isEmpty();
    assertThat(restored)
        .isEqualTo(restoredUntil(NOW.plus(WEEK)).lastTieringStartTime(NOW).build());
    assertThat(restored.isArchived()).isTrue();
    assertThat(restored.nextDue()).contains(NOW.plus(WEEK));
  }

  @Test
  @Rules("ARC-08")
  void its_days_can_be_changed_at_once_and_count_from_now() {
    Snapshot restored = restoredUntil(NOW.plusSeconds(1)).build();

    assertThat(new RestoreTemporarily(2).decide(restored, NOW).events())
        .containsExactly(new SnapshotTemporarilyRestored(NOW.plus(Duration.ofDays(2))));
    assertThat(after(new RestoreTemporarily(7), restored))
        .isEqualTo(restoredUntil(NOW.plus(WEEK)).build());
    assertUnchanged(new RestoreTemporarily(7), restoredUntil(NOW.plus(WEEK)).build(), NOW);
  }

  @Test
  @Rules({"ARC-07", "ARC-08"})
  void a_permanent_restore_ends_in_the_standard_tier() {
    Snapshot moving = after(new RestorePermanently(), archived().build());
    Snapshot restored = after(new FinishPermanentRestore(), moving);

    assertThat(moving.isArchived()).isTrue();
    assertThat(restored.storageTier()).contains(StorageTier.STANDARD);
    assertThat(restored.lastTieringOperationStatus())
        .contains(TieringOperationStatus.PERMANENT_RESTORE_COMPLETED);
    assertThat(after(
            new RestorePermanently(),
            restoredUntil(NOW.plus(WEEK)).lastTieringStartTime(NOW).build()))
        .isEqualTo(restored);
  }

  @Test
  @Rules("ARC-08")
  void a_temporary_restore_ends_at_its_expiry_time() {
    Snapshot restored = restoredUntil(NOW).build();

    assertRefused(
        new EndTemporaryRestore(),
        restored,
        NOW.minusNanos(1),
        "end-temporary-restore.at-expiry-time",
        "IncorrectState");
    assertRefused(
        new EndTemporaryRestore(),
        archived().build(),
        NOW,
        "end-temporary-restore.at-expiry-time",
        "IncorrectState");
    assertThat(after(new EndTemporaryRestore(), restored))
        .isEqualTo(restored.toBuilder()
            .storageTier(StorageTier.ARCHIVE)
            .restoreExpiryTime(Optional.empty())
            .build());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 181})
  @Rules("ARC-07")
  void it_lasts_for_1_to_180_days(int days) {
    for (SnapshotCommand command :
        new SnapshotCommand[] {new RestoreTemporarily(days), new FinishTemporaryRestore(days)}) {
      assertRefused(
          command,
          archived().build(),
          NOW,
          "restore-snapshot-tier.days-in-range",
          "InvalidParameterValue");
    }
    for (int possible : new int[] {1, 180}) {
      assertThat(
              new RestoreTemporarily(possible).decide(archived().build(), NOW).isAccepted())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Rules({"ARC-07", "ARC-08"})
  void only_what_is_archived_and_not_on_its_way_is_restored(TieringOperation operation) {
    for (SnapshotCommand command :
        new SnapshotCommand[] {new RestoreTemporarily(1), new RestorePermanently()}) {
      assertRefused(command, completed(), NOW, ARCHIVED, "IncorrectState");
      assertRefused(command, pending().build(), NOW, ARCHIVED, "IncorrectState");
      assertRefused(command, moving(operation).build(), NOW, ARCHIVED, "IncorrectState");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Rules("ARC-09")
  void a_move_ends_as_what_it_is_and_only_while_it_is_under_way(TieringOperation operation) {
    Snapshot moving = moving(operation).build();

    assertThat(moving.lastTieringOperationStatus()).contains(operation.inProgress());
    assertThat(after(new FailTiering(), moving).lastTieringOperationStatus())
        .contains(operation.failed());
    assertThat(after(finishing(operation), moving).lastTieringOperationStatus())
        .contains(operation.completed());
    for (TieringOperation other : TieringOperation.values()) {
      if (other != operation) {
        assertRefused(finishing(other), moving, NOW, UNDER_WAY, "IncorrectState");
      }
    }
    assertRefused(finishing(operation), completed(), NOW, UNDER_WAY, "IncorrectState");
    assertRefused(new FailTiering(), archived().build(), NOW, UNDER_WAY, "IncorrectState");
  }

  @Test
  @Rules("ARC-04")
  void what_is_restored_is_shared_with_nobody_by_itself() {
    Snapshot shared =
        completed().toBuilder().addCreateVolumePermission(EVERYONE).build();
    Snapshot archived = after(new FinishArchival(), after(new Archive(), shared));

    assertThat(after(new FinishPermanentRestore(), after(new RestorePermanently(), archived))
            .createVolumePermissions())
        .isEmpty();
  }

  private static SnapshotCommand finishing(TieringOperation operation) {
    return switch (operation) {
      case ARCHIVAL -> new FinishArchival();
      case TEMPORARY_RESTORE -> new FinishTemporaryRestore(1);
      case PERMANENT_RESTORE -> new FinishPermanentRestore();
    };
  }
}

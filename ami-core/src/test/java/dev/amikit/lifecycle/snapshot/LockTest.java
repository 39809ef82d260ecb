package dev.amikit.lifecycle.snapshot;

import static dev.amikit.lifecycle.snapshot.Snapshots.NOW;
import static dev.amikit.lifecycle.snapshot.Snapshots.WEEK;
import static dev.amikit.lifecycle.snapshot.Snapshots.archived;
import static dev.amikit.lifecycle.snapshot.Snapshots.assertUnchanged;
import static dev.amikit.lifecycle.snapshot.Snapshots.completed;
import static dev.amikit.lifecycle.snapshot.Snapshots.coolingOff;
import static dev.amikit.lifecycle.snapshot.Snapshots.failed;
import static dev.amikit.lifecycle.snapshot.Snapshots.locked;
import static dev.amikit.lifecycle.snapshot.Snapshots.lockedOnceCompleted;
import static dev.amikit.lifecycle.snapshot.Snapshots.pending;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.snapshot.LockMode.COMPLIANCE;
import static dev.amikit.snapshot.LockMode.GOVERNANCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a snapshot is locked and unlocked. */
class LockTest {
  private static final String FINAL = "lock-snapshot.compliance-stays";
  private static final Instant AFTER_COOL_OFF = NOW.plus(Duration.ofHours(1));

  private static SnapshotLock after(Lock command, Snapshot snapshot, Instant now) {
    return command.decide(snapshot, now).orThrow().applyTo(snapshot).lock().orElseThrow();
  }

  private static Snapshot with(SnapshotLock lock) {
    return completed().toBuilder().lock(lock).build();
  }

  @Test
  @Rules({"LOCK-01", "LOCK-02"})
  void a_lock_lasts_for_some_days_or_until_a_date() {
    assertThat(after(Lock.forDays(GOVERNANCE, 7), completed(), NOW)).isEqualTo(locked(GOVERNANCE));
    assertThat(after(Lock.until(COMPLIANCE, NOW.plus(WEEK)), archived().build(), NOW))
        .isEqualTo(new SnapshotLock(
            COMPLIANCE, NOW, Optional.empty(), OptionalInt.empty(), Optional.of(NOW.plus(WEEK))));
  }

  @Test
  @Rules("LOCK-03")
  void a_compliance_lock_may_cool_off() {
    SnapshotLock lock = after(Lock.forDays(COMPLIANCE, 7).coolingOff(1), completed(), NOW);

    assertThat(lock).isEqualTo(coolingOff());
    assertThat(lock.stateAt(AFTER_COOL_OFF.minusNanos(1))).isEqualTo(LockState.COMPLIANCE_COOLOFF);
    assertThat(lock.stateAt(AFTER_COOL_OFF)).isEqualTo(LockState.COMPLIANCE);
  }

  @Test
  @Rules("LOCK-07")
  void days_count_from_completion_and_a_date_stands() {
    assertThat(after(Lock.forDays(GOVERNANCE, 7), pending().build(), NOW))
        .isEqualTo(lockedOnceCompleted());
    assertThat(after(Lock.until(GOVERNANCE, NOW.plus(WEEK)), pending().build(), NOW)
            .lockExpiresOn())
        .contains(NOW.plus(WEEK));
  }

  @Test
  @Rules("LOCK-07")
  void a_failed_snapshot_is_not_locked_but_may_be_unlocked() {
    Snapshot failed = failed().lock(lockedOnceCompleted()).build();

    assertRefused(
        Lock.forDays(GOVERNANCE, 1), failed, NOW, "lock-snapshot.not-failed", "IncorrectState");
    assertThat(new Unlock().decide(failed, NOW).applyTo(failed).lock()).isEmpty();
  }

  @Test
  @Rules({"LOCK-01", "LOCK-02", "LOCK-03"})
  void a_malformed_lock_names_every_rule_that_it_breaks_the_missing_end_first() {
    Lock endless =
        new Lock(LockMode.of("strict"), OptionalInt.empty(), Optional.empty(), OptionalInt.of(73));
    Lock overdone = new Lock(GOVERNANCE, OptionalInt.of(0), Optional.of(NOW), OptionalInt.of(0));

    assertThat(endless.malformed(NOW)).hasValueSatisfying(refusal -> {
      assertThat(refusal.errorCode()).hasToString("MissingParameter");
      assertThat(refusal.violations())
          .extracting(Violation::rule)
          .containsExactly(SnapshotLock.END_GIVEN, Lock.MODE_KNOWN, Lock.COOL_OFF_IN_RANGE);
    });
    assertThat(overdone.malformed(NOW))
        .hasValueSatisfying(refusal -> assertThat(refusal.violations())
            .extracting(Violation::rule)
            .containsExactly(
                Lock.ONE_END,
                Lock.END_IN_RANGE,
                Lock.END_IN_RANGE,
                Lock.COOL_OFF_IN_RANGE,
                Lock.COOL_OFF_FITS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 36_500})
  @Rules("LOCK-02")
  void a_lock_lasts_for_1_to_36500_days(int days) {
    assertThat(Lock.forDays(GOVERNANCE, days).malformed(NOW)).isEmpty();
    assertThat(Lock.until(GOVERNANCE, NOW.plusNanos(days)).malformed(NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 72})
  @Rules("LOCK-03")
  void it_cools_off_for_1_to_72_hours(int hours) {
    assertThat(Lock.forDays(COMPLIANCE, 1).coolingOff(hours).malformed(NOW)).isEmpty();
  }

  @Test
  @Rules("LOCK-04")
  void a_governance_lock_is_changed_at_will() {
    Snapshot governed = with(locked(GOVERNANCE));
    Instant later = NOW.plusSeconds(1);

    assertThat(after(Lock.forDays(GOVERNANCE, 1), governed, later).lockExpiresOn())
        .contains(later.plus(Duration.ofDays(1)));
    assertThat(after(Lock.forDays(COMPLIANCE, 1), governed, later).lockCreatedOn())
        .isEqualTo(later);
    assertThat(new Unlock().decide(governed, later).applyTo(governed)).isEqualTo(completed());
    assertUnchanged(Lock.forDays(GOVERNANCE, 7), governed, NOW);
  }

  @Test
  @Rules("LOCK-05")
  void while_it_cools_off_a_compliance_lock_is_changed_at_will() {
    Snapshot cooling = with(coolingOff());
    Instant last = AFTER_COOL_OFF.minusNanos(1);

    assertThat(after(Lock.forDays(GOVERNANCE, 1), cooling, last).lockMode()).isEqualTo(GOVERNANCE);
    assertThat(after(Lock.forDays(COMPLIANCE, 1).coolingOff(2), cooling, last)
            .coolOffPeriodExpiresOn())
        .contains(last.plus(Duration.ofHours(2)));
    assertThat(new Unlock().decide(cooling, last).isAccepted()).isTrue();
  }

  @Test
  @Rules({"LOCK-05", "LOCK-06"})
  void a_final_lock_can_only_be_made_longer() {
    Snapshot settled = with(coolingOff());

    SnapshotLock longer = after(Lock.forDays(COMPLIANCE, 8), settled, AFTER_COOL_OFF);
    assertThat(longer.lockExpiresOn()).contains(AFTER_COOL_OFF.plus(Duration.ofDays(8)));
    assertThat(longer.lockCreatedOn()).isEqualTo(NOW);
    assertThat(longer.coolOffPeriodExpiresOn()).contains(AFTER_COOL_OFF);
    assertRefused(
        Lock.until(COMPLIANCE, NOW.plus(WEEK).minusNanos(1)),
        settled,
        AFTER_COOL_OFF,
        FINAL,
        "OperationNotPermitted");
    assertRefused(
        Lock.forDays(GOVERNANCE, 100), settled, AFTER_COOL_OFF, FINAL, "OperationNotPermitted");
    assertRefused(
        Lock.forDays(COMPLIANCE, 100).coolingOff(1),
        settled,
        AFTER_COOL_OFF,
        "lock-snapshot.cool-off-fits",
        "InvalidParameterCombination");
    assertRefused(new Unlock(), settled, AFTER_COOL_OFF, FINAL, "OperationNotPermitted");
  }

  @Test
  @Rules({"LOCK-04", "LOCK-05"})
  void unlocking_what_is_not_locked_changes_nothing_and_it_may_be_locked_anew() {
    Snapshot expired = with(locked(COMPLIANCE));
    Instant end = NOW.plus(WEEK);

    assertUnchanged(new Unlock(), completed(), NOW);
    assertUnchanged(new Unlock(), expired, end);
    assertThat(after(Lock.forDays(GOVERNANCE, 1), expired, end).lockCreatedOn()).isEqualTo(end);
  }
}

package dev.amikit.snapshot;

import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SnapshotLockTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant END = NOON.plus(Duration.ofDays(2));

  private static SnapshotLock lock(LockMode mode, Instant coolOffPeriodExpiresOn) {
    return new SnapshotLock(
        mode, NOON, Optional.of(coolOffPeriodExpiresOn), OptionalInt.of(2), Optional.of(END));
  }

  @Rules("LOCK-01")
  @Test
  void its_state_follows_from_the_time() {
    SnapshotLock compliance = lock(LockMode.COMPLIANCE, NOON.plusSeconds(3_600));

    assertThat(compliance.stateAt(NOON)).isEqualTo(LockState.COMPLIANCE_COOLOFF);
    assertThat(compliance.stateAt(NOON.plusSeconds(3_600))).isEqualTo(LockState.COMPLIANCE);
    assertThat(compliance.stateAt(END.minusNanos(1))).isEqualTo(LockState.COMPLIANCE);
    assertThat(compliance.stateAt(END)).isEqualTo(LockState.EXPIRED);
    assertThat(lock(LockMode.GOVERNANCE, END).stateAt(NOON)).isEqualTo(LockState.GOVERNANCE);
    assertThat(lock(LockMode.GOVERNANCE, END).stateAt(END)).isEqualTo(LockState.EXPIRED);
  }

  @Rules("LOCK-07")
  @Test
  void a_lock_for_some_days_of_a_pending_snapshot_ends_so_many_days_after_its_completion() {
    SnapshotLock open = new SnapshotLock(
        LockMode.GOVERNANCE, NOON, Optional.empty(), OptionalInt.of(2), Optional.empty());

    assertThat(open.holdsAt(Instant.MAX)).isTrue();
    assertThat(open.lockDurationStartTime()).isEmpty();
    assertThat(open.completedAt(NOON).lockExpiresOn()).contains(END);
    assertThat(open.completedAt(NOON).lockDurationStartTime()).contains(NOON);
    assertThat(open.completedAt(NOON).completedAt(END)).isEqualTo(open.completedAt(NOON));
  }

  @Rules("LOCK-02")
  @Test
  void it_has_an_end() {
    assertRefused(
        () -> new SnapshotLock(
            LockMode.GOVERNANCE, NOON, Optional.empty(), OptionalInt.empty(), Optional.empty()),
        "lock-snapshot.end-given",
        "lockDuration",
        MISSING_PARAMETER);
    assertThat(new SnapshotLock(
                LockMode.GOVERNANCE, NOON, Optional.empty(), OptionalInt.empty(), Optional.of(END))
            .lockDurationStartTime())
        .isEmpty();
  }
}

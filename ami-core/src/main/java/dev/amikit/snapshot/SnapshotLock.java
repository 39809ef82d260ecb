package dev.amikit.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * That a snapshot cannot be deleted for a while.
 *
 * @param lockMode how strictly
 * @param lockCreatedOn when it was locked
 * @param coolOffPeriodExpiresOn until when a compliance lock can be undone; empty if it never could
 * @param lockDuration for how many days; empty if a date was named
 * @param lockExpiresOn when it ends; empty while a pending snapshot is not completed
 */
public record SnapshotLock(
    LockMode lockMode,
    Instant lockCreatedOn,
    Optional<Instant> coolOffPeriodExpiresOn,
    OptionalInt lockDuration,
    Optional<Instant> lockExpiresOn) {
  /** A lock is for some days, or until a date. */
  public static final Rule END_GIVEN = Rule.rule(
          "lock-snapshot.end-given",
          "a lock has a duration or an expiration date",
          ErrorCode.MISSING_PARAMETER,
          "API reference, LockSnapshot",
          "LOCK-02")
      .saying(own("The request must contain the parameter lockDuration/expirationDate"));

  /**
   * Checks that the lock has an end.
   *
   * @param lockMode how strictly
   * @param lockCreatedOn when it was locked
   * @param coolOffPeriodExpiresOn until when a compliance lock can be undone
   * @param lockDuration for how many days
   * @param lockExpiresOn when it ends
   * @throws dev.amikit.rule.RuleViolationException by {@code lock-snapshot.end-given}
   */
  public SnapshotLock {
    requireNonNull(lockMode, "lockMode");
    requireNonNull(lockCreatedOn, "lockCreatedOn");
    requireNonNull(coolOffPeriodExpiresOn, "coolOffPeriodExpiresOn");
    requireNonNull(lockDuration, "lockDuration");
    requireNonNull(lockExpiresOn, "lockExpiresOn");
    if (lockDuration.isEmpty() && lockExpiresOn.isEmpty()) {
      throw END_GIVEN.refuse("lockDuration", "absent");
    }
  }

  /**
   * Returns how the snapshot is locked at a time.
   *
   * @param time the time
   * @return the state
   */
  public LockState stateAt(Instant time) {
    requireNonNull(time, "time");
    if (!holdsAt(time)) {
      return LockState.EXPIRED;
    }
    if (lockMode.equals(LockMode.GOVERNANCE)) {
      return LockState.GOVERNANCE;
    }
    return coolOffPeriodExpiresOn.isPresent() && time.isBefore(coolOffPeriodExpiresOn.get())
        ? LockState.COMPLIANCE_COOLOFF
        : LockState.COMPLIANCE;
  }

  /**
   * Tells whether the snapshot cannot be deleted at a time.
   *
   * @param time the time
   * @return whether the lock has not expired
   */
  public boolean holdsAt(Instant time) {
    requireNonNull(time, "time");
    return lockExpiresOn.isEmpty() || time.isBefore(lockExpiresOn.get());
  }

  /**
   * Returns since when the duration counts: since the lock, or since the snapshot was completed.
   *
   * @return the time; empty if a date was named, or the snapshot is pending
   */
  public Optional<Instant> lockDurationStartTime() {
    return lockDuration.isEmpty()
        ? Optional.empty()
        : lockExpiresOn.map(end -> Times.minus(end, Duration.ofDays(lockDuration.getAsInt())));
  }

  /**
   * Returns the lock as it is once the snapshot is completed: a duration counts from then on.
   *
   * @param time when the snapshot was completed
   * @return the lock with its end; the same lock if it has one already
   */
  public SnapshotLock completedAt(Instant time) {
    requireNonNull(time, "time");
    return lockExpiresOn.isPresent()
        ? this
        : new SnapshotLock(
            lockMode,
            lockCreatedOn,
            coolOffPeriodExpiresOn,
            lockDuration,
            Optional.of(Times.plus(time, Duration.ofDays(lockDuration.getAsInt()))));
  }
}

package dev.amikit.lifecycle.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code LockSnapshot}: the snapshot cannot be deleted for a while, and is not deleted when that is
 * over. Also changes a lock; a compliance lock can only be made longer once its cooling-off period
 * is over.
 *
 * @param lockMode how strictly
 * @param lockDuration for how many days, 1 to 36,500, from when it is completed on; empty if a date
 *     is named
 * @param expirationDate until when; empty if a duration is named
 * @param coolOffPeriod for how many hours, 1 to 72, a compliance lock can be undone; never if empty
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LockSnapshot.html">LockSnapshot</a>
 */
public record Lock(
    LockMode lockMode,
    OptionalInt lockDuration,
    Optional<Instant> expirationDate,
    OptionalInt coolOffPeriod)
    implements SnapshotCommand {
  private static final int MOST_DAYS = 36_500;
  private static final int MOST_HOURS = 72;

  private static final MessageTemplate COOLED_OFF = own("The parameter coolOffPeriod cannot be used"
      + " after the cooling-off period of snapshot '{snapshotId}' is over.");

  /** The mode is one of the two. */
  public static final Rule MODE_KNOWN = Rule.rule(
      "lock-snapshot.mode-known",
      "a snapshot is locked in governance or in compliance mode",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, LockSnapshot, LockMode",
      "LOCK-01");

  /** The request says once for how long. */
  public static final Rule ONE_END = Rule.rule(
          "lock-snapshot.one-end",
          "a lock has not both a duration and an expiration date",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, LockSnapshot",
          "LOCK-02")
      .saying(own("The parameter lockDuration cannot be used with the parameter expirationDate"));

  /** How long a lock can last. */
  public static final Rule END_IN_RANGE = Rule.rule(
      "lock-snapshot.end-in-range",
      "a lock lasts for 1 to 36500 days, or until a date to come",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, LockSnapshot, LockDuration",
      "LOCK-02");

  /** How long a compliance lock can be undone. */
  public static final Rule COOL_OFF_IN_RANGE = Rule.rule(
      "lock-snapshot.cool-off-in-range",
      "a cooling-off period lasts for 1 to 72 hours",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, LockSnapshot, CoolOffPeriod",
      "LOCK-03");

  /** Only a new compliance lock cools off. */
  public static final Rule COOL_OFF_FITS = Rule.rule(
          "lock-snapshot.cool-off-fits",
          "a cooling-off period is named only for compliance mode, and not again when it is over",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, LockSnapshot, CoolOffPeriod",
          "LOCK-03",
          "LOCK-06")
      .saying(own("The parameter coolOffPeriod is not supported for governance mode."), COOLED_OFF);

  /** A compliance lock is final. */
  public static final Rule COMPLIANCE_STAYS = Rule.rule(
          "lock-snapshot.compliance-stays",
          "after its cooling-off period a compliance lock is neither removed, shortened nor"
              + " loosened",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "API reference, LockSnapshot and UnlockSnapshot",
          "LOCK-05")
      .saying(own("Snapshot '{snapshotId}' is locked in compliance mode and its cooling-off period"
          + " is over. The lock can only be extended."));

  /**
   * Refuses null.
   *
   * @param lockMode how strictly
   * @param lockDuration for how many days
   * @param expirationDate until when
   * @param coolOffPeriod for how many hours a compliance lock can be undone
   */
  public Lock {
    requireNonNull(lockMode, "lockMode");
    requireNonNull(lockDuration, "lockDuration");
    requireNonNull(expirationDate, "expirationDate");
    requireNonNull(coolOffPeriod, "coolOffPeriod");
  }

  /**
   * Returns the command to lock a snapshot for some days, without a cooling-off period.
   *
   * @param lockMode how strictly
   * @param days for how many days
   * @return the command
   */
  public static Lock forDays(LockMode lockMode, int days) {
    requireNonNull(lockMode, "lockMode");
    return new Lock(lockMode, OptionalInt.of(days), Optional.empty(), OptionalInt.empty());
  }

  /**
   * Returns the command to lock a snapshot until a date, without a cooling-off period.
   *
   * @param lockMode how strictly
   * @param expirationDate until when
   * @return the command
   */
  public static Lock until(LockMode lockMode, Instant expirationDate) {
    requireNonNull(lockMode, "lockMode");
    requireNonNull(expirationDate, "expirationDate");
    return new Lock(
        lockMode, OptionalInt.empty(), Optional.of(expirationDate), OptionalInt.empty());
  }

  /**
   * Returns the command with a cooling-off period.
   *
   * @param hours for how many hours the lock can be undone
   * @return the command
   */
  public Lock coolingOff(int hours) {
    return new Lock(lockMode, lockDuration, expirationDate, OptionalInt.of(hours));
  }

  @Override
  public SnapshotAction action() {
    return SnapshotAction.LOCK_SNAPSHOT;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (lockDuration.isEmpty() && expirationDate.isEmpty()) {
      broken.add(SnapshotLock.END_GIVEN.brokenBy("lockDuration", "absent"));
    }
    if (!lockMode.isKnown()) {
      broken.add(MODE_KNOWN.brokenBy("lockMode", lockMode));
    }
    if (lockDuration.isPresent() && expirationDate.isPresent()) {
      broken.add(ONE_END.brokenBy("expirationDate", expirationDate.get()));
    }
    lockDuration.stream()
        .filter(days -> days < 1 || days > MOST_DAYS)
        .forEach(days -> broken.add(END_IN_RANGE.brokenBy("lockDuration", days)));
    expirationDate
        .filter(end -> !end.isAfter(now))
        .ifPresent(end -> broken.add(END_IN_RANGE.brokenBy("expirationDate", end)));
    coolOffPeriod.stream()
        .filter(hours -> hours < 1 || hours > MOST_HOURS)
        .forEach(hours -> broken.add(COOL_OFF_IN_RANGE.brokenBy("coolOffPeriod", hours)));
    if (coolOffPeriod.isPresent() && lockMode.equals(LockMode.GOVERNANCE)) {
      broken.add(COOL_OFF_FITS.brokenBy("coolOffPeriod", coolOffPeriod.getAsInt()));
    }
    return Refusal.ofAny(broken.build());
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      Optional<SnapshotLock> settled =
          snapshot.lock().filter(lock -> lock.stateAt(now).equals(LockState.COMPLIANCE));
      SnapshotLock lock = lock(snapshot, settled, now);
      return Decision.of(
          settled
              .flatMap(present -> loosened(present, lock, now))
              .map(violation -> violation.with("snapshotId", snapshot.snapshotId()))
              .map(Refusal::of),
          () -> snapshot.lock().equals(Optional.of(lock))
              ? Decision.unchanged()
              : Decision.accepted(new SnapshotLocked(lock)));
    });
  }

  private SnapshotLock lock(Snapshot snapshot, Optional<SnapshotLock> settled, Instant now) {
    SnapshotLock lock = new SnapshotLock(
        lockMode,
        settled.map(SnapshotLock::lockCreatedOn).orElse(now),
        settled.isPresent()
            ? settled.get().coolOffPeriodExpiresOn()
            : coolOffPeriod.stream()
                .mapToObj(hours -> Times.plus(now, Duration.ofHours(hours)))
                .findFirst(),
        lockDuration,
        expirationDate);
    return snapshot.state().equals(SnapshotState.COMPLETED) ? lock.completedAt(now) : lock;
  }

  /** What cannot be done to a compliance lock that is final. */
  private Optional<Violation> loosened(SnapshotLock present, SnapshotLock wanted, Instant now) {
    if (coolOffPeriod.isPresent()) {
      return Optional.of(
          COOL_OFF_FITS.brokenBy("coolOffPeriod", coolOffPeriod.getAsInt()).saying(COOLED_OFF));
    }
    if (!lockMode.equals(LockMode.COMPLIANCE)) {
      return Optional.of(COMPLIANCE_STAYS.brokenBy("lockMode", lockMode));
    }
    Instant latest = end(present, now);
    return end(wanted, now).isBefore(latest)
        ? Optional.of(shortened().hinting("the lock expires on " + latest))
        : Optional.empty();
  }

  private Violation shortened() {
    return lockDuration.isPresent()
        ? COMPLIANCE_STAYS.brokenBy("lockDuration", lockDuration.getAsInt())
        : COMPLIANCE_STAYS.brokenBy("expirationDate", expirationDate.orElseThrow());
  }

  private static Instant end(SnapshotLock lock, Instant now) {
    return lock.completedAt(now).lockExpiresOn().orElseThrow();
  }
}

package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StoredSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code LockSnapshot}: the snapshot cannot be deleted for a while, and is not deleted when that is
 * over. Also changes a lock; a compliance lock can only be made longer once its cooling-off period
 * is over.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LockSnapshot.html">LockSnapshot</a>
 */
@Value.Immutable
public abstract class LockSnapshot implements Operation<LockedSnapshotsInfo> {
  /** The mode is one of the two. */
  public static final Rule MODE_KNOWN = Rule.rule(
      "lock-snapshot.mode-known",
      "a snapshot is locked in governance or in compliance mode",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, LockSnapshot, LockMode",
      "LOCK-01");

  /** The request says for how long. */
  public static final Rule END_GIVEN = Rule.rule(
      "lock-snapshot.end-given",
      "a lock has a duration or an expiration date",
      ErrorCode.MISSING_PARAMETER,
      "API reference, LockSnapshot",
      "LOCK-02");

  /** The request says so once. */
  public static final Rule ONE_END = Rule.rule(
      "lock-snapshot.one-end",
      "a lock has not both a duration and an expiration date",
      ErrorCode.INVALID_PARAMETER_COMBINATION,
      "API reference, LockSnapshot",
      "LOCK-02");

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
      "LOCK-06");

  /** A compliance lock is final. */
  public static final Rule COMPLIANCE_STAYS = Rule.rule(
      "lock-snapshot.compliance-stays",
      "after its cooling-off period a compliance lock is neither removed, shortened nor loosened",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "API reference, LockSnapshot and UnlockSnapshot",
      "LOCK-05");

  /** There is something to be locked. */
  public static final Rule NOT_FAILED = Rule.rule(
      "lock-snapshot.not-failed",
      "a snapshot is locked while it is pending or completed",
      ErrorCode.INCORRECT_STATE,
      "EBS User Guide, Snapshot lock; inferred",
      "LOCK-07");

  LockSnapshot() {}

  /** {@return the snapshot, which the caller owns} */
  public abstract SnapshotId snapshotId();

  /** {@return how strictly it is locked} */
  public abstract LockMode lockMode();

  /** {@return for how many days, from when it is completed on} */
  public abstract OptionalInt lockDuration();

  /** {@return until when} */
  public abstract Optional<Instant> expirationDate();

  /** {@return for how many hours a compliance lock can be undone; never if empty} */
  public abstract OptionalInt coolOffPeriod();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return ImmutableLockSnapshot.builder();
  }

  @Override
  public Outcome<LockedSnapshotsInfo> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed(plan));
      StoredSnapshot stored = plan.ownSnapshot(snapshotId());
      plan.require(
          !stored.snapshot().state().equals(SnapshotState.ERROR),
          NOT_FAILED,
          "snapshotId",
          snapshotId());
      SnapshotLock lock = lock(plan, stored);
      stored.lock().ifPresent(present -> requireAllowed(plan, present, lock));
      StoredSnapshot locked = stored.toBuilder().lock(lock).build();
      plan.happens(new RegistryEvent.SnapshotStored(plan.region(), locked));
      return LockedSnapshotsInfo.of(locked, lock, plan.now());
    });
  }

  private ImmutableList<Violation> malformed(Plan plan) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!LockMode.WORDS.knows(lockMode().word())) {
      broken.add(MODE_KNOWN.brokenBy("lockMode", lockMode()));
    }
    if (lockDuration().isEmpty() && expirationDate().isEmpty()) {
      broken.add(END_GIVEN.brokenBy("lockDuration", "absent"));
    }
    if (lockDuration().isPresent() && expirationDate().isPresent()) {
      broken.add(ONE_END.brokenBy("expirationDate", expirationDate().get()));
    }
    lockDuration().stream()
        .filter(days -> days < 1 || days > 36_500)
        .forEach(days -> broken.add(END_IN_RANGE.brokenBy("lockDuration", days)));
    expirationDate()
        .filter(end -> !end.isAfter(plan.now()))
        .ifPresent(end -> broken.add(END_IN_RANGE.brokenBy("expirationDate", end)));
    coolOffPeriod().stream()
        .filter(hours -> hours < 1 || hours > 72)
        .forEach(hours -> broken.add(COOL_OFF_IN_RANGE.brokenBy("coolOffPeriod", hours)));
    if (coolOffPeriod().isPresent() && lockMode().equals(LockMode.GOVERNANCE)) {
      broken.add(COOL_OFF_FITS.brokenBy("coolOffPeriod", coolOffPeriod().getAsInt()));
    }
    return broken.build();
  }

  private SnapshotLock lock(Plan plan, StoredSnapshot stored) {
    Optional<SnapshotLock> present =
        stored.lock().filter(lock -> lock.stateAt(plan.now()).equals(LockState.COMPLIANCE));
    boolean isCompleted = stored.snapshot().state().equals(SnapshotState.COMPLETED);
    SnapshotLock lock = new SnapshotLock(
        lockMode(),
        present.map(SnapshotLock::lockCreatedOn).orElse(plan.now()),
        present.isPresent()
            ? present.get().coolOffPeriodExpiresOn()
            : coolOffPeriod().stream()
                .mapToObj(hours -> plan.now().plus(Duration.ofHours(hours)))
                .findFirst(),
        lockDuration(),
        expirationDate());
    return isCompleted ? lock.completedAt(plan.now()) : lock;
  }

  /** Refuses what cannot be done to a compliance lock that is final. */
  private void requireAllowed(Plan plan, SnapshotLock present, SnapshotLock wanted) {
    if (!present.stateAt(plan.now()).equals(LockState.COMPLIANCE)) {
      return;
    }
    plan.require(coolOffPeriod().isEmpty(), COOL_OFF_FITS, "coolOffPeriod", coolOffPeriod());
    plan.require(
        wanted.lockMode().equals(LockMode.COMPLIANCE), COMPLIANCE_STAYS, "lockMode", lockMode());
    Instant end = end(plan, wanted);
    plan.require(!end.isBefore(end(plan, present)), COMPLIANCE_STAYS, "lockDuration", end);
  }

  private static Instant end(Plan plan, SnapshotLock lock) {
    return lock.completedAt(plan.now()).lockExpiresOn().orElseThrow();
  }

  /**
   * Builds a {@link LockSnapshot}. Snapshot and mode have to be set, and one of duration and
   * expiration date.
   */
  public abstract static class Builder {
    Builder() {}

    /**
     * Sets the snapshot to be locked.
     *
     * @param snapshotId the snapshot, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder snapshotId(SnapshotId snapshotId);

    /**
     * Sets the snapshot, given as text.
     *
     * @param snapshotId the text, such as {@code snap-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
     *     {@code snapshot-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder snapshotId(String snapshotId) {
      requireNonNull(snapshotId, "snapshotId");
      return snapshotId(SnapshotId.of(snapshotId));
    }

    /**
     * Sets how strictly the snapshot is locked.
     *
     * @param lockMode the mode
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lockMode(LockMode lockMode);

    /**
     * Sets for how long the snapshot is locked, from when it is completed on.
     *
     * @param lockDuration the duration in days, from 1 to 36,500
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lockDuration(int lockDuration);

    /**
     * Sets the duration, or none.
     *
     * @param lockDuration the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lockDuration(OptionalInt lockDuration);

    /**
     * Sets until when the snapshot is locked.
     *
     * @param expirationDate the time, which is to come
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder expirationDate(Instant expirationDate);

    /**
     * Sets the expiration date, or none.
     *
     * @param expirationDate the expiration date; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder expirationDate(Optional<? extends Instant> expirationDate);

    /**
     * Sets for how long a compliance lock can be undone. Without it, it never can.
     *
     * @param coolOffPeriod the period in hours, from 1 to 72; compliance mode only
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder coolOffPeriod(int coolOffPeriod);

    /**
     * Sets the cooling-off period, or none.
     *
     * @param coolOffPeriod the cooling-off period; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder coolOffPeriod(OptionalInt coolOffPeriod);

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without snapshot or mode
     */
    public final LockSnapshot build() {
      return make();
    }

    abstract LockSnapshot make();
  }
}

package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
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
    return new Builder();
  }

  @Override
  public final Outcome<LockedSnapshotsInfo> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Optional<Instant> end = expirationDate().map(time -> time.truncatedTo(Snapshot.TIME_UNIT));
      Lock command = new Lock(lockMode(), lockDuration(), end, coolOffPeriod());
      plan.requireNone(command.malformed(plan.now()));
      Snapshot locked = plan.changed(plan.ownSnapshot(snapshotId()), command);
      return LockedSnapshotsInfo.of(locked, locked.lock().orElseThrow(), plan.now());
    });
  }

  /**
   * Builds a {@link LockSnapshot}. Snapshot and mode have to be set, and one of duration and
   * expiration date.
   */
  public static final class Builder {
    private final ImmutableLockSnapshot.Builder members = new ImmutableLockSnapshot.Builder();

    Builder() {}

    /**
     * Sets the snapshot to be locked.
     *
     * @param snapshotId the snapshot, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotId(SnapshotId snapshotId) {
      members.snapshotId(snapshotId);
      return this;
    }

    /**
     * Sets the snapshot, given as text.
     *
     * @param snapshotId the text, such as {@code snap-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
     *     {@code snapshot-id.format}
     */
    @CanIgnoreReturnValue
    public Builder snapshotId(String snapshotId) {
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
    public Builder lockMode(LockMode lockMode) {
      members.lockMode(lockMode);
      return this;
    }

    /**
     * Sets for how long the snapshot is locked, from when it is completed on.
     *
     * @param lockDuration the duration in days, from 1 to 36,500
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lockDuration(int lockDuration) {
      members.lockDuration(lockDuration);
      return this;
    }

    /**
     * Sets the duration, or none.
     *
     * @param lockDuration the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lockDuration(OptionalInt lockDuration) {
      requireNonNull(lockDuration, "lockDuration");
      members.lockDuration(lockDuration);
      return this;
    }

    /**
     * Sets until when the snapshot is locked.
     *
     * @param expirationDate the time, which is to come
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder expirationDate(Instant expirationDate) {
      members.expirationDate(expirationDate);
      return this;
    }

    /**
     * Sets the expiration date, or none.
     *
     * @param expirationDate the expiration date; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder expirationDate(Optional<? extends Instant> expirationDate) {
      requireNonNull(expirationDate, "expirationDate");
      members.expirationDate(expirationDate);
      return this;
    }

    /**
     * Sets for how long a compliance lock can be undone. Without it, it never can.
     *
     * @param coolOffPeriod the period in hours, from 1 to 72; compliance mode only
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder coolOffPeriod(int coolOffPeriod) {
      members.coolOffPeriod(coolOffPeriod);
      return this;
    }

    /**
     * Sets the cooling-off period, or none.
     *
     * @param coolOffPeriod the cooling-off period; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder coolOffPeriod(OptionalInt coolOffPeriod) {
      requireNonNull(coolOffPeriod, "coolOffPeriod");
      members.coolOffPeriod(coolOffPeriod);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without snapshot or mode
     */
    public LockSnapshot build() {
      return members.build();
    }
  }
}

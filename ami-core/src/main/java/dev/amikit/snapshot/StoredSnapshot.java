package dev.amikit.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.permission.CreateVolumePermission;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A snapshot, and what EC2 keeps of it besides what DescribeSnapshots tells. */
@Value.Immutable
public abstract class StoredSnapshot {
  StoredSnapshot() {}

  /** {@return the snapshot as its owner sees it} */
  public abstract Snapshot snapshot();

  /** {@return what is billed for images registered from it, if it knows: the platform details} */
  public abstract Optional<String> platformDetails();

  /** {@return what is billed for images registered from it, if it knows: the usage operation} */
  public abstract Optional<String> usageOperation();

  /** {@return its lock} */
  public abstract Optional<SnapshotLock> lock();

  /** {@return how far its last move between tiers came} */
  public abstract Optional<TieringOperationStatus> lastTieringOperation();

  /** {@return whether it is to be deleted as soon as it is no longer pending} */
  public abstract boolean deletionRequested();

  /** {@return that it lies in the Recycle Bin} */
  public abstract Optional<SnapshotRecycleBinStay> recycleBinStay();

  /**
   * Returns a snapshot of which no more is known.
   *
   * @param snapshot the snapshot
   * @return the same, to be stored
   */
  public static StoredSnapshot of(Snapshot snapshot) {
    return builder().snapshot(snapshot).build();
  }

  /** {@return a builder without a value} */
  public static Builder builder() {
    return ImmutableStoredSnapshot.builder().deletionRequested(false);
  }

  /** {@return a builder with the values of this snapshot} */
  public final Builder toBuilder() {
    return ImmutableStoredSnapshot.builder().from(this);
  }

  /** {@return whether it lies in the Recycle Bin} */
  public final boolean isInRecycleBin() {
    return recycleBinStay().isPresent();
  }

  /** {@return when the clock changes it: at the end of its stay in the bin or of its restore} */
  public final Optional<Instant> nextDue() {
    return recycleBinStay()
        .map(SnapshotRecycleBinStay::exitTime)
        .or(() -> snapshot().restoreExpiryTime());
  }

  /**
   * Builds a {@link StoredSnapshot}, at first one that is not to be deleted. The snapshot has to be
   * set.
   */
  public abstract static class Builder {
    Builder() {}

    /**
     * Sets the snapshot as its owner sees it.
     *
     * @param snapshot the snapshot
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder snapshot(Snapshot snapshot);

    /**
     * Sets what is billed for images registered from the snapshot, if it knows.
     *
     * @param platformDetails the platform details, such as {@code Linux/UNIX}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder platformDetails(String platformDetails);

    /**
     * Sets the platform details, or none.
     *
     * @param platformDetails the platform details; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder platformDetails(Optional<String> platformDetails);

    /**
     * Sets the operation that is billed for images registered from the snapshot, if it knows.
     *
     * @param usageOperation the usage operation, such as {@code RunInstances:0002}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder usageOperation(String usageOperation);

    /**
     * Sets the usage operation, or none.
     *
     * @param usageOperation the usage operation; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder usageOperation(Optional<String> usageOperation);

    /**
     * Sets the lock.
     *
     * @param lock the lock
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lock(SnapshotLock lock);

    /**
     * Sets the lock, or none.
     *
     * @param lock the lock; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lock(Optional<? extends SnapshotLock> lock);

    /**
     * Sets how far the last move between tiers came.
     *
     * @param lastTieringOperation the status
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lastTieringOperation(TieringOperationStatus lastTieringOperation);

    /**
     * Sets the status, or none.
     *
     * @param lastTieringOperation the status; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lastTieringOperation(
        Optional<? extends TieringOperationStatus> lastTieringOperation);

    /**
     * Sets whether the snapshot is to be deleted as soon as it is no longer pending.
     *
     * @param deletionRequested whether it is; at first it is not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder deletionRequested(boolean deletionRequested);

    /**
     * Sets that the snapshot lies in the Recycle Bin.
     *
     * @param recycleBinStay the stay in the Recycle Bin
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder recycleBinStay(SnapshotRecycleBinStay recycleBinStay);

    /**
     * Sets the stay in the Recycle Bin, or none.
     *
     * @param recycleBinStay the stay in the Recycle Bin; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder recycleBinStay(
        Optional<? extends SnapshotRecycleBinStay> recycleBinStay);

    /**
     * Returns what is stored.
     *
     * @return the snapshot, to be stored
     * @throws dev.amikit.rule.MissingAttributesException without a snapshot
     */
    public final StoredSnapshot build() {
      return make();
    }

    abstract Builder from(StoredSnapshot value);

    abstract StoredSnapshot make();
  }

  /**
   * That a snapshot lies in the Recycle Bin.
   *
   * @param enterTime when it was deleted
   * @param exitTime when it goes for good
   * @param suspendedPermissions its permissions, none in force and all back on restore
   */
  public record SnapshotRecycleBinStay(
      Instant enterTime,
      Instant exitTime,
      ImmutableSet<CreateVolumePermission> suspendedPermissions) {
    /**
     * Refuses null.
     *
     * @param enterTime when it was deleted
     * @param exitTime when it goes for good
     * @param suspendedPermissions its permissions, none in force and all back on restore
     */
    public SnapshotRecycleBinStay {
      requireNonNull(enterTime, "enterTime");
      requireNonNull(exitTime, "exitTime");
      requireNonNull(suspendedPermissions, "suspendedPermissions");
    }
  }
}

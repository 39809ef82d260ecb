package dev.amikit.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
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
    return new Builder();
  }

  /** {@return a builder with the values of this snapshot} */
  public final Builder toBuilder() {
    return builder().from(this);
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

  /** Builds a {@link StoredSnapshot}. */
  public static final class Builder extends ImmutableStoredSnapshot.Builder {
    Builder() {
      deletionRequested(false);
    }
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

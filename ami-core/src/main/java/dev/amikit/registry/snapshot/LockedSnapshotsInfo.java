package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import java.time.Instant;

/**
 * What EC2 tells of a snapshot that is or was locked.
 *
 * @param snapshotId the snapshot
 * @param ownerId the account that it belongs to
 * @param lockState how it is locked now
 * @param lock the lock
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LockedSnapshotsInfo.html">LockedSnapshotsInfo</a>
 */
public record LockedSnapshotsInfo(
    SnapshotId snapshotId, AccountId ownerId, LockState lockState, SnapshotLock lock) {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param ownerId the account that it belongs to
   * @param lockState how it is locked now
   * @param lock the lock
   */
  public LockedSnapshotsInfo {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(lockState, "lockState");
    requireNonNull(lock, "lock");
  }

  static LockedSnapshotsInfo of(Snapshot snapshot, SnapshotLock lock, Instant now) {
    return new LockedSnapshotsInfo(
        snapshot.snapshotId(), snapshot.ownerId(), lock.stateAt(now), lock);
  }
}

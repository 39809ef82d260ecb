package dev.amikit.registry;

import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import java.time.Instant;
import java.util.Optional;

/**
 * That a snapshot cannot be deleted for a while.
 *
 * @param mode how strictly
 * @param createdOn when it was locked
 * @param coolOffEnd until when a compliance lock can be undone; empty if it never could
 * @param expiresOn when it ends
 */
public record SnapshotLock(
    LockMode mode, Instant createdOn, Optional<Instant> coolOffEnd, Instant expiresOn) {
  /**
   * Returns how the snapshot is locked at a time.
   *
   * @param time the time
   * @return the state
   */
  public LockState stateAt(Instant time) {
    if (!time.isBefore(expiresOn)) {
      return LockState.EXPIRED;
    }
    if (mode.equals(LockMode.GOVERNANCE)) {
      return LockState.GOVERNANCE;
    }
    return coolOffEnd.isPresent() && time.isBefore(coolOffEnd.get())
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
    return time.isBefore(expiresOn);
  }
}

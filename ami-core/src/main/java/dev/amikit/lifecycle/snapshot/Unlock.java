package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/**
 * {@code UnlockSnapshot}: the snapshot can be deleted again. A compliance lock stays once its
 * cooling-off period is over.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnlockSnapshot.html">UnlockSnapshot</a>
 */
public record Unlock() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.UNLOCK_SNAPSHOT;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      LockState state = snapshot.lock().map(lock -> lock.stateAt(now)).orElse(LockState.EXPIRED);
      if (state.equals(LockState.EXPIRED)) {
        return Decision.unchanged();
      }
      return state.equals(LockState.COMPLIANCE)
          ? SnapshotLifeCycle.refused(Lock.COMPLIANCE_STAYS, snapshot)
          : Decision.accepted(new SnapshotUnlocked());
    });
  }
}

package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/**
 * {@code RestoreSnapshotFromRecycleBin}: the snapshot returns as it was, at once, all its
 * permissions included. At its exit time it is gone, whether or not that was recorded yet.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotFromRecycleBin.html">RestoreSnapshotFromRecycleBin</a>
 */
public record Recover() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.RESTORE_SNAPSHOT_FROM_RECYCLE_BIN;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(
        this,
        snapshot,
        now,
        () -> now.isBefore(snapshot.recycleBinStay().orElseThrow().exitTime())
            ? Decision.accepted(new SnapshotRecovered())
            : SnapshotLifeCycle.refused(Snapshot.EXISTS, snapshot));
  }
}

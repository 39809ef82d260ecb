package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/**
 * The retention period of a snapshot in the Recycle Bin is over. Nobody can ask for that before.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html">Recycle Bin</a>
 */
public record Expire() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.EXPIRE_SNAPSHOT;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      Instant exitTime = snapshot.recycleBinStay().orElseThrow().exitTime();
      return now.isBefore(exitTime)
          ? SnapshotLifeCycle.refused(
              action().rule().brokenBy("recycleBinExitTime", exitTime), snapshot)
          : Decision.accepted(new SnapshotDeleted());
    });
  }
}

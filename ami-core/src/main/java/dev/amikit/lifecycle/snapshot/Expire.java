package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/**
 * The retention period of a snapshot in the Recycle Bin is over. Nobody can ask for that before.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html">Recycle Bin</a>
 */
public record Expire() implements SnapshotCommand {
  /** A snapshot stays in the Recycle Bin until its exit time. */
  public static final Rule AT_EXIT_TIME = Rule.rule(
      "expire-snapshot.at-exit-time",
      "a snapshot leaves the Recycle Bin for good at its exit time, not before",
      ErrorCode.INCORRECT_STATE,
      "EBS User Guide, Recycle Bin",
      "SBIN-01",
      "SBIN-02");

  @Override
  public SnapshotAction action() {
    return SnapshotAction.EXPIRE_SNAPSHOT;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      Instant exitTime = snapshot.recycleBinStay().orElseThrow().exitTime();
      return now.isBefore(exitTime)
          ? Decision.refused(AT_EXIT_TIME, "recycleBinStay.exitTime", exitTime)
          : Decision.accepted(new SnapshotDeleted());
    });
  }
}

package dev.amikit.lifecycle.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A pending snapshot is completed. If its deletion was asked for meanwhile, it goes at once.
 *
 * @param retention for how long the retention rules keep the snapshot in the Recycle Bin if it
 *     goes; empty if none matches, else longer than nothing
 */
public record Complete(Optional<Duration> retention) implements SnapshotCommand {
  /** There is something to be completed. */
  public static final Rule SIZE_KNOWN = Rule.rule(
          "complete-snapshot.size-known",
          "a snapshot is completed once the size of its volume is known",
          ErrorCode.INCORRECT_STATE,
          "API reference, Snapshot, VolumeSize; observed: recorded copies of no snapshot,"
              + " which fail",
          "SNAP-02",
          "SNAP-13")
      .saying(own("Snapshot '{snapshotId}' has no volume size."));

  /**
   * Refuses null.
   *
   * @param retention for how long the retention rules keep the snapshot in the Recycle Bin
   */
  public Complete {
    requireNonNull(retention, "retention");
  }

  /** Makes the command for a snapshot that no retention rule keeps. */
  public Complete() {
    this(Optional.empty());
  }

  @Override
  public SnapshotAction action() {
    return SnapshotAction.COMPLETE_SNAPSHOT;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return Removal.malformed(retention, now);
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(
        this,
        snapshot,
        now,
        () -> snapshot.volumeSize() == 0
            ? SnapshotLifeCycle.refused(SIZE_KNOWN, snapshot)
            : Removal.after(new SnapshotCompleted(now), snapshot, retention, now));
  }
}

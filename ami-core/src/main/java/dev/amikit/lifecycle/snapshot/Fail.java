package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.Refusal;
import dev.amikit.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The making of a pending snapshot fails. If its deletion was asked for meanwhile, it goes at once.
 *
 * @param stateMessage why
 * @param retention for how long the retention rules keep the snapshot in the Recycle Bin if it
 *     goes; empty if none matches, else longer than nothing
 */
public record Fail(String stateMessage, Optional<Duration> retention) implements SnapshotCommand {
  /**
   * Refuses null.
   *
   * @param stateMessage why
   * @param retention for how long the retention rules keep the snapshot in the Recycle Bin
   */
  public Fail {
    requireNonNull(stateMessage, "stateMessage");
    requireNonNull(retention, "retention");
  }

  /**
   * Makes the command for a snapshot that no retention rule keeps.
   *
   * @param stateMessage why
   */
  public Fail(String stateMessage) {
    this(stateMessage, Optional.empty());
  }

  @Override
  public SnapshotAction action() {
    return SnapshotAction.FAIL_SNAPSHOT;
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
        () -> Removal.after(new SnapshotFailed(stateMessage), snapshot, retention, now));
  }
}

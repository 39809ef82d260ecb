package dev.amikit.lifecycle.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code DeleteSnapshot}: the snapshot goes to the Recycle Bin if a retention rule keeps it, else
 * for good. One that is pending goes when it is no longer; one that is on its way to another tier
 * goes from where it is.
 *
 * @param retention for how long the retention rules keep the snapshot in the Recycle Bin; empty if
 *     none matches, else longer than nothing
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSnapshot.html">DeleteSnapshot</a>
 */
public record Delete(Optional<Duration> retention) implements SnapshotCommand {
  /** The snapshot is not locked. */
  public static final Rule UNLOCKED = Rule.rule(
          "delete-snapshot.unlocked",
          "a snapshot is deleted only when it is not locked",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "API reference, LockSnapshot",
          "SNAP-39")
      .saying(own("Snapshot '{snapshotId}' is locked and cannot be deleted."));

  /**
   * Refuses null.
   *
   * @param retention for how long the retention rules keep the snapshot in the Recycle Bin
   */
  public Delete {
    requireNonNull(retention, "retention");
  }

  /** Makes the command for a snapshot that no retention rule keeps. */
  public Delete() {
    this(Optional.empty());
  }

  @Override
  public SnapshotAction action() {
    return SnapshotAction.DELETE_SNAPSHOT;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return Removal.malformed(retention, now);
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      if (snapshot.lock().filter(lock -> lock.holdsAt(now)).isPresent()) {
        return SnapshotLifeCycle.refused(UNLOCKED, snapshot);
      }
      if (snapshot.deletionRequested()) {
        return Decision.unchanged();
      }
      return snapshot.state().equals(SnapshotState.PENDING)
          ? Decision.accepted(new SnapshotDeletionRequested())
          : Removal.of(snapshot, retention, now);
    });
  }
}

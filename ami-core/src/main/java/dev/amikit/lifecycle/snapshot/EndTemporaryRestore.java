package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** The days for which a snapshot was restored are over. Nobody can ask for that before. */
public record EndTemporaryRestore() implements SnapshotCommand {
  /** A snapshot stays restored until its restore expiry time. */
  public static final Rule AT_EXPIRY_TIME = Rule.rule(
      "end-temporary-restore.at-expiry-time",
      "a temporary restore ends at its expiry time, not before",
      ErrorCode.INCORRECT_STATE,
      "API reference, Snapshot, RestoreExpiryTime",
      "ARC-08");

  @Override
  public SnapshotAction action() {
    return SnapshotAction.END_TEMPORARY_RESTORE;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      Optional<Instant> expiry = snapshot.restoreExpiryTime();
      return expiry.isPresent() && !now.isBefore(expiry.get())
          ? Decision.accepted(new SnapshotRestoreExpired())
          : Decision.refused(
              AT_EXPIRY_TIME, "restoreExpiryTime", expiry.map(Instant::toString).orElse("absent"));
    });
  }
}

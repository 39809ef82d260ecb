package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** The days for which a snapshot was restored are over. Nobody can ask for that before. */
public record EndTemporaryRestore() implements SnapshotCommand {
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
          : SnapshotLifeCycle.refused(
              action().rule().brokenBy("restoreExpiryTime", expiry), snapshot);
    });
  }
}

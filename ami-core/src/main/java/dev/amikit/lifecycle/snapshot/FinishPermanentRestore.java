package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;

/** A snapshot that is being restored for good lies in the standard tier again. */
public record FinishPermanentRestore() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.FINISH_PERMANENT_RESTORE;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return Tiering.finish(
        this, TieringOperation.PERMANENT_RESTORE, snapshot, now, SnapshotPermanentlyRestored::new);
  }
}

package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;

/** A snapshot on its way to the archive comes there, and is no longer shared. */
public record FinishArchival() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.FINISH_ARCHIVAL;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return Tiering.finish(
        this, TieringOperation.ARCHIVAL, snapshot, now, () -> new SnapshotArchived(now));
  }
}

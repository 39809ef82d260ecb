package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/** A move between tiers fails; the snapshot stays in the tier in which it is. */
public record FailTiering() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.FAIL_TIERING;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(
        this,
        snapshot,
        now,
        () -> snapshot
            .tieringUnderWay()
            .map(move -> Decision.accepted(new SnapshotTieringFailed(move)))
            .orElseGet(() -> SnapshotLifeCycle.refused(action().rule(), snapshot)));
  }
}

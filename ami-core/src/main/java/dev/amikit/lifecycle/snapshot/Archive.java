package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;

/**
 * {@code ModifySnapshotTier}: the snapshot is on its way to the archive. It can be used until
 * {@link FinishArchival}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotTier.html">ModifySnapshotTier</a>
 */
public record Archive() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.ARCHIVE_SNAPSHOT;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(
        this,
        snapshot,
        now,
        () -> snapshot.isArchived() || snapshot.tieringUnderWay().isPresent()
            ? SnapshotLifeCycle.refused(action().rule(), snapshot)
            : Decision.accepted(new SnapshotTieringBegun(TieringOperation.ARCHIVAL, now)));
  }
}

package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;

/**
 * {@code RestoreSnapshotTier} for good: the archived snapshot is on its way back to the standard
 * tier until {@link FinishPermanentRestore}. One that is restored for some days already is back at
 * once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotTier.html">RestoreSnapshotTier</a>
 */
public record RestorePermanently() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.RESTORE_PERMANENTLY;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return Tiering.restore(
        this, TieringOperation.PERMANENT_RESTORE, snapshot, now, SnapshotPermanentlyRestored::new);
  }
}

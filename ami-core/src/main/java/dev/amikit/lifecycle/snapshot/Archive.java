package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
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
  /** The snapshot lies in the standard tier and stays there so far. */
  public static final Rule STANDARD = Rule.rule(
      "modify-snapshot-tier.standard",
      "a snapshot is archived while it is completed, in the standard tier, and not being archived",
      ErrorCode.INCORRECT_STATE,
      "API reference, ModifySnapshotTier",
      "ARC-01");

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
            ? SnapshotLifeCycle.refused(STANDARD, snapshot)
            : Decision.accepted(new SnapshotTieringBegun(TieringOperation.ARCHIVAL)));
  }
}

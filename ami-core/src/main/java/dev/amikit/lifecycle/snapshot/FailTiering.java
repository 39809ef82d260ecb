package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * A move between tiers fails; the snapshot stays in the tier in which it is.
 *
 * @param detail why, for DescribeSnapshotTierStatus to tell; empty if it tells nothing
 */
public record FailTiering(Optional<String> detail) implements SnapshotCommand {
  /**
   * Refuses null.
   *
   * @param detail why, for DescribeSnapshotTierStatus to tell; empty if it tells nothing
   */
  public FailTiering {
    requireNonNull(detail, "detail");
  }

  /** Makes the command for a reason that is not told. */
  public FailTiering() {
    this(Optional.empty());
  }

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
            .map(move -> Decision.accepted(new SnapshotTieringFailed(move, detail)))
            .orElseGet(() -> SnapshotLifeCycle.refused(action().rule(), snapshot)));
  }
}

package dev.amikit.registry.snapshot;

import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.TierMove;
import dev.amikit.snapshot.StoredSnapshot;
import java.util.OptionalInt;

/** How a snapshot begins to be moved to another tier. */
final class TierMoves {
  private TierMoves() {}

  /** Plans that a snapshot is being moved to another tier. */
  static void begin(
      Plan plan,
      StoredSnapshot stored,
      TierMove.Tiering tiering,
      OptionalInt temporaryRestoreDays) {
    plan.happens(new RegistryEvent.SnapshotStored(
        plan.region(),
        stored.toBuilder().lastTieringOperation(tiering.inProgress()).build()));
    plan.begin(new TierMove(
        stored.snapshot().snapshotId(),
        tiering,
        temporaryRestoreDays,
        plan.caller(),
        plan.now(),
        plan.due(),
        plan.failure()));
  }
}

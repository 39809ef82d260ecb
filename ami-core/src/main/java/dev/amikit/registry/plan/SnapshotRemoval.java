package dev.amikit.registry.plan;

import dev.amikit.id.SnapshotId;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.TierMove;
import dev.amikit.snapshot.StoredSnapshot;
import java.util.Optional;

/** How a snapshot goes: into the Recycle Bin if a retention rule says so, or for good. */
public final class SnapshotRemoval {
  private SnapshotRemoval() {}

  /** Plans that a snapshot goes; whether it may go has been asked before. */
  public static void remove(Plan plan, StoredSnapshot stored) {
    plan.happens(plan.here().removal(withoutTiering(plan, stored), plan.now()));
  }

  /** The snapshot, no longer on its way to another tier. */
  private static StoredSnapshot withoutTiering(Plan plan, StoredSnapshot stored) {
    SnapshotId id = stored.snapshot().snapshotId();
    Optional<TierMove> move = plan.here().agenda().task(id, TierMove.class);
    if (move.isEmpty()) {
      return stored;
    }
    plan.happens(new RegistryEvent.TaskEnded(plan.region(), id));
    return stored.toBuilder()
        .lastTieringOperation(move.get().tiering().failed())
        .build();
  }
}

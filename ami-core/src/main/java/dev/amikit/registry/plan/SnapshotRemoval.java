package dev.amikit.registry.plan;

import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.TierMove;
import dev.amikit.snapshot.Snapshot;

/** How a snapshot goes: into the Recycle Bin if a retention rule says so, or for good. */
public final class SnapshotRemoval {
  private SnapshotRemoval() {}

  /** Whether a snapshot can be deleted as it is; whether it is still used is not asked. */
  public static boolean isPossible(Plan plan, Snapshot snapshot) {
    return deletion(plan, snapshot).decide(snapshot, plan.now()).isAccepted();
  }

  /**
   * Plans that a snapshot goes, or will go when it is no longer pending; refuses one that cannot be
   * deleted as it is. Whether it is still used has been asked before.
   */
  public static void remove(Plan plan, Snapshot snapshot) {
    plan.command(snapshot, deletion(plan, snapshot));
    plan.here()
        .agenda()
        .task(snapshot.snapshotId(), TierMove.class)
        .ifPresent(move ->
            plan.happens(new RegistryEvent.TaskEnded(plan.region(), snapshot.snapshotId())));
  }

  private static Delete deletion(Plan plan, Snapshot snapshot) {
    return new Delete(plan.here().retention(snapshot));
  }
}

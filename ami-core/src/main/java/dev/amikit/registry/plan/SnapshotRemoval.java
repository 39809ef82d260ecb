package dev.amikit.registry.plan;

import dev.amikit.snapshot.Snapshot;

/** How a snapshot goes: into the Recycle Bin if a retention rule says so, or for good. */
public final class SnapshotRemoval {
  private SnapshotRemoval() {}

  /** Whether a snapshot can be deleted as it is; whether it is still used is not asked. */
  public static boolean isPossible(Plan plan, Snapshot snapshot) {
    return plan.here().deletion(snapshot).decide(snapshot, plan.now()).isAccepted();
  }

  /**
   * Plans that a snapshot goes, or will go when it is no longer pending; refuses one that cannot be
   * deleted as it is. Whether it is still used has been asked before.
   */
  public static void remove(Plan plan, Snapshot snapshot) {
    plan.requireNone(plan.here()
        .deletion(snapshot)
        .decide(snapshot, plan.now().truncatedTo(Snapshot.TIME_UNIT))
        .refusal());
    plan.here().removal(snapshot, plan.now()).forEach(plan::happens);
  }
}

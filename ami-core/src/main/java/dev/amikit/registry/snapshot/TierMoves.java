package dev.amikit.registry.snapshot;

import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.TierMove;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.util.OptionalInt;

/** How a snapshot begins to be moved to another tier. */
final class TierMoves {
  private TierMoves() {}

  /** Plans that a snapshot is being moved by a command. */
  static void begin(
      Plan plan,
      Snapshot snapshot,
      SnapshotCommand command,
      TieringOperation tiering,
      OptionalInt temporaryRestoreDays) {
    plan.command(snapshot, command);
    Task.Kind kind = Task.Kind.of(tiering);
    plan.begin(new TierMove(
        snapshot.snapshotId(),
        tiering,
        temporaryRestoreDays,
        plan.caller(),
        plan.now(),
        plan.due(kind),
        plan.failure(kind)));
  }
}

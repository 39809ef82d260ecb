package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the commands that restore a snapshot, or end its move between tiers, have in common. */
final class Tiering {
  private Tiering() {}

  /**
   * Decides on a command that restores an archived snapshot: by a move between tiers, but at once
   * where it is restored for some days already.
   */
  static Decision<Snapshot> restore(
      SnapshotCommand command,
      TieringOperation operation,
      Snapshot snapshot,
      Instant now,
      Supplier<SnapshotEvent> restored) {
    return SnapshotLifeCycle.decide(command, snapshot, now, () -> {
      if (!snapshot.isArchived() || snapshot.tieringUnderWay().isPresent()) {
        return SnapshotLifeCycle.refused(command.action().rule(), snapshot);
      }
      if (snapshot.restoreExpiryTime().isEmpty()) {
        return Decision.accepted(new SnapshotTieringBegun(operation, now));
      }
      SnapshotEvent event = restored.get();
      return event.evolve(snapshot).equals(snapshot)
          ? Decision.unchanged()
          : Decision.accepted(event);
    });
  }

  /** Decides on a command that ends a move of its own kind well. */
  static Decision<Snapshot> finish(
      SnapshotCommand command,
      TieringOperation operation,
      Snapshot snapshot,
      Instant now,
      Supplier<SnapshotEvent> finished) {
    return SnapshotLifeCycle.decide(
        command,
        snapshot,
        now,
        () -> snapshot.tieringUnderWay().equals(Optional.of(operation))
            ? Decision.accepted(finished.get())
            : SnapshotLifeCycle.refused(command.action().rule(), snapshot));
  }
}

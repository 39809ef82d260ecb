package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;

/**
 * The snapshot is on its way to another tier, or to be restored for some days.
 *
 * @param operation the move
 */
public record SnapshotTieringBegun(TieringOperation operation) implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param operation the move
   */
  public SnapshotTieringBegun {
    requireNonNull(operation, "operation");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .lastTieringOperationStatus(operation.inProgress())
        .build();
  }
}

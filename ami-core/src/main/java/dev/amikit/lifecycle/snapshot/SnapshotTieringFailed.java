package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;

/**
 * A move of the snapshot failed, and left it in the tier in which it was.
 *
 * @param operation the move
 */
public record SnapshotTieringFailed(TieringOperation operation) implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param operation the move
   */
  public SnapshotTieringFailed {
    requireNonNull(operation, "operation");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder().lastTieringOperationStatus(operation.failed()).build();
  }
}

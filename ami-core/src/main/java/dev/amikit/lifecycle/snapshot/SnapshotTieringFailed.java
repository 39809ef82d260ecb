package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.util.Optional;

/**
 * A move of the snapshot failed, and left it in the tier in which it was.
 *
 * @param operation the move
 * @param detail why it failed; empty if that is not told
 */
public record SnapshotTieringFailed(TieringOperation operation, Optional<String> detail)
    implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param operation the move
   * @param detail why it failed; empty if that is not told
   */
  public SnapshotTieringFailed {
    requireNonNull(operation, "operation");
    requireNonNull(detail, "detail");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .lastTieringOperationStatus(operation.failed())
        .lastTieringOperationStatusDetail(detail)
        .build();
  }
}

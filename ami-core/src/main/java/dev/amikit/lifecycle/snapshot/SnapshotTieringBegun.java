package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Instant;
import java.util.Optional;

/**
 * The snapshot is on its way to another tier, or to be restored for some days.
 *
 * @param operation the move
 * @param startTime since when
 */
public record SnapshotTieringBegun(TieringOperation operation, Instant startTime)
    implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param operation the move
   * @param startTime since when
   */
  public SnapshotTieringBegun {
    requireNonNull(operation, "operation");
    requireNonNull(startTime, "startTime");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .lastTieringOperationStatus(operation.inProgress())
        .lastTieringStartTime(startTime)
        .lastTieringOperationStatusDetail(Optional.empty())
        .build();
  }
}

package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.time.Instant;

/**
 * The snapshot is complete and can be used; a lock for some days begins to count. Where nothing is
 * known of its blocks, none were written.
 *
 * @param completionTime when it was completed
 */
public record SnapshotCompleted(Instant completionTime) implements SnapshotEvent {
  private static final int DONE = 100;

  /**
   * Refuses null.
   *
   * @param completionTime when it was completed
   */
  public SnapshotCompleted {
    requireNonNull(completionTime, "completionTime");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .state(SnapshotState.COMPLETED)
        .progress(DONE)
        .completionTime(completionTime)
        .fullSnapshotSizeInBytes(snapshot.fullSnapshotSizeInBytes().orElse(0))
        .lock(snapshot.lock().map(lock -> lock.completedAt(completionTime)))
        .deletionRequested(false)
        .build();
  }
}

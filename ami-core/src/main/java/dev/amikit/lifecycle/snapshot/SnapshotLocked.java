package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;

/**
 * The snapshot was locked, or its lock was changed.
 *
 * @param lock the lock
 */
public record SnapshotLocked(SnapshotLock lock) implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param lock the lock
   */
  public SnapshotLocked {
    requireNonNull(lock, "lock");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder().lock(lock).build();
  }
}

package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/**
 * The snapshot could not be made.
 *
 * @param stateMessage why
 */
public record SnapshotFailed(String stateMessage) implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param stateMessage why
   */
  public SnapshotFailed {
    requireNonNull(stateMessage, "stateMessage");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .state(SnapshotState.ERROR)
        .stateMessage(stateMessage)
        .deletionRequested(false)
        .build();
  }
}

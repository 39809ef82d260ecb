package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/**
 * The snapshot could not be made. A copy then has neither a size nor any encryption.
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
    Snapshot unmade = snapshot.isCopy() ? snapshot.withoutMetadata() : snapshot;
    return unmade.toBuilder()
        .state(SnapshotState.ERROR)
        .stateMessage(stateMessage)
        .deletionRequested(false)
        .build();
  }
}

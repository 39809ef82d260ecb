package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/** The snapshot is locked no more. */
public record SnapshotUnlocked() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder().lock(Optional.empty()).build();
  }
}

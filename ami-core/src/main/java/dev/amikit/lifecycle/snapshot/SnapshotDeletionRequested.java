package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;

/** The pending snapshot is to be deleted as soon as it is no longer pending. */
public record SnapshotDeletionRequested() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder().deletionRequested(true).build();
  }
}

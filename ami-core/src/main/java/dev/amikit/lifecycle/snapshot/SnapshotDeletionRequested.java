package dev.amikit.lifecycle.snapshot;

import dev.amikit.snapshot.Snapshot;

/** The pending snapshot is to be deleted as soon as it is no longer pending. */
public record SnapshotDeletionRequested() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    return snapshot.toBuilder().deletionRequested(true).build();
  }
}

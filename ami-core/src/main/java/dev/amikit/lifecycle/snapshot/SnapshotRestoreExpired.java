package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/** The days for which the snapshot was restored are over; it can be used no more. */
public record SnapshotRestoreExpired() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder().restoreExpiryTime(Optional.empty()).build();
  }
}

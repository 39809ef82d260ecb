package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import java.util.Optional;

/** The snapshot came back from the Recycle Bin as it was, permissions included. */
public record SnapshotRecovered() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .recycleBinStay(Optional.empty())
        .createVolumePermissions(snapshot
            .recycleBinStay()
            .map(SnapshotRecycleBinStay::suspendedCreateVolumePermissions)
            .orElse(snapshot.createVolumePermissions()))
        .tags(snapshot.tags().without(ImageMovedToRecycleBin.TAG))
        .build();
  }
}

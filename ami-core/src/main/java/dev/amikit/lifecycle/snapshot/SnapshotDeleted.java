package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/** The snapshot is gone for good; its permissions ended. */
public record SnapshotDeleted() implements SnapshotEvent {
  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .deleted(true)
        .createVolumePermissions(ImmutableSet.of())
        .recycleBinStay(Optional.empty())
        .tags(snapshot.tags().without(ImageMovedToRecycleBin.TAG))
        .build();
  }
}

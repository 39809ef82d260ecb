package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.tag.Tags;
import java.time.Instant;

/**
 * The snapshot was deleted and lies in the Recycle Bin, its permissions suspended.
 *
 * @param enterTime when it entered
 * @param exitTime when it goes for good, unless it is restored before
 */
public record SnapshotMovedToRecycleBin(Instant enterTime, Instant exitTime)
    implements SnapshotEvent {
  /**
   * Refuses null.
   *
   * @param enterTime when it entered
   * @param exitTime when it goes for good, unless it is restored before
   */
  public SnapshotMovedToRecycleBin {
    requireNonNull(enterTime, "enterTime");
    requireNonNull(exitTime, "exitTime");
  }

  @Override
  public Snapshot evolve(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.toBuilder()
        .createVolumePermissions(ImmutableSet.of())
        .recycleBinStay(
            new SnapshotRecycleBinStay(enterTime, exitTime, snapshot.createVolumePermissions()))
        .tags(snapshot.tags().with(Tags.of(ImageMovedToRecycleBin.TAG, "true")))
        .build();
  }
}

package dev.amikit.query;

import static java.util.Objects.requireNonNull;

import dev.amikit.snapshot.Snapshot;
import dev.amikit.visibility.Viewer;

/** Snapshots that somebody has; maybe as EC2 told them to the viewer, who then may see them all. */
record GivenSnapshots(Iterable<Snapshot> snapshots, boolean isAnswer) implements SnapshotSource {
  @Override
  public Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
    requireNonNull(query, "query");
    requireNonNull(viewer, "viewer");
    return snapshots;
  }

  @Override
  public boolean isGranted(Snapshot snapshot, Viewer viewer) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(viewer, "viewer");
    return isAnswer && !viewer.owns(snapshot) || viewer.isGranted(snapshot);
  }
}

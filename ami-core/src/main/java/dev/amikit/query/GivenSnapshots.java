package dev.amikit.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.visibility.Viewer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Snapshots that somebody has; maybe as EC2 told them to the viewer, who then may see them all. */
record GivenSnapshots(Iterable<Snapshot> snapshots, boolean isAnswer) implements SnapshotSource {
  @Override
  public Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
    requireNonNull(query, "query");
    requireNonNull(viewer, "viewer");
    return snapshots;
  }

  @Override
  public ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids, Viewer viewer) {
    requireNonNull(ids, "ids");
    requireNonNull(viewer, "viewer");
    if (ids.isEmpty()) {
      return ids;
    }
    Set<SnapshotId> unknown = new LinkedHashSet<>(ids);
    snapshots.forEach(snapshot -> {
      if (unknown.contains(snapshot.snapshotId()) && isReadable(snapshot, viewer)) {
        unknown.remove(snapshot.snapshotId());
      }
    });
    return ImmutableSet.copyOf(unknown);
  }

  @Override
  public boolean isGranted(Snapshot snapshot, Viewer viewer) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(viewer, "viewer");
    return isAnswer && !viewer.owns(snapshot) || viewer.isGranted(snapshot);
  }
}

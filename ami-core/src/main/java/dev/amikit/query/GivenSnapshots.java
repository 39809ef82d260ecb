package dev.amikit.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import dev.amikit.id.SnapshotId;
import dev.amikit.snapshot.Snapshot;

/** Snapshots that somebody has; maybe as EC2 told them to the viewer, who then may see them all. */
record GivenSnapshots(Iterable<Snapshot> snapshots, boolean isAnswer) implements SnapshotSource {
  @Override
  public Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
    return snapshots;
  }

  @Override
  public ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids) {
    return ids.isEmpty()
        ? ids
        : Sets.difference(
                ids, Streams.stream(snapshots).map(Snapshot::snapshotId).collect(toImmutableSet()))
            .immutableCopy();
  }

  @Override
  public boolean isGranted(Snapshot snapshot, Viewer viewer) {
    return isAnswer && !viewer.owns(snapshot) || viewer.isGranted(snapshot);
  }
}

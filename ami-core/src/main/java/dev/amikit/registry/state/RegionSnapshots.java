package dev.amikit.registry.state;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;

/**
 * The snapshots of a Region as a place to look for them; those in the Recycle Bin are not there.
 */
record RegionSnapshots(RegionState here) implements SnapshotSource {
  @Override
  public Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
    requireNonNull(query, "query");
    requireNonNull(viewer, "viewer");
    return here.snapshots().candidates(query, viewer);
  }

  @Override
  public ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids, Viewer viewer) {
    requireNonNull(ids, "ids");
    requireNonNull(viewer, "viewer");
    return ids.stream()
        .filter(
            id -> here.snapshots().get(id).filter(s -> isReadable(s, viewer)).isEmpty())
        .collect(toImmutableSet());
  }

  @Override
  public Tags tags(Snapshot snapshot, AccountId viewer) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(viewer, "viewer");
    return snapshot.ownerId().equals(viewer)
        ? snapshot.tags()
        : here.snapshots()
            .get(snapshot.snapshotId())
            .map(found -> here.tags(viewer, found))
            .orElse(Tags.none());
  }

  @Override
  public boolean blocksAllSharing(AccountId owner) {
    requireNonNull(owner, "owner");
    return here.blocksAllSharing(owner);
  }
}

package dev.amikit.registry;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;

/**
 * The snapshots of a Region as a place to look for them; those in the Recycle Bin are not there.
 */
record RegionSnapshots(RegionState here) implements SnapshotSource {
  @Override
  public Iterable<Snapshot> candidates(SnapshotQuery query) {
    Iterable<StoredSnapshot> candidates = query.snapshotIds().isEmpty()
        ? here.snapshots.values()
        : Iterables.concat(Iterables.transform(query.snapshotIds(), id -> here.snapshots.get(id)));
    return FluentIterable.from(candidates)
        .filter(stored -> !stored.isInRecycleBin())
        .transform(StoredSnapshot::snapshot);
  }

  @Override
  public ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids) {
    return ids.stream()
        .filter(id -> !here.snapshots.get(id).exists(stored -> !stored.isInRecycleBin()))
        .collect(toImmutableSet());
  }

  @Override
  public Tags tags(Snapshot snapshot, AccountId viewer) {
    return snapshot.ownerId().equals(viewer)
        ? snapshot.tags()
        : here.snapshots
            .get(snapshot.snapshotId())
            .map(stored -> here.tags(viewer, stored))
            .getOrElse(Tags.none());
  }

  @Override
  public boolean blocksAllSharing(AccountId owner) {
    return here.settings(owner).snapshotBlockPublicAccess() == BlockPublicAccess.BLOCK_ALL_SHARING;
  }
}

package dev.amikit.registry.store;

import com.google.common.collect.ImmutableList;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What finds snapshots without looking through all of them; it is kept in step by the shelf of its
 * Region, and knows snapshots by their rows in the {@link Table}.
 */
public final class SnapshotIndex {
  private static final SnapshotIndex EMPTY = new SnapshotIndex(
      Postings.by(SnapshotIndex::owner),
      Postings.byEach(Snapshot::createVolumePermissions),
      Postings.by(Snapshot::tags, snapshot -> OwnTag.each(owner(snapshot), snapshot.tags())),
      Postings.by(
          Snapshot::volumeId,
          snapshot -> snapshot.volumeId().map(ImmutableList::of).orElse(ImmutableList.of())),
      Postings.by(SnapshotIndex::owner));

  // Of snapshots that a query can find:
  private final Postings<Snapshot, AccountId> byOwner;
  private final Postings<Snapshot, CreateVolumePermission> byPermission;
  private final Postings<Snapshot, OwnTag> byTag;
  private final Postings<Snapshot, VolumeId> byVolume;

  private final Postings<Snapshot, AccountId> binnedByOwner;

  private SnapshotIndex(
      Postings<Snapshot, AccountId> byOwner,
      Postings<Snapshot, CreateVolumePermission> byPermission,
      Postings<Snapshot, OwnTag> byTag,
      Postings<Snapshot, VolumeId> byVolume,
      Postings<Snapshot, AccountId> binnedByOwner) {
    this.byOwner = byOwner;
    this.byPermission = byPermission;
    this.byTag = byTag;
    this.byVolume = byVolume;
    this.binnedByOwner = binnedByOwner;
  }

  public static SnapshotIndex empty() {
    return EMPTY;
  }

  /** The index after the snapshot in a row has come, changed or gone. */
  public SnapshotIndex changed(int row, @Nullable Snapshot before, @Nullable Snapshot after) {
    Snapshot was = before == null || before.isInRecycleBin() ? null : before;
    Snapshot is = after == null || after.isInRecycleBin() ? null : after;
    return new SnapshotIndex(
        byOwner.changed(row, was, is),
        byPermission.changed(row, was, is),
        byTag.changed(row, was, is),
        byVolume.changed(row, was, is),
        binnedByOwner.changed(row, was == null ? before : null, is == null ? after : null));
  }

  /** The index after an account that is not the owner changed its tags on a snapshot. */
  public SnapshotIndex retagged(int row, AccountId account, Tags before, Tags after) {
    return new SnapshotIndex(
        byOwner,
        byPermission,
        byTag.changed(row, OwnTag.each(account, before), OwnTag.each(account, after)),
        byVolume,
        binnedByOwner);
  }

  /** The snapshots of an account, those in the Recycle Bin left out. */
  public Rows owned(AccountId owner) {
    return byOwner.of(owner);
  }

  /** The snapshots of an account that lie in the Recycle Bin. */
  public Rows binned(AccountId owner) {
    return binnedByOwner.of(owner);
  }

  /** Where to look for the snapshots that the query finds, whatever IDs it names. */
  public Narrowed candidates(
      SnapshotQuery query, Viewer viewer, Table<SnapshotId, Snapshot> snapshots) {
    Narrowing narrowing = new Narrowing(viewer.account(), byOwner, byTag);
    narrowing.to(ImmutableList.of(
        byOwner.of(viewer.account()),
        byPermission.of(CreateVolumePermission.everyone()),
        byPermission.of(CreateVolumePermission.userId(viewer.account()))));
    narrowing.toOwned(query.ownerIds());
    for (Filter filter : query.filters()) {
      narrowing.toFiltered(filter, (name, value) -> filtered(name, value, snapshots));
    }
    return narrowing.narrowed();
  }

  private Optional<Rows> filtered(
      String name, String value, Table<SnapshotId, Snapshot> snapshots) {
    return switch (name) {
      case "volume-id" ->
        Optional.of(VolumeId.tryParse(value).map(byVolume::of).orElse(Rows.none()));
      case "snapshot-id" ->
        Optional.of(SnapshotId.tryParse(value).map(snapshots::rows).orElse(Rows.none()));
      default -> Optional.empty();
    };
  }

  private static AccountId owner(Snapshot snapshot) {
    return snapshot.ownerId();
  }
}

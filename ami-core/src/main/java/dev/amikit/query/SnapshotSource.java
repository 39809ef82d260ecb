package dev.amikit.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;

/** Where a query looks for snapshots: those of one Region, with all that is known of them. */
public interface SnapshotSource {
  /**
   * Returns the snapshots that a query may find.
   *
   * @param query the query
   * @param viewer who asks
   * @return at least those that it finds, each once, in any order; if they are {@link Candidates},
   *     nothing is asked of them that they tell, nor more of them than a page needs
   */
  Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer);

  /**
   * Returns the IDs that no snapshot has that a viewer may read.
   *
   * @param ids some IDs
   * @param viewer who asks
   * @return those of them that the Region does not know, as far as the viewer can tell, in the same
   *     order
   */
  ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids, Viewer viewer);

  /**
   * Tells whether a viewer may read a snapshot, and so finds it by its ID.
   *
   * @param snapshot the snapshot
   * @param viewer who asks
   * @return whether the viewer owns it, or it is shared with the viewer, or public and not hidden
   */
  default boolean isReadable(Snapshot snapshot, Viewer viewer) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(viewer, "viewer");
    return (viewer.owns(snapshot)
            || isGranted(snapshot, viewer)
            || snapshot.isPublic() && !blocksAllSharing(snapshot.ownerId()))
        && Viewer.isOpen(snapshot);
  }

  /**
   * Tells whether a snapshot is shared with a viewer explicitly; being public is not being shared.
   *
   * @param snapshot the snapshot
   * @param viewer who asks
   * @return whether it is; what the permissions on it say, unless the source knows better
   */
  default boolean isGranted(Snapshot snapshot, Viewer viewer) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(viewer, "viewer");
    return viewer.isGranted(snapshot);
  }

  /**
   * Returns the tags of a snapshot that an account attached.
   *
   * @param snapshot the snapshot
   * @param viewer the account
   * @return its tags; those on the snapshot, unless the source keeps tags elsewhere
   */
  default Tags tags(Snapshot snapshot, AccountId viewer) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(viewer, "viewer");
    return snapshot.tags();
  }

  /**
   * Tells whether an account hides even its public snapshots from others: whether its block public
   * access for snapshots is {@code block-all-sharing}.
   *
   * @param owner the account
   * @return whether it does; false unless the source knows better
   */
  default boolean blocksAllSharing(AccountId owner) {
    requireNonNull(owner, "owner");
    return false;
  }

  /**
   * Returns snapshots as a source. All their permissions are on them; their tags are those of
   * whoever asks.
   *
   * @param snapshots the snapshots, each once; they are looked through at every query
   * @return the source
   */
  static SnapshotSource of(Iterable<Snapshot> snapshots) {
    requireNonNull(snapshots, "snapshots");
    return new GivenSnapshots(snapshots, false);
  }

  /**
   * Returns snapshots as EC2 told them to whoever asks now. EC2 does not tell permissions, but a
   * snapshot in its answer that is not owned can be used.
   *
   * @param snapshots the snapshots of an answer, each once
   * @return the source
   */
  static SnapshotSource ofAnswer(Iterable<Snapshot> snapshots) {
    requireNonNull(snapshots, "snapshots");
    return new GivenSnapshots(snapshots, true);
  }
}

package dev.amikit.testkit.registry;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.function.Function;

/**
 * All that there is in a Region, to be looked through one by one: slow, and so plain that it can
 * tell whether an index is right.
 */
public final class PlainScan {
  private PlainScan() {}

  /**
   * Returns the images of a Region. Of no ID it says that it is unknown.
   *
   * @param state all that there is
   * @param region the Region
   * @return the images, for queries
   */
  public static ImageSource ofImages(PartitionState state, Region region) {
    return new ImageSource() {
      @Override
      public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
        return state.images(region).toList();
      }

      @Override
      public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
        return ImmutableSet.of();
      }

      @Override
      public Tags tags(Ami ami, AccountId viewer) {
        return state.tags(region, viewer, ami);
      }
    };
  }

  /**
   * Returns the snapshots of a Region, except those in the Recycle Bin.
   *
   * @param state all that there is
   * @param region the Region
   * @return the snapshots, for queries
   */
  public static SnapshotSource ofSnapshots(PartitionState state, Region region) {
    return new SnapshotSource() {
      @Override
      public Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
        return state
            .snapshots(region)
            .filter(stored -> !stored.isInRecycleBin())
            .map(Function.identity())
            .toList();
      }

      @Override
      public Tags tags(Snapshot snapshot, AccountId viewer) {
        return state.snapshotSource(region).tags(snapshot, viewer);
      }
    };
  }
}

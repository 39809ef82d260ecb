package dev.amikit.registry;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
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

/** All that there is in a Region, to be looked through one by one. */
public final class PlainScan {
  private PlainScan() {}

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

  /** Those in the Recycle Bin are left out. */
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
      public ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids) {
        return ImmutableSet.of();
      }

      @Override
      public Tags tags(Snapshot snapshot, AccountId viewer) {
        return state.snapshotSource(region).tags(snapshot, viewer);
      }
    };
  }
}

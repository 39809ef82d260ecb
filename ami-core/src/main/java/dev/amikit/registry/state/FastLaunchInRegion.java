package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.amikit.registry.state.PartitionState.evolved;
import static dev.amikit.registry.state.PartitionState.present;
import static dev.amikit.registry.state.PartitionState.requireAbsent;
import static dev.amikit.registry.state.PartitionState.requireStep;
import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle;
import dev.amikit.lifecycle.fastlaunch.FastLaunchStage;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/** What has happened to fast launch of images. */
public sealed interface FastLaunchInRegion extends RegistryEvent.InRegion {
  /** {@return the account and the image} */
  FastLaunchId id();

  /**
   * Something happened to fast launch of an image, such as that it began to be enabled.
   *
   * @param region where
   * @param id the account and the image
   * @param event what
   */
  record FastLaunchChanged(Region region, FastLaunchId id, Event<Optional<FastLaunch>> event)
      implements FastLaunchInRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param id the account and the image
     * @param event what
     */
    public FastLaunchChanged {
      requireNonNull(region, "region");
      requireNonNull(id, "id");
      requireNonNull(event, "event");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Optional<FastLaunch> before = state.in(region).fastLaunches().get(id);
      Optional<FastLaunch> after = evolved(event, before);
      checkArgument(
          before.isPresent() || state.image(region, id.imageId()).isPresent(),
          "There is no %s in %s",
          id.imageId(),
          region);
      checkArgument(after.map(FastLaunch::id).orElse(id).equals(id), "%s became %s", id, after);
      FastLaunchStage from = FastLaunchStage.of(before);
      FastLaunchStage to = FastLaunchStage.of(after);
      requireStep(FastLaunchLifeCycle.canFollow(from, to), id, from, to);
      return state.changed(region, here -> here.with(here.fastLaunches().with(id, after)));
    }
  }

  /**
   * A snapshot, which is there, is ready for a launch to start from.
   *
   * @param region where
   * @param id the account and the image
   * @param snapshotId the snapshot
   */
  record FastLaunchSnapshotProvisioned(Region region, FastLaunchId id, SnapshotId snapshotId)
      implements FastLaunchInRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param id the account and the image
     * @param snapshotId the snapshot
     */
    public FastLaunchSnapshotProvisioned {
      requireNonNull(region, "region");
      requireNonNull(id, "id");
      requireNonNull(snapshotId, "snapshotId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      FastLaunches before = state.in(region).fastLaunches();
      FastLaunch served = present(before.get(id), region, id);
      Snapshot snapshot = present(state.snapshot(region, snapshotId), region, snapshotId);
      checkArgument(
          snapshot.ownerId().equals(served.ownerId()), "%s is not %s's", snapshotId, id.ownerId());
      requireAbsent(before.snapshots(id).anyMatch(snapshotId::equals), region, snapshotId);
      return state.changed(region, here -> here.with(before.with(id, snapshotId)));
    }
  }

  /**
   * A snapshot, which may be gone, is no longer kept for launches to start from: one did, or it was
   * removed.
   *
   * @param region where
   * @param id the account and the image
   * @param snapshotId the snapshot
   */
  record FastLaunchSnapshotRemoved(Region region, FastLaunchId id, SnapshotId snapshotId)
      implements FastLaunchInRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param id the account and the image
     * @param snapshotId the snapshot
     */
    public FastLaunchSnapshotRemoved {
      requireNonNull(region, "region");
      requireNonNull(id, "id");
      requireNonNull(snapshotId, "snapshotId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      FastLaunches before = state.in(region).fastLaunches();
      SnapshotId kept =
          present(before.snapshots(id).filter(snapshotId::equals).findFirst(), region, snapshotId);
      return state.changed(region, here -> here.with(before.without(id, kept)));
    }
  }
}

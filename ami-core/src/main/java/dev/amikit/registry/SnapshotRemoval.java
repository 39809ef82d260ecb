package dev.amikit.registry;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.registry.RetentionRule.ResourceType;
import dev.amikit.registry.StoredSnapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;

/** How a snapshot goes: into the Recycle Bin if a retention rule says so, or for good. */
final class SnapshotRemoval {
  private SnapshotRemoval() {}

  /** Plans that a snapshot goes; whether it may go has been asked before. */
  static void remove(Plan plan, StoredSnapshot stored) {
    plan.happens(event(plan.here(), withoutTiering(plan, stored), plan.now()));
  }

  /** The snapshot, no longer on its way to another tier. */
  private static StoredSnapshot withoutTiering(Plan plan, StoredSnapshot stored) {
    String id = stored.snapshot().snapshotId().value();
    if (plan.here().work.get(id).getOrNull() instanceof Work.OnTier move) {
      plan.happens(new RegistryEvent.WorkEnded(plan.region(), id));
      return stored.toBuilder().lastTieringOperation(move.tiering().failed()).build();
    }
    return stored;
  }

  /** What happens to a snapshot that goes. The longest retention wins. */
  static RegistryEvent event(RegionState here, StoredSnapshot stored, Instant now) {
    Snapshot snapshot = stored.snapshot();
    return Retention.period(here, snapshot.ownerId(), ResourceType.EBS_SNAPSHOT, snapshot.tags())
        .<RegistryEvent>map(period ->
            new RegistryEvent.SnapshotStored(here.region, binned(stored, now, now.plus(period))))
        .orElseGet(() -> new RegistryEvent.SnapshotDeleted(here.region, snapshot.snapshotId()));
  }

  /** An image that keeps a snapshot from being deleted, if there is one. */
  static Optional<ImageId> holder(RegionState here, SnapshotId id) {
    return here.snapshotUser(id, RegionState::holdsSnapshots);
  }

  private static StoredSnapshot binned(StoredSnapshot stored, Instant enterTime, Instant exitTime) {
    Snapshot snapshot = stored.snapshot();
    return stored.toBuilder()
        .snapshot(snapshot.toBuilder()
            .createVolumePermissions(ImmutableSet.of())
            .tags(snapshot.tags().with(Tags.of(ImageMovedToRecycleBin.TAG, "true")))
            .build())
        .recycleBinStay(
            new SnapshotRecycleBinStay(enterTime, exitTime, snapshot.createVolumePermissions()))
        .build();
  }
}

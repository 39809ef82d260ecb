package dev.amikit.registry;

import com.google.common.collect.ImmutableSet;
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
    SnapshotId id = stored.snapshot().snapshotId();
    Optional<TierMove> move = plan.here().agenda().task(id, TierMove.class);
    if (move.isEmpty()) {
      return stored;
    }
    plan.happens(new RegistryEvent.TaskEnded(plan.region(), id));
    return stored.toBuilder()
        .lastTieringOperation(move.get().tiering().failed())
        .build();
  }

  /** What happens to a snapshot that goes. The longest retention wins. */
  static RegistryEvent event(RegionState here, StoredSnapshot stored, Instant now) {
    Snapshot snapshot = stored.snapshot();
    return here.accounts()
        .retention(snapshot.ownerId(), ResourceType.EBS_SNAPSHOT, snapshot.tags())
        .<RegistryEvent>map(period ->
            new RegistryEvent.SnapshotStored(here.region(), binned(stored, now, now.plus(period))))
        .orElseGet(() -> new RegistryEvent.SnapshotDeleted(here.region(), snapshot.snapshotId()));
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

package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * {@code ListSnapshotsInRecycleBin}: the caller's own snapshots that lie in the Recycle Bin of the
 * Region, in the order of their IDs.
 *
 * @param snapshotIds the snapshots to list; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListSnapshotsInRecycleBin.html">ListSnapshotsInRecycleBin</a>
 */
public record ListSnapshotsInRecycleBin(ImmutableSet<SnapshotId> snapshotIds)
    implements ReadOperation<ImmutableList<ListSnapshotsInRecycleBin.BinnedSnapshot>> {
  /**
   * What EC2 tells of a snapshot in the Recycle Bin, and no more.
   *
   * @param snapshotId its ID
   * @param volumeId the volume that it shows
   * @param description its description
   * @param recycleBinEnterTime when it was deleted
   * @param recycleBinExitTime when it goes for good
   */
  public record BinnedSnapshot(
      SnapshotId snapshotId,
      Optional<VolumeId> volumeId,
      Optional<String> description,
      Instant recycleBinEnterTime,
      Instant recycleBinExitTime) {
    private static BinnedSnapshot of(StoredSnapshot stored) {
      Snapshot snapshot = stored.snapshot();
      StoredSnapshot.SnapshotRecycleBinStay stay = stored.recycleBinStay().orElseThrow();
      return new BinnedSnapshot(
          snapshot.snapshotId(),
          snapshot.volumeId(),
          snapshot.description(),
          stay.enterTime(),
          stay.exitTime());
    }
  }

  @Override
  public Outcome<ImmutableList<BinnedSnapshot>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> plan.state()
            .snapshots(plan.region())
            .filter(StoredSnapshot::isInRecycleBin)
            .filter(stored -> stored.snapshot().ownerId().equals(plan.caller()))
            .filter(stored -> isAskedFor(stored.snapshot().snapshotId()))
            .map(BinnedSnapshot::of)
            .sorted(Comparator.comparing(BinnedSnapshot::snapshotId))
            .collect(ImmutableList.toImmutableList()));
  }

  private boolean isAskedFor(SnapshotId id) {
    return snapshotIds.isEmpty() || snapshotIds.contains(id);
  }
}

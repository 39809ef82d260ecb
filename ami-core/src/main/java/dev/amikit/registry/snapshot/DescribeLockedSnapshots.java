package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DescribeLockedSnapshots}: the caller's own snapshots that are locked or were so, by ID.
 *
 * @param snapshotIds the snapshots to be told of; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLockedSnapshots.html">DescribeLockedSnapshots</a>
 */
public record DescribeLockedSnapshots(ImmutableSet<SnapshotId> snapshotIds)
    implements ReadOperation<ImmutableList<LockedSnapshotsInfo>> {
  /**
   * Refuses null.
   *
   * @param snapshotIds the snapshots to be told of; empty for all
   */
  public DescribeLockedSnapshots {
    requireNonNull(snapshotIds, "snapshotIds");
  }

  @Override
  public Outcome<ImmutableList<LockedSnapshotsInfo>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> plan.ownSnapshots(snapshotIds)
            .flatMap(snapshot -> snapshot.lock().stream()
                .map(lock -> LockedSnapshotsInfo.of(snapshot, lock, plan.now())))
            .collect(ImmutableList.toImmutableList()));
  }
}

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
 * {@code DescribeSnapshotTierStatus}: in which tiers the caller's own snapshots are, by ID.
 *
 * @param snapshotIds the snapshots to be told of; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotTierStatus.html">DescribeSnapshotTierStatus</a>
 */
public record DescribeSnapshotTierStatus(ImmutableSet<SnapshotId> snapshotIds)
    implements ReadOperation<ImmutableList<SnapshotTierStatus>> {
  /**
   * Refuses null.
   *
   * @param snapshotIds the snapshots to be told of; empty for all
   */
  public DescribeSnapshotTierStatus {
    requireNonNull(snapshotIds, "snapshotIds");
  }

  @Override
  public Outcome<ImmutableList<SnapshotTierStatus>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> plan.ownSnapshots(snapshotIds)
            .map(SnapshotTierStatus::of)
            .collect(ImmutableList.toImmutableList()));
  }
}

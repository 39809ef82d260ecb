package dev.amikit.registry;

import dev.amikit.query.Answer;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.snapshot.Snapshot;

/**
 * {@code DescribeSnapshots}: the snapshots that fit a query and that the caller may read, as it
 * sees them. A later page is cut from the state that it is asked of; {@link Ec2#describeSnapshots}
 * cuts all pages from what was found at first.
 *
 * @param query what is asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html">DescribeSnapshots</a>
 */
public record DescribeSnapshots(SnapshotQuery query)
    implements ReadOperation<Answer.Page<Snapshot>> {
  @Override
  public Outcome<Answer.Page<Snapshot>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> query
            .answer(plan.state().snapshotSource(plan.region()), plan.viewer())
            .orElseThrow());
  }
}

package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.page.PageRequest;
import dev.amikit.page.Result;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.snapshot.Snapshot;

/**
 * {@code DescribeSnapshots}: the snapshots that fit a query and that the caller may read, as it
 * sees them.
 *
 * @param query what is asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html">DescribeSnapshots</a>
 */
public record DescribeSnapshots(SnapshotQuery query) implements Listing<Snapshot> {
  /**
   * Refuses null.
   *
   * @param query what is asked for
   */
  public DescribeSnapshots {
    requireNonNull(query, "query");
  }

  @Override
  public PageRequest page() {
    return query.page();
  }

  @Override
  public DescribeSnapshots on(PageRequest page) {
    return new DescribeSnapshots(query.on(page));
  }

  @Override
  public PageRequest cut() {
    return query.cut();
  }

  @Override
  public String request() {
    return query.request();
  }

  @Override
  public Outcome<Result<Snapshot>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      SnapshotSource source = plan.state().snapshotSource(plan.region());
      plan.requireNone(query.unknownIds(source, plan.viewer()));
      return query.result(source, plan.viewer());
    });
  }
}

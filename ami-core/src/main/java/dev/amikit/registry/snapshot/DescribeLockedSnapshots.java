package dev.amikit.registry.snapshot;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.filter.match.FilterAttributes.always;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.Filters;
import dev.amikit.id.SnapshotId;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.Violation;

/**
 * {@code DescribeLockedSnapshots}: the caller's own snapshots that are locked or were so, by ID.
 *
 * @param snapshotIds the snapshots to be told of, at most 1,000; empty for all
 * @param filters the filters; one on a tag finds none
 * @param page which page; it has 5 to 1,000 snapshots; by default all come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLockedSnapshots.html">DescribeLockedSnapshots</a>
 */
public record DescribeLockedSnapshots(
    ImmutableSet<SnapshotId> snapshotIds, ImmutableList<Filter> filters, PageRequest page)
    implements Listing<LockedSnapshotsInfo> {
  private static final Filters<LockedSnapshotsInfo> FILTERS =
      new Filters<>(ImmutableMap.<String, FilterAttribute<LockedSnapshotsInfo>>of(
          "lock-state", always(LockedSnapshotsInfo::lockState)));

  /**
   * Refuses null.
   *
   * @param snapshotIds the snapshots to be told of, at most 1,000; empty for all
   * @param filters the filters; one on a tag finds none
   * @param page which page; it has 5 to 1,000 snapshots; by default all come at once
   */
  public DescribeLockedSnapshots {
    requireNonNull(snapshotIds, "snapshotIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for snapshots, all at once.
   *
   * @param snapshotIds the snapshots to be told of, at most 1,000; empty for all
   * @param filters the filters
   */
  public DescribeLockedSnapshots(ImmutableSet<SnapshotId> snapshotIds, Filter... filters) {
    this(
        snapshotIds, ImmutableList.copyOf(requireNonNull(filters, "filters")), PageRequest.first());
  }

  @Override
  public DescribeLockedSnapshots on(PageRequest page) {
    return new DescribeLockedSnapshots(snapshotIds, filters, page);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(PageRules.ofIds("snapshotIds", snapshotIds.size()))
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofNewerSnapshots(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "locks of snapshots " + ImmutableSortedSet.copyOf(snapshotIds) + " " + filters;
  }

  @Override
  public Outcome<Result<LockedSnapshotsInfo>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<LockedSnapshotsInfo> found = plan.ownSnapshots(snapshotIds)
          .flatMap(snapshot -> snapshot.lock().stream()
              .map(lock -> LockedSnapshotsInfo.of(snapshot, lock, plan.now())))
          .filter(FILTERS.predicate(filters))
          .collect(toImmutableList());
      return Result.of(found, LockedSnapshotsInfo::snapshotId, () -> asked(situation), plan.now());
    });
  }
}

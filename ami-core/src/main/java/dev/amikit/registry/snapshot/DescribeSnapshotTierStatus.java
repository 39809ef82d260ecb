package dev.amikit.registry.snapshot;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.filter.match.FilterAttributes.always;
import static dev.amikit.filter.match.FilterAttributes.optional;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.FilterAttributes;
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
import java.util.Arrays;

/**
 * {@code DescribeSnapshotTierStatus}: in which tiers the caller's own snapshots are, by ID.
 *
 * @param filters the filters
 * @param page which page; it has 5 to 1,000 snapshots, and 1,000 if more are asked for; by default
 *     all come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotTierStatus.html">DescribeSnapshotTierStatus</a>
 */
public record DescribeSnapshotTierStatus(ImmutableList<Filter> filters, PageRequest page)
    implements Listing<SnapshotTierStatus> {
  private static final Filters<SnapshotTierStatus> FILTERS = new Filters<>(
      ImmutableMap.<String, FilterAttribute<SnapshotTierStatus>>builder()
          .put("last-tiering-operation", optional(SnapshotTierStatus::lastTieringOperationStatus))
          .put("snapshot-id", always(SnapshotTierStatus::snapshotId))
          .put("volume-id", optional(SnapshotTierStatus::volumeId))
          .buildOrThrow(),
      key -> FilterAttributes.tag(SnapshotTierStatus::tags, key));

  /**
   * Refuses null.
   *
   * @param filters the filters
   * @param page which page; it has 5 to 1,000 snapshots, and 1,000 if more are asked for; by
   *     default all come at once
   */
  public DescribeSnapshotTierStatus {
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for the snapshots that filters find, all at once.
   *
   * @param filters the filters
   * @return the request
   */
  public static DescribeSnapshotTierStatus of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeSnapshotTierStatus(ImmutableList.copyOf(filters), PageRequest.first());
  }

  /**
   * Asks for snapshots, all at once. Those that the caller does not have are left out.
   *
   * @param snapshotIds the snapshots; none for all
   * @return the request
   */
  public static DescribeSnapshotTierStatus ofSnapshots(SnapshotId... snapshotIds) {
    requireNonNull(snapshotIds, "snapshotIds");
    return snapshotIds.length == 0
        ? of()
        : of(Filter.of(
            "snapshot-id",
            Arrays.stream(snapshotIds).map(SnapshotId::value).toArray(String[]::new)));
  }

  @Override
  public DescribeSnapshotTierStatus on(PageRequest page) {
    return new DescribeSnapshotTierStatus(filters, page);
  }

  @Override
  public PageRequest cut() {
    return page.atMost(PageRules.LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofSnapshots(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "tiers of snapshots " + filters;
  }

  @Override
  public Outcome<Result<SnapshotTierStatus>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<SnapshotTierStatus> found = plan.here()
          .snapshots()
          .ownedBy(plan.caller())
          .map(SnapshotTierStatus::of)
          .filter(FILTERS.predicate(filters))
          .collect(toImmutableList());
      return Result.of(found, SnapshotTierStatus::snapshotId, () -> asked(situation), plan.now());
    });
  }
}

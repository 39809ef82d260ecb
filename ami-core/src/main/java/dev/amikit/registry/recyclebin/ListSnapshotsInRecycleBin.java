package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
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
 * {@code ListSnapshotsInRecycleBin}: the caller's own snapshots that lie in the Recycle Bin of the
 * Region, in the order of their IDs.
 *
 * @param snapshotIds the snapshots to list, at most 1,000; empty for all
 * @param page which page; of snapshots it has 5 to 1,000, by default 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListSnapshotsInRecycleBin.html">ListSnapshotsInRecycleBin</a>
 */
public record ListSnapshotsInRecycleBin(ImmutableSet<SnapshotId> snapshotIds, PageRequest page)
    implements Listing<SnapshotRecycleBinInfo> {
  /**
   * Refuses null.
   *
   * @param snapshotIds the snapshots to list, at most 1,000; empty for all
   * @param page which page; of snapshots it has 5 to 1,000, by default 1,000
   */
  public ListSnapshotsInRecycleBin {
    requireNonNull(snapshotIds, "snapshotIds");
    requireNonNull(page, "page");
  }

  /**
   * Asks for snapshots in pages as large as can be.
   *
   * @param snapshotIds the snapshots; empty for all
   */
  public ListSnapshotsInRecycleBin(ImmutableSet<SnapshotId> snapshotIds) {
    this(snapshotIds, PageRequest.first());
  }

  @Override
  public ListSnapshotsInRecycleBin on(PageRequest page) {
    return new ListSnapshotsInRecycleBin(snapshotIds, page);
  }

  @Override
  public PageRequest cut() {
    return page.orAtMost(PageRules.LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(PageRules.ofIds("snapshotIds", snapshotIds.size()))
        .addAll(PageRules.ofNewerSnapshots(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "snapshots in the Recycle Bin " + ImmutableSortedSet.copyOf(snapshotIds);
  }

  @Override
  public Outcome<Result<SnapshotRecycleBinInfo>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<SnapshotRecycleBinInfo> found = plan.here()
          .snapshots()
          .binned(plan.caller())
          .filter(snapshot -> isAskedFor(snapshot.snapshotId()))
          .map(SnapshotRecycleBinInfo::of)
          .collect(ImmutableList.toImmutableList());
      return Result.of(
          found, SnapshotRecycleBinInfo::snapshotId, () -> asked(situation), plan.now());
    });
  }

  private boolean isAskedFor(SnapshotId id) {
    return snapshotIds.isEmpty() || snapshotIds.contains(id);
  }
}

package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StoredSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code ListSnapshotsInRecycleBin}: the caller's own snapshots that lie in the Recycle Bin of the
 * Region, in the order of their IDs.
 *
 * @param snapshotIds the snapshots to list; empty for all
 * @param maxResults how many snapshots a page has at most, 1 to 1,000; empty for 1,000
 * @param nextToken the token that the page before came with; empty for the first page
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListSnapshotsInRecycleBin.html">ListSnapshotsInRecycleBin</a>
 */
public record ListSnapshotsInRecycleBin(
    ImmutableSet<SnapshotId> snapshotIds, OptionalInt maxResults, Optional<String> nextToken)
    implements Listing<ListSnapshotsInRecycleBin.BinnedSnapshot> {
  /**
   * Refuses null.
   *
   * @param snapshotIds the snapshots to list; empty for all
   * @param maxResults how many snapshots a page has at most, 1 to 1,000; empty for 1,000
   * @param nextToken the token that the page before came with; empty for the first page
   */
  public ListSnapshotsInRecycleBin {
    requireNonNull(snapshotIds, "snapshotIds");
    requireNonNull(maxResults, "maxResults");
    requireNonNull(nextToken, "nextToken");
  }

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
    /**
     * Refuses null.
     *
     * @param snapshotId its ID
     * @param volumeId the volume that it shows
     * @param description its description
     * @param recycleBinEnterTime when it was deleted
     * @param recycleBinExitTime when it goes for good
     */
    public BinnedSnapshot {
      requireNonNull(snapshotId, "snapshotId");
      requireNonNull(volumeId, "volumeId");
      requireNonNull(description, "description");
      requireNonNull(recycleBinEnterTime, "recycleBinEnterTime");
      requireNonNull(recycleBinExitTime, "recycleBinExitTime");
    }

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

  /**
   * Asks for snapshots in pages as large as can be.
   *
   * @param snapshotIds the snapshots; empty for all
   */
  public ListSnapshotsInRecycleBin(ImmutableSet<SnapshotId> snapshotIds) {
    this(snapshotIds, OptionalInt.empty(), Optional.empty());
  }

  /**
   * Returns the request for pages of another size.
   *
   * @param maxResults how many snapshots a page has at most
   * @return the request for the first page
   */
  public ListSnapshotsInRecycleBin pages(int maxResults) {
    return new ListSnapshotsInRecycleBin(snapshotIds, OptionalInt.of(maxResults), nextToken);
  }

  /**
   * Returns the request for the next page.
   *
   * @param token the token that the last page came with
   * @return this request, going on after that page
   */
  public ListSnapshotsInRecycleBin next(String token) {
    requireNonNull(token, "token");
    return new ListSnapshotsInRecycleBin(snapshotIds, maxResults, Optional.of(token));
  }

  @Override
  public OptionalInt pageSize() {
    return OptionalInt.of(maxResults.orElse(PageRules.LARGEST_PAGE));
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return PageRules.ofList(maxResults);
  }

  @Override
  public String request() {
    return "snapshots in the Recycle Bin " + ImmutableSortedSet.copyOf(snapshotIds);
  }

  @Override
  public Outcome<Result<BinnedSnapshot>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<BinnedSnapshot> found = plan.here()
          .snapshots()
          .binned(plan.caller())
          .filter(stored -> isAskedFor(stored.snapshot().snapshotId()))
          .map(BinnedSnapshot::of)
          .collect(ImmutableList.toImmutableList());
      return Result.of(
          found, snapshot -> snapshot.snapshotId().value(), () -> asked(situation), plan.now());
    });
  }

  private boolean isAskedFor(SnapshotId id) {
    return snapshotIds.isEmpty() || snapshotIds.contains(id);
  }
}

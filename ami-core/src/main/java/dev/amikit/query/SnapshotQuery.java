package dev.amikit.query;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.AllOf;
import dev.amikit.filter.match.CompiledFilter;
import dev.amikit.filter.match.FilterRules;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.page.Answer;
import dev.amikit.page.PageKey;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * What one asks EC2's DescribeSnapshots. All members narrow, as those of an {@link ImageQuery} do.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html">DescribeSnapshots</a>
 */
@Value.Immutable
public abstract class SnapshotQuery {
  /** The rules of such queries: those that every query keeps, and those of its answer. */
  public static final ImmutableList<Rule> RULES =
      ImmutableList.of(QueryRules.OWNER_IDS, QueryRules.RESTORABLE_BY, QueryRules.SNAPSHOT_EXISTS);

  private static final ImmutableSet<UserId> OWNER_WORDS =
      ImmutableSet.of(UserId.SELF, UserId.AMAZON);
  private static final ImmutableSet<UserId> USER_WORDS = ImmutableSet.of(UserId.SELF, UserId.ALL);

  SnapshotQuery() {}

  /**
   * {@return the snapshots asked for; empty for any. One that the viewer may not read is refused as
   * one that does not exist}
   */
  public abstract ImmutableSet<SnapshotId> snapshotIds();

  /** {@return the accounts, {@code self} and {@code amazon}, of which one owns the snapshot} */
  public abstract ImmutableSet<UserId> ownerIds();

  /**
   * {@return who may restore it: {@code self} (owned or shared), {@code all} (public), or an
   * account that an own snapshot is shared with}
   */
  public abstract ImmutableSet<UserId> restorableByUserIds();

  /** {@return the filters, all of which must fit} */
  public abstract ImmutableList<Filter> filters();

  /**
   * {@return how many snapshots a page has at most, more than 1,000 meaning 1,000; empty for one
   * answer without pages}
   */
  public abstract OptionalInt maxResults();

  /** {@return the token that the page before came with; empty for the first page} */
  public abstract Optional<String> nextToken();

  /** {@return a builder of a query for everything that can be seen} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this query} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Returns the query for a page.
   *
   * @param page which page
   * @return this query, for that page
   */
  public final SnapshotQuery on(PageRequest page) {
    requireNonNull(page, "page");
    return toBuilder().maxResults(page.maxResults()).nextToken(page.nextToken()).build();
  }

  /**
   * Returns the query for the next page.
   *
   * @param token the token that the last page came with
   * @return this query, going on after that page
   */
  public final SnapshotQuery next(String token) {
    requireNonNull(token, "token");
    return toBuilder().nextToken(token).build();
  }

  /**
   * Answers from snapshots that one has, with all their permissions; the tags on them are the
   * viewer's. For snapshots as EC2 told them to the viewer, see {@link SnapshotSource#ofAnswer}.
   *
   * @param snapshots the snapshots of a Region, each once
   * @param viewer who asks
   * @return the first page, or the page of the token; or a refusal
   */
  public final Answer<Snapshot> answer(Iterable<Snapshot> snapshots, Viewer viewer) {
    return answer(SnapshotSource.of(snapshots), viewer);
  }

  /**
   * Answers from a source.
   *
   * @param source where to look
   * @param viewer who asks; for a later page the time of the first request counts
   * @return the first page, or the page of the token; or a refusal
   */
  public final Answer<Snapshot> answer(SnapshotSource source, Viewer viewer) {
    requireNonNull(viewer, "viewer");
    return unknownIds(source, viewer)
        .<Answer<Snapshot>>map(Answer.Refused::new)
        .orElseGet(() -> result(
                source, viewer.at(PageKey.shared().firstAskedAt(nextToken()).orElse(viewer.at())))
            .page(cut()));
  }

  /** {@return which page is asked for} */
  public final PageRequest page() {
    return new PageRequest(maxResults(), nextToken());
  }

  /** {@return the page that is cut: larger ones than 1,000 snapshots are none} */
  public final PageRequest cut() {
    return page().atMost(PageRules.LARGEST_PAGE);
  }

  /**
   * Checks whether all IDs exist, as far as the viewer can tell.
   *
   * @param source where to look
   * @param viewer who asks
   * @return the refusal that names all that do not, if there are any
   */
  public final Optional<Refusal> unknownIds(SnapshotSource source, Viewer viewer) {
    requireNonNull(source, "source");
    requireNonNull(viewer, "viewer");
    return QueryRules.unknownSnapshots(source.unknown(snapshotIds(), viewer));
  }

  /**
   * Finds all snapshots, whatever the page; those of {@link Candidates} when they are asked for.
   *
   * @param source where to look
   * @param viewer who asks
   * @return what was found, to cut pages from
   */
  public final Result<Snapshot> result(SnapshotSource source, Viewer viewer) {
    requireNonNull(source, "source");
    requireNonNull(viewer, "viewer");
    Iterable<Snapshot> candidates = source.candidates(this, viewer);
    return Result.of(
        candidates,
        predicate(source, viewer, Known.of(candidates)),
        Snapshot::snapshotId,
        snapshot -> viewer.view(snapshot, source.tags(snapshot, viewer.account())),
        () -> viewer.account() + " asks for " + request(),
        viewer.at());
  }

  /**
   * Returns what a snapshot must be to be found.
   *
   * @param source where permissions, tags and the settings of owners are looked up
   * @param viewer who asks
   * @return the test, made ready to be asked of many snapshots
   */
  public final Predicate<Snapshot> predicate(SnapshotSource source, Viewer viewer) {
    requireNonNull(source, "source");
    requireNonNull(viewer, "viewer");
    return predicate(source, viewer, Known.NOTHING);
  }

  /** The test, but for what is known of all that it is asked of. */
  private Predicate<Snapshot> predicate(SnapshotSource source, Viewer viewer, Known known) {
    ImmutableList.Builder<Predicate<Snapshot>> tests = ImmutableList.builder();
    if (!snapshotIds().isEmpty()) {
      tests.add(snapshot -> snapshotIds().contains(snapshot.snapshotId()));
    }
    if (!ownerIds().isEmpty() && !known.areOwned()) {
      tests.add(snapshot -> viewer.isNamed(ownerIds(), snapshot.ownerId(), snapshot.ownerAlias()));
    }
    for (Filter filter : filters()) {
      if (!known.pass(filter)) {
        tests.add(
            new CompiledFilter<>(SnapshotFilters.attribute(filter.name(), source, viewer), filter));
      }
    }
    if (!restorableByUserIds().isEmpty()) {
      tests.add(snapshot -> isRestorable(snapshot, source, viewer));
    }
    tests.add(snapshot -> source.isReadable(snapshot, viewer));
    return new AllOf<>(tests.build());
  }

  /** {@return what is asked for, pages aside, as a text that is the same for equal queries} */
  public final String request() {
    return String.join(
        "\n",
        "snapshots",
        snapshotIds().stream().map(SnapshotId::value).sorted().collect(joining(",")),
        ownerIds().stream().map(UserId::value).sorted().collect(joining(",")),
        restorableByUserIds().stream().map(UserId::value).sorted().collect(joining(",")),
        filters().toString());
  }

  private boolean isRestorable(Snapshot snapshot, SnapshotSource source, Viewer viewer) {
    for (UserId user : restorableByUserIds()) {
      if (user.equals(UserId.ALL)) {
        if (snapshot.isPublic()) {
          return true;
        }
      } else if (user.equals(UserId.SELF) || user.is(viewer.account())) {
        if (viewer.owns(snapshot) || source.isGranted(snapshot, viewer)) {
          return true;
        }
      } else if (viewer.owns(snapshot) && Viewer.isGranted(snapshot, user)) {
        return true;
      }
    }
    return false;
  }

  private ImmutableList<Violation> violations() {
    ImmutableList.Builder<Violation> found = ImmutableList.builder();
    found.addAll(PageRules.ofIds("snapshotIds", "snapshotSet", snapshotIds().size(), maxResults()));
    QueryRules.checkUsers(QueryRules.OWNER_IDS, "ownerIds", ownerIds(), OWNER_WORDS, found);
    QueryRules.checkUsers(
        QueryRules.RESTORABLE_BY, "restorableByUserIds", restorableByUserIds(), USER_WORDS, found);
    found.addAll(PageRules.ofSnapshots(maxResults()));
    FilterRules.check(filters(), SnapshotFilters.names(), found);
    return found.build();
  }

  /** Builds a {@link SnapshotQuery}; for everything, unless told otherwise. */
  public static final class Builder {
    private final ImmutableSnapshotQuery.Builder members = new ImmutableSnapshotQuery.Builder();
    private final MalformedIds malformed = new MalformedIds();

    Builder() {}

    /**
     * Sets the snapshots asked for.
     *
     * @param snapshotIds the snapshots; none for any
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotIds(Iterable<? extends SnapshotId> snapshotIds) {
      requireNonNull(snapshotIds, "snapshotIds");
      members.snapshotIds(snapshotIds);
      return this;
    }

    /**
     * Adds a snapshot asked for.
     *
     * @param snapshotId the snapshot
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addSnapshotId(SnapshotId snapshotId) {
      requireNonNull(snapshotId, "snapshotId");
      members.addSnapshotId(snapshotId);
      return this;
    }

    /**
     * Sets the snapshots asked for, given as text.
     *
     * @param snapshotIds the texts of the IDs; of malformed ones the first is refused when the
     *     query is built
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotIds(String... snapshotIds) {
      requireNonNull(snapshotIds, "snapshotIds");
      return snapshotIds(malformed.wellFormed("snapshotIds", snapshotIds, SnapshotId::of));
    }

    /**
     * Sets whose snapshots are found.
     *
     * @param ownerIds accounts, {@code self} and {@code amazon}, of which one owns the snapshot;
     *     none for any
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerIds(Iterable<? extends UserId> ownerIds) {
      requireNonNull(ownerIds, "ownerIds");
      members.ownerIds(ownerIds);
      return this;
    }

    /**
     * Adds an owner whose snapshots are found.
     *
     * @param ownerId the owner
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addOwnerId(UserId ownerId) {
      requireNonNull(ownerId, "ownerId");
      members.addOwnerId(ownerId);
      return this;
    }

    /**
     * Sets whose snapshots are found, given as text.
     *
     * @param ownerIds accounts, {@code self} and {@code amazon}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerIds(String... ownerIds) {
      requireNonNull(ownerIds, "ownerIds");
      return ownerIds(UserId.each(ownerIds));
    }

    /**
     * Sets who may restore the snapshots found.
     *
     * @param restorableByUserIds {@code self} (owned or shared), {@code all} (public), or accounts
     *     that own snapshots are shared with; none for any
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restorableByUserIds(Iterable<? extends UserId> restorableByUserIds) {
      requireNonNull(restorableByUserIds, "restorableByUserIds");
      members.restorableByUserIds(restorableByUserIds);
      return this;
    }

    /**
     * Adds a user who may restore the snapshots found.
     *
     * @param restorableByUserId the user
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addRestorableByUserId(UserId restorableByUserId) {
      requireNonNull(restorableByUserId, "restorableByUserId");
      members.addRestorableByUserId(restorableByUserId);
      return this;
    }

    /**
     * Sets who may restore the snapshots found, given as text.
     *
     * @param restorableByUserIds accounts, {@code self} and {@code all}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restorableByUserIds(String... restorableByUserIds) {
      requireNonNull(restorableByUserIds, "restorableByUserIds");
      return restorableByUserIds(UserId.each(restorableByUserIds));
    }

    /**
     * Sets the filters.
     *
     * @param filters the filters, all of which must fit
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder filters(Iterable<? extends Filter> filters) {
      requireNonNull(filters, "filters");
      members.filters(filters);
      return this;
    }

    /**
     * Adds a filter.
     *
     * @param name its name, such as {@code volume-size}
     * @param values its patterns, one of which must match
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder filter(String name, String... values) {
      requireNonNull(name, "name");
      requireNonNull(values, "values");
      return filter(Filter.of(name, values));
    }

    /**
     * Adds a filter.
     *
     * @param filter the filter
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder filter(Filter filter) {
      requireNonNull(filter, "filter");
      members.addFilter(filter);
      return this;
    }

    /**
     * Sets how many snapshots a page has at most. Without it there is one answer without pages.
     *
     * @param maxResults the number, from 5 on; more than 1,000 means 1,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maxResults(int maxResults) {
      members.maxResults(maxResults);
      return this;
    }

    /**
     * Sets the size of a page, or none.
     *
     * @param maxResults the size of a page; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maxResults(OptionalInt maxResults) {
      requireNonNull(maxResults, "maxResults");
      members.maxResults(maxResults);
      return this;
    }

    /**
     * Sets the token that the page before came with. Without one the first page is asked for.
     *
     * @param nextToken the token
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder nextToken(String nextToken) {
      members.nextToken(nextToken);
      return this;
    }

    /**
     * Sets the token, or none.
     *
     * @param nextToken the token; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder nextToken(Optional<String> nextToken) {
      requireNonNull(nextToken, "nextToken");
      members.nextToken(nextToken);
      return this;
    }

    /**
     * Returns the query.
     *
     * @return the query, which EC2 would not refuse for its form
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, that of the code with
     *     which EC2 answers first
     */
    public SnapshotQuery build() {
      SnapshotQuery query = members.build();
      malformed.refuse(query.violations());
      return query;
    }

    private Builder from(SnapshotQuery value) {
      members.from(value);
      return this;
    }
  }
}

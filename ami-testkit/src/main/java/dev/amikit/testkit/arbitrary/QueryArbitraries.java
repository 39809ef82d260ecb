package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.page.PageRequest;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.snapshot.Snapshot;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Queries for images and snapshots, all of which EC2 would take, and images and snapshots to ask
 * them of. Who asks is made by {@link VisibilityArbitraries}.
 */
public final class QueryArbitraries {
  private static final int MOST_LISTED = 5;

  private QueryArbitraries() {}

  /**
   * {@return queries by ID, by owner, by who can launch, by filters of every name, and by several
   * of these; for all at once, for pages, and now and then for a page after a token, which
   * {@linkplain PageArbitraries#nextTokens() no answer gave}}
   */
  public static Arbitrary<ImageQuery> imageQueries() {
    return Combinators.combine(
            seldomSome(IdArbitraries.imageIds()),
            seldomSome(
                users(UserId.SELF, UserId.AMAZON, UserId.AWS_MARKETPLACE, UserId.AWS_BACKUP_VAULT)),
            seldomSome(users(UserId.SELF, UserId.ALL)),
            FilterArbitraries.imageFilters().list().ofMaxSize(3),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true),
            PageArbitraries.pageRequests())
        .as((ids, owners, users, filters, deprecated, disabled, page) -> ImageQuery.builder()
            .imageIds(ids)
            .owners(owners)
            .executableUsers(users)
            .filters(filters)
            .includeDeprecated(deprecated)
            .includeDisabled(disabled || nameDisabled(filters))
            .build()
            .on(ids.isEmpty() ? page : PageRequest.first()))
        .withoutEdgeCases();
  }

  /**
   * {@return queries by ID, by owner, by who can restore, by filters of every name, and by several
   * of these; for all at once, for pages, and now and then for a page after a token, which
   * {@linkplain PageArbitraries#nextTokens() no answer gave}}
   */
  public static Arbitrary<SnapshotQuery> snapshotQueries() {
    return Combinators.combine(
            seldomSome(IdArbitraries.snapshotIds()),
            seldomSome(users(UserId.SELF, UserId.AMAZON)),
            seldomSome(users(UserId.SELF, UserId.ALL)),
            FilterArbitraries.snapshotFilters().list().ofMaxSize(3),
            PageArbitraries.pageRequests())
        .as((ids, owners, users, filters, page) -> SnapshotQuery.builder()
            .snapshotIds(ids)
            .ownerIds(owners)
            .restorableByUserIds(users)
            .filters(filters)
            .build()
            .on(ids.isEmpty() ? page : PageRequest.first()))
        .withoutEdgeCases();
  }

  /** {@return up to five different images, known as they are or as an answer of EC2} */
  public static Arbitrary<ImageSource> imageSources() {
    return Combinators.combine(
            AmiArbitraries.amis().list().uniqueElements(Ami::imageId).ofMaxSize(MOST_LISTED),
            Arbitraries.of(false, true))
        .as((images, isAnswer) -> isAnswer ? ImageSource.ofAnswer(images) : ImageSource.of(images))
        .withoutEdgeCases();
  }

  /** {@return up to five different snapshots, known as they are or as an answer of EC2} */
  public static Arbitrary<SnapshotSource> snapshotSources() {
    return Combinators.combine(
            SnapshotArbitraries.snapshots()
                .list()
                .uniqueElements(Snapshot::snapshotId)
                .ofMaxSize(MOST_LISTED),
            Arbitraries.of(false, true))
        .as((snapshots, isAnswer) ->
            isAnswer ? SnapshotSource.ofAnswer(snapshots) : SnapshotSource.of(snapshots))
        .withoutEdgeCases();
  }

  /** Nothing, or in one of three cases one to three values. */
  private static <T> Arbitrary<List<T>> seldomSome(Arbitrary<T> values) {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(ImmutableList.<T>of())),
        Tuple.of(1, values.list().ofMinSize(1).ofMaxSize(3)));
  }

  private static Arbitrary<UserId> users(UserId... words) {
    return Arbitraries.oneOf(Arbitraries.of(words), IdArbitraries.accountIds().map(UserId::of));
  }

  /** Whether filters name the state that queries name only together with IncludeDisabled. */
  private static boolean nameDisabled(List<Filter> filters) {
    return filters.stream()
        .filter(filter -> filter.name().equals("state"))
        .flatMap(filter -> filter.values().stream())
        .map(FilterPattern::of)
        .anyMatch(state -> state.isExact() && state.matches(AmiState.DISABLED.toString()));
  }
}

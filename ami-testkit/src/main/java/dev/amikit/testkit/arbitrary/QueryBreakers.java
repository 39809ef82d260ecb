package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.QueryArbitraries.imageQueries;
import static dev.amikit.testkit.arbitrary.QueryArbitraries.snapshotQueries;

import com.google.common.collect.ImmutableMap;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of queries, each by a sound query with one thing wrong in it. */
final class QueryBreakers {
  private static final int MOST_IDS = 1_000;
  private static final int MOST_FILTERS = 50;
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_VALUE = 255;
  private static final int SMALLEST_PAGE = 5;
  private static final int LARGEST_PAGE = 1_000;

  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL =
      ImmutableMap.<String, Arbitrary<? extends Supplier<?>>>builder()
          .put(
              "image-query.owners",
              images(
                  Arbitraries.of("all", "none", "me", "", "1111-2222-3333"),
                  (query, owner) -> query.addOwner(UserId.of(owner))))
          .put(
              "image-query.executable-users",
              images(
                  Arbitraries.of("amazon", "none", "me", "", "11112222333"),
                  (query, user) -> query.addExecutableUser(UserId.of(user))))
          .put("image-query.disabled-state", disabledUnasked())
          .put(
              "snapshot-query.owner-ids",
              snapshots(
                  Arbitraries.of("all", "aws-marketplace", "me", ""),
                  (query, owner) -> query.addOwnerId(UserId.of(owner))))
          .put(
              "snapshot-query.restorable-by-user-ids",
              snapshots(
                  Arbitraries.of("amazon", "none", "me", ""),
                  (query, user) -> query.addRestorableByUserId(UserId.of(user))))
          .put(
              "query.filter-name",
              filtered(FilterArbitraries.unknownNames().map(name -> List.of(Filter.of(name, "x")))))
          .put(
              "query.filters-limit",
              filtered(beyond(MOST_FILTERS)
                  .map(number -> Collections.nCopies(number, Filter.of("description", "x")))))
          .put(
              "query.filter-values-limit",
              filtered(beyond(MOST_VALUES)
                  .map(number -> List.of(Filter.of(
                      "description", Collections.nCopies(number, "x").toArray(String[]::new))))))
          .put(
              "query.filter-value-length",
              filtered(beyond(LONGEST_VALUE)
                  .map(length -> List.of(Filter.of("description", "x".repeat(length))))))
          .put(
              "query.filter-escape",
              filtered(Arbitraries.of("C:\\d", "golden\\", "a\\\\\\b", "\\\uD83D\uDE00")
                  .map(value -> List.of(Filter.of("description", value)))))
          .put("query.max-results", pagesOutOfRange())
          .put("query.max-results-or-ids", pagesOfIds())
          .put("query.ids-limit", manyIds())
          .buildOrThrow();

  private QueryBreakers() {}

  /** What goes wrong in a query that is being built. */
  private interface Fault<B, T> {
    B in(B query, T value);
  }

  private static <T> Arbitrary<Supplier<?>> images(
      Arbitrary<T> values, Fault<ImageQuery.Builder, T> fault) {
    return Combinators.combine(imageQueries(), values)
        .as((query, value) -> () -> fault.in(query.toBuilder(), value).build());
  }

  private static <T> Arbitrary<Supplier<?>> snapshots(
      Arbitrary<T> values, Fault<SnapshotQuery.Builder, T> fault) {
    return Combinators.combine(snapshotQueries(), values)
        .as((query, value) -> () -> fault.in(query.toBuilder(), value).build());
  }

  /** Queries of both kinds with some filters more, of names that both kinds have. */
  private static Arbitrary<Supplier<?>> filtered(Arbitrary<List<Filter>> filters) {
    return Arbitraries.oneOf(
        images(filters, (query, more) -> {
          more.forEach(query::filter);
          return query;
        }),
        snapshots(filters, (query, more) -> {
          more.forEach(query::filter);
          return query;
        }));
  }

  private static Arbitrary<Supplier<?>> disabledUnasked() {
    return images(
        FilterArbitraries.imageFilters("state").map(Filter::values),
        (query, others) -> query
            .includeDisabled(false)
            .filter("state", "disabled")
            .filter(new Filter("state", others)));
  }

  private static Arbitrary<Supplier<?>> pagesOutOfRange() {
    Arbitrary<Integer> tooSmall = Arbitraries.integers().between(-1, SMALLEST_PAGE - 1);
    return Arbitraries.oneOf(
        images(
            Arbitraries.oneOf(tooSmall, beyond(LARGEST_PAGE)),
            (query, size) -> query.imageIds(List.<ImageId>of()).maxResults(size)),
        snapshots(
            tooSmall, (query, size) -> query.snapshotIds(List.<SnapshotId>of()).maxResults(size)));
  }

  private static Arbitrary<Supplier<?>> pagesOfIds() {
    Arbitrary<Integer> sizes = Arbitraries.integers().between(SMALLEST_PAGE, LARGEST_PAGE);
    return Arbitraries.oneOf(
        Combinators.combine(imageQueries(), IdArbitraries.imageIds(), sizes)
            .as((query, id, size) ->
                () -> query.toBuilder().addImageId(id).maxResults(size).build()),
        Combinators.combine(snapshotQueries(), IdArbitraries.snapshotIds(), sizes)
            .as((query, id, size) ->
                () -> query.toBuilder().addSnapshotId(id).maxResults(size).build()));
  }

  private static Arbitrary<Supplier<?>> manyIds() {
    return Arbitraries.oneOf(
        images(
            beyond(MOST_IDS),
            (query, number) -> query
                .maxResults(OptionalInt.empty())
                .imageIds(numbered(number, n -> ImageId.of("ami-" + n)))),
        snapshots(
            beyond(MOST_IDS),
            (query, number) -> query
                .maxResults(OptionalInt.empty())
                .snapshotIds(numbered(number, n -> SnapshotId.of("snap-" + n)))));
  }

  private static <I> List<I> numbered(int number, Function<String, I> id) {
    return IntStream.rangeClosed(1, number).mapToObj("%017x"::formatted).map(id).toList();
  }

  private static Arbitrary<Integer> beyond(int most) {
    return Arbitraries.integers().between(most + 1, most + 9);
  }
}

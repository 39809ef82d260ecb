package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.amikit.image.Ami;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.page.PageKey;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.PageToken;
import dev.amikit.page.Result;
import dev.amikit.snapshot.Snapshot;
import java.util.OptionalInt;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** How answers come in pages: what is asked for, and what is given. */
public final class PageArbitraries {
  private static final int SMALLEST_PAGE = 5;
  private static final int MOST_ITEMS = 5;
  private static final int MOST_FOUND = 12;

  private PageArbitraries() {}

  /**
   * {@return requests for all at once and for pages of 5 to 1,000 items, the first page or one
   * after a token}
   */
  public static Arbitrary<PageRequest> pageRequests() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                    Tuple.of(
                        3, Arbitraries.integers().between(SMALLEST_PAGE, PageRules.LARGEST_PAGE)),
                    Tuple.of(1, Arbitraries.of(SMALLEST_PAGE, PageRules.LARGEST_PAGE)))
                .optional(0.7),
            nextTokens().optional(0.2))
        .as((size, token) -> new PageRequest(
            size.map(OptionalInt::of).orElse(OptionalInt.empty()), size.flatMap(any -> token)))
        .withoutEdgeCases();
  }

  /**
   * {@return tokens that any page might come with, sealed by the {@linkplain PageKey#shared()
   * shared key}; no answer gave them, so that all queries refuse them}
   */
  public static Arbitrary<String> nextTokens() {
    return pageTokens().map(PageKey.shared()::seal);
  }

  /** {@return what tokens say: of a result that is kept or not, after an image or a snapshot} */
  public static Arbitrary<PageToken> pageTokens() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.longs().between(1, Long.MAX_VALUE))),
            AmiArbitraries.instants(),
            Arbitraries.oneOf(
                IdArbitraries.imageIds().map(Object::toString),
                IdArbitraries.snapshotIds().map(Object::toString)),
            Arbitraries.integers().between(0, 9))
        .as((result, at, after, request) ->
            new PageToken(result, at, after, Hashing.sha256().hashInt(request).toString()))
        .withoutEdgeCases();
  }

  /** {@return the key that all share; {@linkplain PageKey#fresh() others} no seed could repeat} */
  public static Arbitrary<PageKey> pageKeys() {
    return Arbitraries.create(PageKey::shared);
  }

  /**
   * Pages of up to five items: the last ones, those that others follow, and empty ones.
   *
   * @param <T> the type of the items
   * @param items what may be on them
   * @return an arbitrary of pages
   */
  public static <T> Arbitrary<Page<T>> pages(Arbitrary<T> items) {
    requireNonNull(items, "items");
    return Combinators.combine(items.list().ofMaxSize(MOST_ITEMS), nextTokens().optional(0.4))
        .as((each, token) -> new Page<>(ImmutableList.copyOf(each), token))
        .withoutEdgeCases();
  }

  /**
   * Answers: pages, and now and then a refusal.
   *
   * @param <T> the type of the items
   * @param items what may be on the pages
   * @return an arbitrary of answers
   */
  public static <T> Arbitrary<Answer<T>> answers(Arbitrary<T> items) {
    return Arbitraries.frequencyOf(Tuple.of(4, pages(items)), Tuple.of(1, refusedAnswers()));
  }

  /**
   * Answers that are refusals.
   *
   * @param <T> the type of what was asked for
   * @return an arbitrary of refused answers
   */
  public static <T> Arbitrary<Answer.Refused<T>> refusedAnswers() {
    return RuleArbitraries.refusals().map(Answer.Refused::new);
  }

  /** {@return up to twelve different images that a query found, to cut pages from} */
  public static Arbitrary<Result<Ami>> resultsOfImages() {
    return results(AmiArbitraries.amis(), ami -> ami.imageId().value());
  }

  /** {@return up to twelve different snapshots that a query found, to cut pages from} */
  public static Arbitrary<Result<Snapshot>> resultsOfSnapshots() {
    return results(
        SnapshotArbitraries.snapshots(), snapshot -> snapshot.snapshotId().value());
  }

  private static <T> Arbitrary<Result<T>> results(Arbitrary<T> items, Function<T, String> id) {
    return Combinators.combine(
            items.list().uniqueElements(id).ofMaxSize(MOST_FOUND), AmiArbitraries.instants())
        .as((found, at) -> Result.of(found, id, () -> "everything", at))
        .withoutEdgeCases();
  }
}

package dev.amikit.registry;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import dev.amikit.page.Answer;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageToken;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Situation;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the latest paged requests found, so that later pages are cut from it whatever changes
 * meanwhile. A result shares what it lists with the state, and so costs a reference for each; those
 * that were not asked for longest are given up when there are too many.
 */
final class KeptResults {
  private static final long MOST_ITEMS = 1 << 24;

  private final Cache<Long, Result<?>> results;
  private final AtomicLong last = new AtomicLong();

  KeptResults() {
    this(MOST_ITEMS);
  }

  /** Keeps results that list no more than so many items in all. */
  KeptResults(long mostItems) {
    results = CacheBuilder.newBuilder()
        .concurrencyLevel(1)
        .maximumWeight(mostItems)
        .weigher((Long number, Result<?> result) -> 1 + result.all().size())
        .build();
  }

  /** The page that a listing asks for, cut from what was found when the first was asked for. */
  <T> Answer<T> page(Listing<T> listing, Situation situation) {
    Optional<Result<T>> kept = kept(listing, situation);
    if (kept.isEmpty()) {
      return first(listing, situation);
    }
    ImmutableList<Violation> malformed = listing.malformed();
    return malformed.isEmpty()
        ? kept.get().page(listing.cut())
        : new Answer.Refused<>(new Refusal(malformed));
  }

  /** The first page; whoever has the token of another is refused, for nothing was kept. */
  private <T> Answer<T> first(Listing<T> listing, Situation situation) {
    Result<T> found = listing.find(situation).orThrow();
    PageRequest page = listing.cut();
    boolean goesOn = page.maxResults().isPresent() && page.nextToken().isEmpty();
    return (goesOn ? keep(found, listing.asked(situation)) : found).page(page);
  }

  /** The result that the token belongs to. */
  @SuppressWarnings("unchecked") // the same request has the same kind of result
  private <T> Optional<Result<T>> kept(Listing<T> listing, Situation situation) {
    return listing
        .page()
        .nextToken()
        .flatMap(PageToken::parse)
        .flatMap(token -> Optional.ofNullable(results.getIfPresent(token.result())))
        .filter(result -> result.isOf(listing.asked(situation)))
        .map(result -> (Result<T>) result);
  }

  private <T> Result<T> keep(Result<T> fresh, String asked) {
    long number = last.incrementAndGet();
    Result<T> kept = fresh.kept(number, asked);
    results.put(number, kept);
    return kept;
  }
}

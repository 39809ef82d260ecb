package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.page.PageKey;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageToken;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Situation;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the latest paged requests found, so that later pages are cut from it whatever changes
 * meanwhile. A result of images or snapshots keeps the Region as it was, which shares with what it
 * is now all that has not changed, and some 12 bytes for each resource that was looked at; any
 * other keeps what it lists. It is given up an hour after it was found, or when there are too many
 * younger ones.
 */
final class KeptResults {
  /** The most that is kept: so many results, and so many resources that they were found among. */
  record Bounds(int results, long items) {}

  private static final Bounds BOUNDS = new Bounds(1_000, 1 << 23);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The number of what is not kept; the first that is has the next. */
  private static final long NOT_KEPT = 0;

  private final Bounds bounds;
  private final PageKey key = PageKey.fresh();
  private final Map<Long, Result<?>> results = new LinkedHashMap<>();
  private long last;
  private long items;

  KeptResults() {
    this(BOUNDS);
  }

  KeptResults(Bounds bounds) {
    this.bounds = bounds;
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

  /** The first page; whoever has a token is refused, for what it was made for is not kept. */
  private <T> Answer<T> first(Listing<T> listing, Situation situation) {
    Result<T> found = listing.find(situation).orThrow();
    PageRequest page = listing.cut();
    if (page.maxResults().isEmpty() && page.nextToken().isEmpty()) {
      return found.page(page);
    }
    long number = page.nextToken().isPresent() ? NOT_KEPT : next();
    Result<T> kept = found.kept(number, listing.asked(situation), key);
    Answer<T> first = kept.page(page);
    if (first instanceof Page<T> begun && begun.nextToken().isPresent()) {
      keep(kept, number, situation.now());
    }
    return first;
  }

  /** The result that the token belongs to. */
  @SuppressWarnings("unchecked") // the same request has the same kind of result
  private <T> Optional<Result<T>> kept(Listing<T> listing, Situation situation) {
    return listing
        .page()
        .nextToken()
        .flatMap(key::open)
        .filter(token -> !isOver(token.at(), situation.now()))
        .flatMap(this::kept)
        .filter(result -> result.isOf(listing.asked(situation)))
        .map(result -> (Result<T>) result);
  }

  private synchronized Optional<Result<?>> kept(PageToken token) {
    return Optional.ofNullable(results.get(token.result()));
  }

  private synchronized long next() {
    return ++last;
  }

  private synchronized void keep(Result<?> result, long number, Instant now) {
    results.put(number, result);
    items += result.searched();
    giveUp(now);
  }

  /** Gives up the eldest, until what is kept is within bounds; but never the latest. */
  private void giveUp(Instant now) {
    Iterator<Result<?>> eldest = results.values().iterator();
    while (results.size() > 1) {
      Result<?> result = eldest.next();
      if (!isOver(result.at(), now)
          && results.size() <= bounds.results()
          && items <= bounds.items()) {
        return;
      }
      eldest.remove();
      items -= result.searched();
    }
  }

  private static boolean isOver(Instant foundAt, Instant now) {
    return Duration.between(foundAt, now).compareTo(LONGEST) > 0;
  }
}

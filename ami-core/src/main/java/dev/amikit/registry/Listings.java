package dev.amikit.registry;

import dev.amikit.query.Answer;
import dev.amikit.query.PageToken;
import dev.amikit.query.Result;
import dev.amikit.rule.Refusal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the latest paged queries found, so that later pages are cut from it whatever changes
 * meanwhile. A result shares the images with the state, and so costs a reference for each.
 */
final class Listings {
  private static final int KEPT = 1_000;

  private final ConcurrentMap<Long, Result<?>> results = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** The page that the token of a listing asks for, or the first page. */
  <T> Answer<T> page(Listing<T> listing, Situation situation) {
    if (!listing.malformed().isEmpty()) {
      return new Answer.Refused<>(Refusal.of(listing.malformed()));
    }
    OptionalInt size = listing.pageSize();
    Optional<String> token = listing.nextToken();
    return kept(listing, situation)
        .orElseGet(() -> {
          Result<T> found = listing.decide(situation).resultOrThrow();
          return size.isPresent() && token.isEmpty()
              ? keep(found, listing.asked(situation))
              : found; // which refuses a token
        })
        .page(size, token);
  }

  /** The result that the token belongs to. */
  @SuppressWarnings("unchecked") // the same request has the same kind of result
  private <T> Optional<Result<T>> kept(Listing<T> listing, Situation situation) {
    return listing
        .nextToken()
        .flatMap(PageToken::parse)
        .flatMap(token -> Optional.ofNullable(results.get(token.result())))
        .filter(result -> result.isOf(listing.asked(situation)))
        .map(result -> (Result<T>) result);
  }

  private <T> Result<T> keep(Result<T> fresh, String asked) {
    long number = last.incrementAndGet();
    Result<T> kept = fresh.kept(number, asked);
    results.put(number, kept);
    results.remove(number - KEPT);
    return kept;
  }
}

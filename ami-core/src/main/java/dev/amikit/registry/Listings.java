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
import java.util.function.Supplier;

/**
 * What the latest paged queries found, so that later pages are cut from it whatever changes
 * meanwhile. A result shares the images with the state, and so costs a reference for each.
 */
final class Listings {
  private static final int KEPT = 1_000;

  private final ConcurrentMap<Long, Result<?>> results = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** A page of the result that the token belongs to, or the first page of a new result. */
  <T> Answer<T> page(
      long fingerprint,
      Supplier<Result<T>> query,
      OptionalInt maxResults,
      Optional<String> nextToken) {
    Optional<Result<?>> kept = nextToken
        .flatMap(PageToken::parse)
        .<Result<?>>flatMap(token -> Optional.ofNullable(results.get(token.result())))
        .filter(result -> result.isOf(fingerprint));
    if (kept.isPresent()) {
      @SuppressWarnings("unchecked") // the same request has the same kind of result
      Result<T> result = (Result<T>) kept.get();
      return result.page(maxResults, nextToken);
    }
    Result<T> fresh = query.get();
    return maxResults.isPresent() && nextToken.isEmpty()
        ? keep(fresh).page(maxResults, nextToken)
        : fresh.page(maxResults, nextToken);
  }

  /** A page of a list. */
  <T> Answer<T> page(Listing<T> listing, Situation situation) {
    return listing.malformed().isEmpty()
        ? page(
            listing.fingerprint(situation),
            () -> listing.decide(situation).resultOrThrow(),
            listing.pageSize(),
            listing.nextToken())
        : new Answer.Refused<>(Refusal.of(listing.malformed()));
  }

  private <T> Result<T> keep(Result<T> fresh) {
    long number = last.incrementAndGet();
    Result<T> numbered = fresh.numbered(number);
    results.put(number, numbered);
    results.remove(number - KEPT);
    return numbered;
  }
}

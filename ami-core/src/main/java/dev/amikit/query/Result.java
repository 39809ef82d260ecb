package dev.amikit.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.amikit.rule.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All that a query found, in the order of the IDs as text, from which pages are cut. Who keeps it
 * cuts every page from what was true at the first request, whatever changes meanwhile.
 *
 * @param <T> what was asked for
 */
public final class Result<T> {
  private final ImmutableList<T> found;
  private final Function<T, String> id;
  private final Function<T, T> view;
  private final long request;
  private final Instant at;
  private final long number;

  private Result(
      ImmutableList<T> found,
      Function<T, String> id,
      Function<T, T> view,
      long request,
      Instant at,
      long number) {
    this.found = found;
    this.id = id;
    this.view = view;
    this.request = request;
    this.at = at;
    this.number = number;
  }

  /**
   * Returns things that were found as a result.
   *
   * @param <T> what was asked for
   * @param found what was found, in any order
   * @param id what tells one from the others, by which they are sorted; a text without spaces
   * @param request the number of the request, the same for all its pages and no other
   * @param at the time of the request
   * @return the result
   */
  public static <T> Result<T> of(
      Iterable<T> found, Function<T, String> id, long request, Instant at) {
    return of(found, any -> true, id, Function.identity(), request, at);
  }

  static <T> Result<T> of(
      Iterable<T> candidates,
      Predicate<T> matches,
      Function<T, String> id,
      Function<T, T> view,
      long request,
      Instant at) {
    List<T> found = new ArrayList<>();
    for (T candidate : candidates) {
      if (matches.test(candidate)) {
        found.add(candidate);
      }
    }
    return new Result<>(
        ImmutableList.sortedCopyOf(Comparator.comparing(id), found), id, view, request, at, 0);
  }

  /**
   * Returns this result under a number, which its tokens will carry.
   *
   * @param number a number that the keeper of results finds this one by
   * @return the numbered result
   */
  public Result<T> numbered(long number) {
    return new Result<>(found, id, view, request, at, number);
  }

  /**
   * Tells whether this was found for a request.
   *
   * @param fingerprint the number of the request, as {@link ImageQuery#fingerprint} gives it
   * @return whether the numbers are the same
   */
  public boolean isOf(long fingerprint) {
    return request == fingerprint;
  }

  /** {@return all that was found, as the viewer sees it; each seen when it is got} */
  public List<T> all() {
    return Lists.transform(found, view::apply);
  }

  /**
   * Cuts a page.
   *
   * @param maxResults how many items at most; empty for all that are left
   * @param nextToken the token of the page before; empty for the first page
   * @return the page, or a refusal if the token is not one of this result
   */
  public Answer<T> page(OptionalInt maxResults, Optional<String> nextToken) {
    int from = 0;
    if (nextToken.isPresent()) {
      Optional<PageToken> token = PageToken.parse(nextToken.get()).filter(this::isMine);
      if (token.isEmpty()) {
        return new Answer.Refused<>(
            Refusal.of(QueryRules.NEXT_TOKEN.brokenBy("nextToken", nextToken.get())));
      }
      from = firstAfter(token.get().after());
    }
    int to = maxResults.isPresent()
        ? Math.min(found.size(), from + maxResults.getAsInt())
        : found.size();
    return new Answer.Page<>(
        ImmutableList.copyOf(all().subList(from, to)),
        to == found.size() ? Optional.empty() : Optional.of(tokenAfter(found.get(to - 1))));
  }

  private boolean isMine(PageToken token) {
    return token.result() == number && token.at().equals(at) && token.isSealedFor(request);
  }

  private String tokenAfter(T last) {
    return PageToken.sealed(request, number, at, id.apply(last)).toString();
  }

  private int firstAfter(String after) {
    int low = 0;
    int high = found.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (id.apply(found.get(middle)).compareTo(after) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

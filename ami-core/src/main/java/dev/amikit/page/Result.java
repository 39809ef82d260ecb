package dev.amikit.page;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All that a query found, in the order of the IDs as text, from which pages are cut. Who keeps it
 * cuts every page from what was true at the first request, whatever changes meanwhile.
 *
 * @param <T> what was asked for
 */
public final class Result<T> {
  /** Which text of a rule on tokens is of one that belongs to another request. */
  private static final int OF_OTHER = 1;

  private final ImmutableList<T> found;
  private final Function<T, String> id;
  private final Function<T, T> view;
  private final Supplier<String> request;
  private final Instant at;
  private final long number;
  private final PageKey key;
  private final Rule tokens;

  private Result(
      ImmutableList<T> found,
      Function<T, String> id,
      Function<T, T> view,
      Supplier<String> request,
      Instant at,
      long number,
      PageKey key,
      Rule tokens) {
    this.found = found;
    this.id = id;
    this.view = view;
    this.request = request;
    this.at = at;
    this.number = number;
    this.key = key;
    this.tokens = tokens;
  }

  /**
   * Returns things that were found as a result.
   *
   * @param <T> what was asked for
   * @param found what was found, in any order
   * @param id what tells one from the others, by which they are sorted; a text without spaces
   * @param request gives a text that is the same for all pages of the request, and for no other
   * @param at the time of the request
   * @return the result
   */
  public static <T> Result<T> of(
      Iterable<T> found, Function<T, String> id, Supplier<String> request, Instant at) {
    requireNonNull(found, "found");
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    requireNonNull(at, "at");
    return of(found, any -> true, id, Function.identity(), request, at);
  }

  /**
   * Returns those of some candidates that match as a result.
   *
   * @param <T> what was asked for
   * @param candidates what may have been found, in any order
   * @param matches what was asked for
   * @param id what tells one from the others, by which they are sorted; a text without spaces
   * @param view how the viewer sees one, asked when it is got
   * @param request gives a text that is the same for all pages of the request, and for no other
   * @param at the time of the request
   * @return the result
   */
  public static <T> Result<T> of(
      Iterable<T> candidates,
      Predicate<T> matches,
      Function<T, String> id,
      Function<T, T> view,
      Supplier<String> request,
      Instant at) {
    requireNonNull(candidates, "candidates");
    requireNonNull(matches, "matches");
    requireNonNull(id, "id");
    requireNonNull(view, "view");
    requireNonNull(request, "request");
    requireNonNull(at, "at");
    List<T> found = new ArrayList<>();
    for (T candidate : candidates) {
      if (matches.test(requireNonNull(candidate, "candidates"))) {
        found.add(candidate);
      }
    }
    return new Result<>(
        ImmutableList.sortedCopyOf(Comparator.comparing(id), found),
        id,
        view,
        request,
        at,
        0,
        PageKey.shared(),
        PageRules.NEXT_TOKEN);
  }

  /**
   * Returns this result under a number, which its tokens will carry.
   *
   * @param number a number that the keeper of results finds this one by
   * @param asked a text that is the same for all pages of the request, and for no other
   * @param key the key of the keeper, under which the tokens are sealed
   * @return the numbered result
   */
  public Result<T> kept(long number, String asked, PageKey key) {
    requireNonNull(asked, "asked");
    requireNonNull(key, "key");
    return new Result<>(found, id, view, () -> asked, at, number, key, tokens);
  }

  /**
   * Returns this result of a service that has another word for tokens that are none.
   *
   * @param tokens the rule that such tokens break; its first text is of what is no token, its
   *     second of a token of another request
   * @return the result
   */
  public Result<T> refusingTokensBy(Rule tokens) {
    requireNonNull(tokens, "tokens");
    return new Result<>(found, id, view, request, at, number, key, tokens);
  }

  /** {@return when the first page was asked for} */
  public Instant at() {
    return at;
  }

  /**
   * Tells whether this was found for a request.
   *
   * @param asked the text that it was kept under
   * @return whether the texts are the same
   */
  public boolean isOf(String asked) {
    requireNonNull(asked, "asked");
    return request.get().equals(asked);
  }

  /** {@return all that was found, as the viewer sees it; each seen when it is got} */
  public List<T> all() {
    return Lists.transform(found, view::apply);
  }

  /**
   * Cuts a page.
   *
   * @param page which; without a size all that is left
   * @return the page, or a refusal if the token is not one of this result
   */
  public Answer<T> page(PageRequest page) {
    requireNonNull(page, "page");
    OptionalInt maxResults = page.maxResults();
    Optional<String> nextToken = page.nextToken();
    int from = 0;
    if (nextToken.isPresent()) {
      Optional<PageToken> token = key.open(nextToken.get());
      if (token.filter(this::isMine).isEmpty()) {
        Violation noToken = tokens.brokenBy("nextToken", nextToken.get());
        return new Answer.Refused<>(Refusal.of(
            token.isEmpty() ? noToken : noToken.saying(tokens.messages().get(OF_OTHER))));
      }
      from = firstAfter(token.get().after());
    }
    int to = maxResults.isPresent()
        ? Math.min(found.size(), from + maxResults.getAsInt())
        : found.size();
    return new Page<>(
        ImmutableList.copyOf(all().subList(from, to)),
        to == found.size() ? Optional.empty() : Optional.of(tokenAfter(found.get(to - 1))));
  }

  private boolean isMine(PageToken token) {
    return token.result() == number && token.at().equals(at) && token.isOf(request.get());
  }

  private String tokenAfter(T last) {
    return key.seal(PageToken.of(request.get(), number, at, id.apply(last)));
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

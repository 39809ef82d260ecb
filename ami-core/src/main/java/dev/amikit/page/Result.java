package dev.amikit.page;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import com.google.common.collect.Lists;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All that a query found, in the order of the IDs as text, from which pages are cut. Who keeps it
 * cuts every page from what was true at the first request, whatever changes meanwhile.
 *
 * <p>What was found in things that are {@link InOrder} is looked for when a page is cut, and no
 * further than the page goes.
 *
 * @param <T> what was asked for
 */
public final class Result<T> {
  /** Which text of a rule on tokens is of one that belongs to another request. */
  private static final int OF_OTHER = 1;

  private final InOrder<T> candidates;
  private final Predicate<T> matches;
  private final Function<T, ?> id;
  private final Function<T, T> view;
  private final Supplier<String> request;
  private final Instant at;
  private final long number;
  private final PageKey key;
  private final Rule tokens;

  private Result(
      InOrder<T> candidates,
      Predicate<T> matches,
      Function<T, ?> id,
      Function<T, T> view,
      Supplier<String> request,
      Instant at,
      long number,
      PageKey key,
      Rule tokens) {
    this.candidates = candidates;
    this.matches = matches;
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
   * @param <I> the type of IDs, whose order is that of their texts
   * @param found what was found, in any order
   * @param id what tells one from the others, by which they are sorted; its text has no spaces
   * @param request gives a text that is the same for all pages of the request, and for no other
   * @param at the time of the request
   * @return the result
   */
  public static <T, I extends Comparable<? super I>> Result<T> of(
      Iterable<T> found, Function<T, I> id, Supplier<String> request, Instant at) {
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
   * @param <I> the type of IDs, whose order is that of their texts
   * @param candidates what may have been found, in any order; if it is {@link InOrder}, it is kept,
   *     and may not change
   * @param matches what was asked for
   * @param id what tells one from the others, by which they are sorted; its text has no spaces
   * @param view how the viewer sees one, asked when it is got
   * @param request gives a text that is the same for all pages of the request, and for no other
   * @param at the time of the request
   * @return the result
   */
  public static <T, I extends Comparable<? super I>> Result<T> of(
      Iterable<T> candidates,
      Predicate<T> matches,
      Function<T, I> id,
      Function<T, T> view,
      Supplier<String> request,
      Instant at) {
    requireNonNull(candidates, "candidates");
    requireNonNull(matches, "matches");
    requireNonNull(id, "id");
    requireNonNull(view, "view");
    requireNonNull(request, "request");
    requireNonNull(at, "at");
    boolean isInOrder = candidates instanceof InOrder;
    return new Result<>(
        isInOrder ? (InOrder<T>) candidates : Sorted.of(matching(candidates, matches), id),
        isInOrder ? matches : found -> true,
        id,
        view,
        request,
        at,
        0,
        PageKey.shared(),
        PageRules.NEXT_TOKEN);
  }

  private static <T> List<T> matching(Iterable<T> candidates, Predicate<T> matches) {
    List<T> matching = new ArrayList<>();
    for (T candidate : candidates) {
      if (matches.test(requireNonNull(candidate, "candidates"))) {
        matching.add(candidate);
      }
    }
    return matching;
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
    return new Result<>(candidates, matches, id, view, () -> asked, at, number, key, tokens);
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
    return new Result<>(candidates, matches, id, view, request, at, number, key, tokens);
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

  /** {@return among how many things it was found, which are kept as long as the result is} */
  public int searched() {
    return candidates.size();
  }

  /** {@return all that was found, looked for again; as the viewer sees it, each when it is got} */
  public List<T> all() {
    return Lists.transform(matching(candidates.after(""), matches), view::apply);
  }

  /**
   * Cuts a page.
   *
   * @param page which; without a size all that is left
   * @return the page, or a refusal if the token is not one of this result
   */
  public Answer<T> page(PageRequest page) {
    requireNonNull(page, "page");
    Optional<String> nextToken = page.nextToken();
    if (nextToken.isEmpty()) {
      return after("", page);
    }
    Optional<PageToken> token = key.open(nextToken.get());
    if (token.filter(this::isMine).isPresent()) {
      return after(token.get().after(), page);
    }
    Violation noToken = tokens.brokenBy("nextToken", nextToken.get());
    return new Answer.Refused<>(
        Refusal.of(token.isEmpty() ? noToken : noToken.saying(tokens.messages().get(OF_OTHER))));
  }

  private Page<T> after(String last, PageRequest page) {
    Iterator<T> found = Iterators.filter(candidates.after(last).iterator(), matches::test);
    ImmutableList<T> these =
        ImmutableList.copyOf(Iterators.limit(found, page.maxResults().orElse(Integer.MAX_VALUE)));
    return new Page<>(
        ImmutableList.copyOf(Lists.transform(these, view::apply)),
        found.hasNext() ? Optional.of(tokenAfter(these.get(these.size() - 1))) : Optional.empty());
  }

  private boolean isMine(PageToken token) {
    return token.result() == number && token.at().equals(at) && token.isOf(request.get());
  }

  private String tokenAfter(T last) {
    return key.seal(PageToken.of(request.get(), number, at, id.apply(last).toString()));
  }
}

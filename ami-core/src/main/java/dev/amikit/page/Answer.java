package dev.amikit.page;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import java.util.Optional;

/**
 * The answer to a query: a page of what was found, or a refusal.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
  /**
   * What was found, or a part of it.
   *
   * @param <T> what was asked for
   * @param items as the viewer sees them, in the order of their IDs as text
   * @param nextToken what to ask for the next page with; empty on the last page
   */
  record Page<T>(ImmutableList<T> items, Optional<String> nextToken) implements Answer<T> {
    /**
     * Refuses null.
     *
     * @param items as the viewer sees them, in the order of their IDs as text
     * @param nextToken what to ask for the next page with; empty on the last page
     */
    public Page {
      requireNonNull(items, "items");
      requireNonNull(nextToken, "nextToken");
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public Page<T> orThrow() {
      return this;
    }
  }

  /**
   * The query is not served.
   *
   * @param <T> what was asked for
   * @param reason why not
   */
  record Refused<T>(Refusal reason) implements Answer<T> {
    /**
     * Refuses null.
     *
     * @param reason why not
     */
    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(reason);
    }

    @Override
    public Page<T> orThrow() {
      throw reason.toException();
    }
  }

  /** {@return why the query is not served; empty if there is a page} */
  Optional<Refusal> refusal();

  /**
   * Returns the page, if there is one.
   *
   * @return the page
   * @throws RefusedException if the query is not served
   */
  Page<T> orThrow();
}

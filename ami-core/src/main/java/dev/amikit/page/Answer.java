package dev.amikit.page;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Refusal;
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
    @Override
    public Page<T> orElseThrow() {
      return this;
    }
  }

  /**
   * The query is not served.
   *
   * @param <T> what was asked for
   * @param refusal why not
   */
  record Refused<T>(Refusal refusal) implements Answer<T> {
    @Override
    public Page<T> orElseThrow() {
      throw refusal.toException();
    }
  }

  /**
   * Returns the page.
   *
   * @return the page
   * @throws dev.amikit.rule.RefusedException if there is none
   */
  Page<T> orElseThrow();
}

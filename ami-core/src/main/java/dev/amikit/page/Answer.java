package dev.amikit.page;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import java.util.Optional;

/**
 * The answer to a query: a page of what was found, or a refusal.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> permits Page, Answer.Refused {
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

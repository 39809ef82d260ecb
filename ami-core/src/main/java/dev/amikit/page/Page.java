package dev.amikit.page;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Refusal;
import java.util.Optional;

/**
 * What was found, or a part of it.
 *
 * @param <T> what was asked for
 * @param items as the viewer sees them, in the order of their IDs as text
 * @param nextToken what to ask for the next page with; empty on the last page
 */
public record Page<T>(ImmutableList<T> items, Optional<String> nextToken) implements Answer<T> {
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

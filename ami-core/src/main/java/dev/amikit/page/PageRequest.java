package dev.amikit.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of a list is asked for.
 *
 * @param maxResults how many items a page has at most; empty for what the operation does by default
 * @param nextToken the token that the page before came with; empty for the first page
 */
public record PageRequest(OptionalInt maxResults, Optional<String> nextToken) {
  private static final PageRequest FIRST = new PageRequest(OptionalInt.empty(), Optional.empty());

  /**
   * Refuses null.
   *
   * @param maxResults how many items a page has at most; empty for what the operation does by
   *     default
   * @param nextToken the token that the page before came with; empty for the first page
   */
  public PageRequest {
    requireNonNull(maxResults, "maxResults");
    requireNonNull(nextToken, "nextToken");
  }

  /** {@return the request for the first page, as large as the operation makes it by default} */
  public static PageRequest first() {
    return FIRST;
  }

  /**
   * Returns the request for the first page of a size.
   *
   * @param maxResults how many items a page has at most; which sizes are taken says the operation
   * @return the request
   */
  public static PageRequest of(int maxResults) {
    return new PageRequest(OptionalInt.of(maxResults), Optional.empty());
  }

  /**
   * Returns the request for the page after another of the same size.
   *
   * @param token the token that the other page came with
   * @return the request
   */
  public PageRequest after(String token) {
    requireNonNull(token, "token");
    return new PageRequest(maxResults, Optional.of(token));
  }

  /**
   * Returns the request with a size, if it has none.
   *
   * @param maxResults how many items a page has at most by default
   * @return the request, which has a size
   */
  public PageRequest orAtMost(int maxResults) {
    return this.maxResults.isPresent()
        ? this
        : new PageRequest(OptionalInt.of(maxResults), nextToken);
  }

  /**
   * Returns the request with a smaller size, if its own is larger.
   *
   * @param most how many items a page may have
   * @return the request, whose size, if it has one, is no larger
   */
  public PageRequest atMost(int most) {
    return maxResults.orElse(0) > most ? new PageRequest(OptionalInt.of(most), nextToken) : this;
  }
}

package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.page.Result;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An operation that lists. It finds all at once; the registry cuts every page from what was found
 * when the first one was asked for.
 *
 * @param <T> what is listed
 */
public interface Listing<T> extends ReadOperation<Result<T>> {
  /** {@return how many items a page has at most; empty for what the operation does by default} */
  OptionalInt maxResults();

  /** {@return the token that the page before came with; empty for the first page} */
  Optional<String> nextToken();

  /** {@return how many items a page has at most; empty for one answer without pages} */
  default OptionalInt pageSize() {
    return maxResults();
  }

  /** {@return what is wrong with the form of the request; nothing, unless it says so} */
  default ImmutableList<Violation> malformed() {
    return ImmutableList.of();
  }

  /** {@return what is asked for, pages aside, as a text that no other request has} */
  String request();

  /**
   * Returns a text that is the same for all pages of a request by one account in one Region.
   *
   * @param situation who asks, and where
   * @return the text, for which page tokens are sealed
   */
  default String asked(Situation situation) {
    requireNonNull(situation, "situation");
    return situation.caller() + " asks in " + situation.region() + " for " + request();
  }
}

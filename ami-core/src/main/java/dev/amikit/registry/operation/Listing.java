package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.page.Result;
import dev.amikit.rule.Violation;

/**
 * An operation that lists. It finds all at once, and answers with a page. A registry keeps what was
 * found when the first page was asked for, and cuts the later pages from that.
 *
 * @param <T> what is listed
 */
public interface Listing<T> extends ReadOperation<Page<T>> {
  /** {@return which page is asked for} */
  PageRequest page();

  /**
   * Returns the same request for another page.
   *
   * @param page which
   * @return the request
   */
  Listing<T> on(PageRequest page);

  /** {@return the page that is cut: the one asked for, of the size that counts} */
  default PageRequest cut() {
    return page();
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

  /**
   * Finds all that is asked for, pages aside. Nothing is changed.
   *
   * @param situation the state, who asks, where and when
   * @return what was found, from which pages are cut; or why the request is refused
   */
  Outcome<Result<T>> find(Situation situation);

  /**
   * Finds all, and cuts the page that is asked for; a page after the first is one of what is there
   * by now, unless the registry kept what was there before.
   */
  @Override
  default Outcome<Page<T>> decide(Situation situation) {
    Outcome<Result<T>> found = find(requireNonNull(situation, "situation"));
    return found.refusal().isPresent()
        ? new Outcome.Refused<>(found.refusal().get())
        : outcome(found.orThrow().page(cut()), situation);
  }

  private static <T> Outcome<Page<T>> outcome(Answer<T> answer, Situation situation) {
    return answer.refusal().isPresent()
        ? new Outcome.Refused<>(answer.refusal().get())
        : Outcome.from(situation.state()).done(answer.orThrow());
  }
}

package dev.amikit.page;

/**
 * Things that can be gone through in the order of their IDs, from any of them on: a page of what
 * they are costs little more than what it shows. They are always the same things, since later pages
 * are cut from them too. As an {@code Iterable} they come in any order.
 *
 * @param <T> the things
 */
public interface InOrder<T> extends Iterable<T> {
  /** {@return how many things there are} */
  int size();

  /**
   * Returns the things that come after an ID.
   *
   * @param id the text of such an ID, of one of the things or of none; the empty text comes before
   *     all
   * @return the things whose IDs are greater as texts, in the order of their IDs
   * @throws java.util.NoSuchElementException if the text is no such ID
   */
  Iterable<T> after(String id);
}

package dev.amikit.page;

/**
 * Things that can be gone through in the order of their IDs, from any of them on, without sorting
 * them all: a page of what they are costs little more than what it shows.
 *
 * @param <T> the things
 */
public interface InOrder<T> extends Iterable<T> {
  /** {@return how many things there are} */
  int size();

  /**
   * Returns the things that come after an ID.
   *
   * @param id the text of an ID, of one of the things or of none; the empty text comes before all
   * @return the things whose IDs are greater as texts, in the order of their IDs
   */
  Iterable<T> after(String id);
}

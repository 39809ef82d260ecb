package dev.amikit.query;

import dev.amikit.filter.Filter;
import dev.amikit.page.InOrder;

/**
 * The candidates of a source that has an index. It tells what they all are, which then is not asked
 * of each of them again. They do not change: a source whose images come and go gives those of the
 * moment.
 *
 * @param <T> images or snapshots
 */
public interface Candidates<T> extends InOrder<T> {
  /**
   * Tells whether all candidates are known to pass a filter of the query.
   *
   * @param filter the filter
   * @return whether they are; false if each must be asked
   */
  boolean pass(Filter filter);

  /** {@return whether all candidates are known to be owned as the query asks} */
  boolean areOwned();
}

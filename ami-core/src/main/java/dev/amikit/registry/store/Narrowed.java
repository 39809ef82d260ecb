package dev.amikit.registry.store;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.filter.Filter;

/**
 * The rows among which are those that a query finds.
 *
 * @param rows the rows, each once
 * @param passed the filters of the query that what lies in the rows is known to pass
 * @param areOwned whether what lies in the rows is known to be owned as the query asks
 */
public record Narrowed(ImmutableIntArray rows, ImmutableList<Filter> passed, boolean areOwned) {}

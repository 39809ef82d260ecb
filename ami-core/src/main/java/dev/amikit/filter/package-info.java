/**
 * How requests narrow what they list. A {@link dev.amikit.filter.Filter} has a name and values; a
 * {@link dev.amikit.filter.FilterPattern} is one value with EC2's wild cards.
 *
 * <p>Filters made from typed values, and the queries that take filters, are in
 * {@link dev.amikit.query}.
 */
@NullMarked
package dev.amikit.filter;

import org.jspecify.annotations.NullMarked;

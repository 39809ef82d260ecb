/**
 * How requests narrow what they list: a {@link dev.amikit.filter.Filter} has a name and values, and
 * a {@link dev.amikit.filter.FilterPattern} is one value with EC2's wild cards.
 */
@NullMarked
package dev.amikit.filter;

import org.jspecify.annotations.NullMarked;

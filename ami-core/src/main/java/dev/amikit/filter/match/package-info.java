/**
 * How filters are matched against the attributes of what is listed:
 * {@link dev.amikit.filter.match.Filters} are those that an operation takes, a
 * {@link dev.amikit.filter.match.FilterAttribute} is what one of them looks at, and a
 * {@link dev.amikit.filter.match.CompiledFilter} is one made ready to be asked. No part of the API:
 * it may change with every release.
 */
@NullMarked
package dev.amikit.filter.match;

import org.jspecify.annotations.NullMarked;

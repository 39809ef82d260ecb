/**
 * How filters are matched against the attributes of what is listed. No part of the API: it may
 * change with every release.
 *
 * <ul>
 *   <li>{@link dev.amikit.filter.match.Filters} are those that an operation takes;
 *       {@link dev.amikit.filter.match.FilterRules} are what EC2 asks of them.
 *   <li>A {@link dev.amikit.filter.match.FilterAttribute} is what one of them looks at;
 *       {@link dev.amikit.filter.match.FilterAttributes} makes most of them, and
 *       {@link dev.amikit.filter.match.Timestamps} writes the times among them.
 *   <li>A {@link dev.amikit.filter.match.CompiledFilter} is one made ready to be asked;
 *       {@link dev.amikit.filter.match.AllOf} asks several.
 * </ul>
 */
@NullMarked
package dev.amikit.filter.match;

import org.jspecify.annotations.NullMarked;

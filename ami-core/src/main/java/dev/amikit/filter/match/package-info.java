/**
 * How filters are matched against the attributes of what is listed. No part of the API: it may
 * change with every release.
 */
@NullMarked
package dev.amikit.filter.match;

import org.jspecify.annotations.NullMarked;

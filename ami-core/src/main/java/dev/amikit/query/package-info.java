/** Placeholder until the queries are merged. */
@NullMarked
package dev.amikit.query;

import org.jspecify.annotations.NullMarked;

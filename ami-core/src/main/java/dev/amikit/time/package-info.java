/**
 * How times are reckoned. No part of the API: it may change with every release.
 *
 * <p>An {@link java.time.Instant} ends where its range ends, and throws beyond.
 * {@link dev.amikit.time.Times} stays there instead, so that no clock and no duration is too much.
 */
@NullMarked
package dev.amikit.time;

import org.jspecify.annotations.NullMarked;

/**
 * How a state keeps and finds its resources: persistent tables and sets of rows, and the indexes
 * made of them. No part of the API: it may change with every release.
 */
@NullMarked
package dev.amikit.registry.store;

import org.jspecify.annotations.NullMarked;

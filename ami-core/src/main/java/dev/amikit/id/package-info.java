/**
 * Identifiers as types: images, snapshots, volumes, instances, accounts, Regions, keys and ARNs.
 * {@code of} reads what {@code toString} writes.
 */
@NullMarked
package dev.amikit.id;

import org.jspecify.annotations.NullMarked;

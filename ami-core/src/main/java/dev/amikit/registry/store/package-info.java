/**
 * How a state keeps and finds its resources: a persistent {@link dev.amikit.registry.store.Table},
 * sets of its {@link dev.amikit.registry.store.Rows}, and the
 * {@link dev.amikit.registry.store.ImageIndex} and {@link dev.amikit.registry.store.SnapshotIndex}
 * made of them. An index tells to which rows a query is {@link dev.amikit.registry.store.Narrowed};
 * a {@link dev.amikit.registry.store.Selection} is what lies there. What is only asked for by ID or
 * by owner is {@link dev.amikit.registry.store.Owned}. No part of the API: it may change with every
 * release.
 */
@NullMarked
package dev.amikit.registry.store;

import org.jspecify.annotations.NullMarked;

/**
 * What the operations of several chapters share: the plan that an operation makes, who may do what,
 * and what holds of new images, volumes, snapshots and tags. No part of the API: it may change with
 * every release.
 */
@NullMarked
package dev.amikit.registry.plan;

import org.jspecify.annotations.NullMarked;

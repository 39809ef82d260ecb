/**
 * What the operations of several subjects share: the {@link dev.amikit.registry.plan.Plan} that an
 * operation makes, who may do what ({@link dev.amikit.registry.plan.ImageAccess},
 * {@link dev.amikit.registry.plan.SnapshotAccess}), and what holds of a
 * {@link dev.amikit.registry.plan.NewImages}, a {@link dev.amikit.registry.plan.VolumeFigures}, a
 * {@link dev.amikit.registry.plan.NewSnapshots} and {@link dev.amikit.registry.plan.NewTags}. No
 * part of the API: it may change with every release.
 */
@NullMarked
package dev.amikit.registry.plan;

import org.jspecify.annotations.NullMarked;

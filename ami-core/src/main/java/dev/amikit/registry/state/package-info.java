/**
 * All that a partition holds, as a value that never changes. A
 * {@link dev.amikit.registry.state.PartitionState} has a
 * {@link dev.amikit.registry.state.RegionState} for each Region, which is a set of shelves:
 * {@link dev.amikit.registry.state.Images}, {@link dev.amikit.registry.state.Snapshots},
 * {@link dev.amikit.registry.state.Instances}, {@link dev.amikit.registry.state.Volumes},
 * {@link dev.amikit.registry.state.Accounts}, {@link dev.amikit.registry.state.ForeignTags},
 * {@link dev.amikit.registry.state.ClientTokens} and the {@link dev.amikit.registry.state.Agenda}
 * of what will happen.
 *
 * <p>A {@link dev.amikit.registry.state.RegistryEvent} leads from one state to the next. A
 * {@link dev.amikit.registry.state.Task} goes on in the background and knows what happens when it
 * ends.
 */
@NullMarked
package dev.amikit.registry.state;

import org.jspecify.annotations.NullMarked;

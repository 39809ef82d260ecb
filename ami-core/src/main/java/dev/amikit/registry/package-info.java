/**
 * An EC2 for images and snapshots: the state of a partition, EC2's operations on it, and
 * {@link dev.amikit.registry.InMemoryAmiRegistry} around both.
 *
 * <p>An {@link dev.amikit.registry.operation.Operation} is a value, with the members of EC2's
 * request. It decides in a {@link dev.amikit.registry.operation.Situation}, and changes nothing;
 * what comes of it are {@linkplain dev.amikit.registry.state.RegistryEvent events} and an answer,
 * or a refusal. A {@link dev.amikit.registry.state.PartitionState} is immutable and shares its
 * structure with those before and after it, so keeping one costs nothing. Unlike EC2's, its reads
 * are strongly consistent.
 */
@NullMarked
package dev.amikit.registry;

import org.jspecify.annotations.NullMarked;

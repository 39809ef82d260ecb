/**
 * An EC2 for images and snapshots in your own process.
 *
 * <p>{@link dev.amikit.registry.InMemoryAmiRegistry} holds all accounts and Regions of a partition,
 * and is safe for many threads. It gives three views of itself, two of which are a
 * {@link dev.amikit.registry.Service} as an account sees it in a Region:
 *
 * <ul>
 *   <li>{@link dev.amikit.registry.Ec2}, with a method for each operation of EC2;
 *   <li>{@link dev.amikit.registry.RecycleBin}, with one for each on retention rules;
 *   <li>{@link dev.amikit.registry.Aws}, AWS's own side: tasks that end when told, accounts and
 *       organizations that change, images and snapshots that are put in from elsewhere.
 * </ul>
 *
 * <p>An {@link dev.amikit.registry.operation.Operation} is a value, with the members of EC2's
 * request. It decides in a {@link dev.amikit.registry.operation.Situation}, and changes nothing;
 * what comes of it are {@linkplain dev.amikit.registry.state.RegistryEvent events} and an answer,
 * or a refusal. A {@link dev.amikit.registry.state.PartitionState} is immutable and shares its
 * structure with those before and after it, so keeping one costs nothing. Listeners hear each event
 * as a {@link dev.amikit.registry.RecordedEvent}. Unlike EC2's, reads are strongly consistent.
 */
@NullMarked
package dev.amikit.registry;

import org.jspecify.annotations.NullMarked;

/**
 * What an operation of EC2 is: a value that
 * {@linkplain dev.amikit.registry.operation.Operation#decide decides} in a
 * {@link dev.amikit.registry.operation.Situation} and comes to an
 * {@link dev.amikit.registry.operation.Outcome}. One that only reads is a
 * {@link dev.amikit.registry.operation.ReadOperation}, one that lists a
 * {@link dev.amikit.registry.operation.Listing}.
 *
 * <p>What a registry is built with stands here as well:
 * {@link dev.amikit.registry.operation.RegistrySettings}, with
 * {@link dev.amikit.registry.operation.Quotas}, an {@link dev.amikit.registry.operation.IdSource},
 * a {@link dev.amikit.registry.operation.CompletionPolicy} and what is known of instance types
 * ({@link dev.amikit.registry.operation.InstanceTypeInfo}); and the
 * {@link dev.amikit.registry.operation.TagSpecification} of requests.
 */
@NullMarked
package dev.amikit.registry.operation;

import org.jspecify.annotations.NullMarked;

/**
 * What an operation of EC2 is, and what a registry is built with.
 *
 * <p>An {@link dev.amikit.registry.operation.Operation} is a value that
 * {@linkplain dev.amikit.registry.operation.Operation#decide decides} in a
 * {@link dev.amikit.registry.operation.Situation} and comes to an
 * {@link dev.amikit.registry.operation.Outcome}. One that only reads is a
 * {@link dev.amikit.registry.operation.ReadOperation}, one that lists a
 * {@link dev.amikit.registry.operation.Listing}. {@link dev.amikit.registry.operation.Return} is
 * the answer of those that have nothing to tell but that they succeeded, and a
 * {@link dev.amikit.registry.operation.TagSpecification} is how requests give tags to what they
 * make.
 *
 * <p>{@link dev.amikit.registry.operation.RegistrySettings} are what a registry is built with:
 *
 * <ul>
 *   <li>{@link dev.amikit.registry.operation.Quotas}, what an account can have in a Region;
 *   <li>an {@link dev.amikit.registry.operation.IdSource}, which gives the digits of new IDs;
 *   <li>a {@link dev.amikit.registry.operation.CompletionPolicy} for each kind of work in the
 *       background, when and how it ends;
 *   <li>{@link dev.amikit.registry.operation.InstanceTypeInfo}, what an instance type asks of an
 *       image;
 *   <li>{@link dev.amikit.registry.operation.BillingProduct}, what is billed for a billing product.
 * </ul>
 *
 * <p>What a situation holds is in {@link dev.amikit.registry.state}; the operations themselves are
 * in the packages by subject, such as {@link dev.amikit.registry.image}.
 */
@NullMarked
package dev.amikit.registry.operation;

import org.jspecify.annotations.NullMarked;

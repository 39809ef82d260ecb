/**
 * Generated registries, what happens in them, and what is asked of them: operations together with
 * the situation that they are called in, so that what they refer to is there.
 *
 * <p>A {@link dev.amikit.testkit.arbitrary.registry.Request} is an operation in a situation; a
 * {@link dev.amikit.testkit.arbitrary.registry.RefusedRequest} is one that a rule does not let
 * pass. {@link dev.amikit.testkit.arbitrary.registry.RequestBreakers} makes such requests for every
 * rule of the operations.
 */
@NullMarked
package dev.amikit.testkit.arbitrary.registry;

import org.jspecify.annotations.NullMarked;

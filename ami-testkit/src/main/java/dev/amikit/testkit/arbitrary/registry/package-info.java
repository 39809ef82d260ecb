/**
 * Generated registries, what happens in them, and what is asked of them: operations together with
 * the situation that they are called in, so that what they refer to is there.
 *
 * <p>A {@link dev.amikit.testkit.arbitrary.registry.Request} is an operation in a situation.
 */
@NullMarked
package dev.amikit.testkit.arbitrary.registry;

import org.jspecify.annotations.NullMarked;

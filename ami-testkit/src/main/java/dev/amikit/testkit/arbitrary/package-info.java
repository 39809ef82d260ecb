/**
 * jqwik generators for every public type of the library, old forms and new ones. What they make is
 * valid by construction and shrinks to what one can read.
 *
 * <p>With this module on the path a property just asks: {@code @ForAll Ami ami}. Where it wants
 * images of some kind, {@link dev.amikit.testkit.arbitrary.AmiArbitraries#amis()} narrows down.
 * {@link dev.amikit.testkit.arbitrary.LifeCycleArbitraries} makes commands, and sequences of them.
 * {@link dev.amikit.testkit.arbitrary.RuleBreakers} and
 * {@link dev.amikit.testkit.arbitrary.CommandBreakers} make what must be refused.
 */
@NullMarked
package dev.amikit.testkit.arbitrary;

import org.jspecify.annotations.NullMarked;

/**
 * jqwik generators for every public type that concerns one image or snapshot, old forms and new
 * ones. What they make is valid by construction and shrinks to what one can read.
 *
 * <p>With this module on the path a property just asks: {@code @ForAll Ami ami}.
 * {@link dev.amikit.testkit.arbitrary.AmiArbitraryProvider} tells jqwik how;
 * {@link dev.amikit.testkit.jqwik.AmiDomain} has the types of the library and no others, for
 * {@code @Domain}. Whole registries, and what is asked of them, are made in
 * {@link dev.amikit.testkit.arbitrary.registry}.
 *
 * <ul>
 *   <li>Where a property wants images of some kind,
 *       {@link dev.amikit.testkit.arbitrary.AmiArbitraries#amis()} gives an
 *       {@link dev.amikit.testkit.arbitrary.AmiArbitrary}, which narrows down.
 *       {@link dev.amikit.testkit.arbitrary.SnapshotArbitraries} and
 *       {@link dev.amikit.testkit.arbitrary.SnapshotArbitrary} are the same of snapshots.
 *   <li>Their parts are made by {@link dev.amikit.testkit.arbitrary.IdArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.TagArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.WordArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.DeviceArbitraries} and
 *       {@link dev.amikit.testkit.arbitrary.PermissionArbitraries}.
 *   <li>{@link dev.amikit.testkit.arbitrary.LifeCycleArbitraries} and
 *       {@link dev.amikit.testkit.arbitrary.SnapshotLifeCycleArbitraries} make commands, and
 *       sequences of them, each a {@link dev.amikit.testkit.arbitrary.TimedCommand}.
 *   <li>{@link dev.amikit.testkit.arbitrary.RuleBreakers} and
 *       {@link dev.amikit.testkit.arbitrary.CommandBreakers} make what must be refused: a
 *       {@link dev.amikit.testkit.arbitrary.RuleBreaker} for the rules of values, a
 *       {@link dev.amikit.testkit.arbitrary.RefusedCommand} for those of commands.
 * </ul>
 *
 * <p>What is drawn is asserted on with {@link dev.amikit.testkit.assertion}.
 */
@NullMarked
package dev.amikit.testkit.arbitrary;

import org.jspecify.annotations.NullMarked;

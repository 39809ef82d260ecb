/**
 * jqwik generators for every public type that is a value: images and snapshots, old forms and new
 * ones, what can be done with one, accounts and their settings, queries and their answers. What
 * they make is valid by construction and shrinks to what one can read.
 *
 * <p>With this module on the path a property just asks: {@code @ForAll Ami ami}.
 * {@link dev.amikit.testkit.arbitrary.AmiArbitraryProvider} tells jqwik how;
 * {@link dev.amikit.testkit.jqwik.AmiDomain} has them too, for {@code @Domain}. Both leave all
 * other types to jqwik and to a project's own providers; of the types of the library those of a
 * project are asked first that have a {@code priority()} above 1. Whole registries, and what is
 * asked of them, are made in {@link dev.amikit.testkit.arbitrary.registry}.
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
 *   <li>What stands around them is made by {@link dev.amikit.testkit.arbitrary.AccountArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.AllowedImagesArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.FastLaunchArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.S3Arbitraries},
 *       {@link dev.amikit.testkit.arbitrary.UsageArbitraries} and
 *       {@link dev.amikit.testkit.arbitrary.AdviceArbitraries}.
 *   <li>{@link dev.amikit.testkit.arbitrary.QueryArbitraries} makes queries and where they look,
 *       {@link dev.amikit.testkit.arbitrary.FilterArbitraries} filters,
 *       {@link dev.amikit.testkit.arbitrary.PageArbitraries} pages,
 *       {@link dev.amikit.testkit.arbitrary.VisibilityArbitraries} who asks, and
 *       {@link dev.amikit.testkit.arbitrary.RuleArbitraries} what a refusal says.
 *   <li>{@link dev.amikit.testkit.arbitrary.LifeCycleArbitraries},
 *       {@link dev.amikit.testkit.arbitrary.SnapshotLifeCycleArbitraries} and
 *       {@link dev.amikit.testkit.arbitrary.FastLaunchLifeCycleArbitraries} make commands, and
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

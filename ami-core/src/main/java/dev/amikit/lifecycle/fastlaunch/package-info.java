/**
 * What can be done with fast launch of an image, and what then has happened; as
 * {@link dev.amikit.lifecycle} has it for images. It is about one account and one image, and about
 * what may not be there: a {@link dev.amikit.fastlaunch.FastLaunch} that is disabled is none.
 *
 * <p>A {@link dev.amikit.lifecycle.fastlaunch.FastLaunchCommand} decides and changes nothing; a
 * {@link dev.amikit.lifecycle.fastlaunch.FastLaunchEvent} is a fact, and applying it cannot fail;
 * the {@link dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle} says from which
 * {@link dev.amikit.lifecycle.fastlaunch.FastLaunchStage} to which each
 * {@link dev.amikit.lifecycle.fastlaunch.FastLaunchAction} leads.
 * {@link dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycleRules} lists the rules.
 *
 * <p>The commands, and the events that they come to:
 *
 * <ul>
 *   <li>{@link dev.amikit.lifecycle.fastlaunch.Enable}
 *       ({@link dev.amikit.lifecycle.fastlaunch.FastLaunchEnabling}, or
 *       {@link dev.amikit.lifecycle.fastlaunch.FastLaunchConfigured} where it is enabled already);
 *   <li>{@link dev.amikit.lifecycle.fastlaunch.FinishProvisioning} and
 *       {@link dev.amikit.lifecycle.fastlaunch.FailProvisioning}, which end a round in which
 *       snapshots were made ({@link dev.amikit.lifecycle.fastlaunch.FastLaunchEnabled},
 *       {@link dev.amikit.lifecycle.fastlaunch.FastLaunchFailed});
 *   <li>{@link dev.amikit.lifecycle.fastlaunch.Disable}
 *       ({@link dev.amikit.lifecycle.fastlaunch.FastLaunchDisabling}), then
 *       {@link dev.amikit.lifecycle.fastlaunch.FinishDisabling}
 *       ({@link dev.amikit.lifecycle.fastlaunch.FastLaunchDisabled}) or
 *       {@link dev.amikit.lifecycle.fastlaunch.FailDisabling}
 *       ({@link dev.amikit.lifecycle.fastlaunch.FastLaunchDisablingFailed});
 *   <li>{@link dev.amikit.lifecycle.fastlaunch.LoseImage}, when the image is deregistered.
 * </ul>
 *
 * <p>Time is an argument. The snapshots, the image and who asks are not judged here, but in
 * {@link dev.amikit.registry}.
 */
@NullMarked
package dev.amikit.lifecycle.fastlaunch;

import org.jspecify.annotations.NullMarked;

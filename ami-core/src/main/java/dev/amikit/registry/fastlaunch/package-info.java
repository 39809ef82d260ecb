/**
 * The operations on fast launch of Windows images, named as EC2 names them.
 *
 * <ul>
 *   <li>{@link dev.amikit.registry.fastlaunch.EnableFastLaunch} enables it for an image that the
 *       caller owns or may launch, or sets it up otherwise; snapshots are then made in rounds.
 *   <li>{@link dev.amikit.registry.fastlaunch.DisableFastLaunch} removes the snapshots, and then it
 *       is gone.
 *   <li>{@link dev.amikit.registry.fastlaunch.DescribeFastLaunchImages} tells where it stands, as a
 *       {@link dev.amikit.fastlaunch.FastLaunch} each.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.instance.RunInstances} uses the snapshots. Which account has fast
 * launch of which image, and which snapshots are ready, is in
 * {@link dev.amikit.registry.state.FastLaunches}.
 * {@link dev.amikit.registry.fastlaunch.FastLaunchOperations} lists the rules of these operations
 * alone.
 */
@NullMarked
package dev.amikit.registry.fastlaunch;

import org.jspecify.annotations.NullMarked;

/**
 * Fast launch of Windows images: what EC2 tells of it. A {@link dev.amikit.fastlaunch.FastLaunch}
 * is that an account has fast launch of an image, by a
 * {@link dev.amikit.fastlaunch.FastLaunchConfiguration}, which may name a launch template by a
 * {@link dev.amikit.fastlaunch.LaunchTemplateSpecification}; it is in a
 * {@link dev.amikit.fastlaunch.FastLaunchState}. What can be done with it is in
 * {@link dev.amikit.lifecycle.fastlaunch}. What is prepared is of a
 * {@link dev.amikit.fastlaunch.FastLaunchResourceType}: snapshots.
 */
@NullMarked
package dev.amikit.fastlaunch;

import org.jspecify.annotations.NullMarked;

/**
 * What can be done with one image, and what then has happened. An
 * {@link dev.amikit.lifecycle.AmiCommand} decides and changes nothing; an
 * {@link dev.amikit.lifecycle.AmiEvent} is a fact, and applying it cannot fail; the
 * {@link dev.amikit.lifecycle.LifeCycle} says from which stage to which.
 *
 * <p>{@link dev.amikit.lifecycle.snapshot} has the same of one snapshot. What both lives share is
 * here: {@link dev.amikit.lifecycle.Command}, {@link dev.amikit.lifecycle.Decision},
 * {@link dev.amikit.lifecycle.Event}, and the {@link dev.amikit.lifecycle.TransitionTable}.
 *
 * <p>Time is an argument. What concerns more than one image (names, quotas, snapshots, who asks) is
 * not judged here.
 */
@NullMarked
package dev.amikit.lifecycle;

import org.jspecify.annotations.NullMarked;

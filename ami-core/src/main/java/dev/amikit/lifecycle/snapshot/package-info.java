/**
 * What can be done with one snapshot, and what then has happened; as {@link dev.amikit.lifecycle}
 * has it for images. A {@link dev.amikit.lifecycle.snapshot.SnapshotCommand} decides and changes
 * nothing; a {@link dev.amikit.lifecycle.snapshot.SnapshotEvent} is a fact, and applying it cannot
 * fail; the {@link dev.amikit.lifecycle.snapshot.SnapshotLifeCycle} says from which stage to which.
 *
 * <p>Beside its stage four things of a snapshot change, each by commands of its own:
 *
 * <ul>
 *   <li>its storage tier, by {@code Archive}, {@code RestoreTemporarily},
 *       {@code RestorePermanently}, and what ends such a move or a temporary restore;
 *   <li>its lock, by {@code Lock} and {@code Unlock}; it stands against {@code Delete} alone;
 *   <li>its permissions, by {@code ModifyCreateVolumePermission} and
 *       {@code ResetCreateVolumePermission}; they end in the archive, and rest in the Recycle Bin;
 *   <li>that its deletion was asked for, by {@code Delete} of a pending snapshot, which takes
 *       effect by {@code Complete} or {@code Fail}.
 * </ul>
 *
 * <p>Time is an argument. What concerns more than one snapshot (the images that use it, quotas,
 * block public access, keys, who asks) is not judged here.
 */
@NullMarked
package dev.amikit.lifecycle.snapshot;

import org.jspecify.annotations.NullMarked;

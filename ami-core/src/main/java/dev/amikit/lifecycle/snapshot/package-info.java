/**
 * What can be done with one snapshot, and what then has happened; as {@link dev.amikit.lifecycle}
 * has it for images. A {@link dev.amikit.lifecycle.snapshot.SnapshotCommand} decides and changes
 * nothing; a {@link dev.amikit.lifecycle.snapshot.SnapshotEvent} is a fact, and applying it cannot
 * fail; the {@link dev.amikit.lifecycle.snapshot.SnapshotLifeCycle} says from which
 * {@link dev.amikit.lifecycle.snapshot.SnapshotStage} to which each
 * {@link dev.amikit.lifecycle.snapshot.SnapshotAction} leads.
 * {@link dev.amikit.lifecycle.snapshot.SnapshotLifeCycleRules} lists the rules.
 *
 * <p>Its commands, and the events that they come to: the stage changes by
 * {@link dev.amikit.lifecycle.snapshot.Complete} and {@link dev.amikit.lifecycle.snapshot.Fail}
 * ({@link dev.amikit.lifecycle.snapshot.SnapshotCompleted},
 * {@link dev.amikit.lifecycle.snapshot.SnapshotFailed}); by
 * {@link dev.amikit.lifecycle.snapshot.Delete}
 * ({@link dev.amikit.lifecycle.snapshot.SnapshotDeleted},
 * {@link dev.amikit.lifecycle.snapshot.SnapshotMovedToRecycleBin}); and out of the Recycle Bin by
 * {@link dev.amikit.lifecycle.snapshot.Recover}
 * ({@link dev.amikit.lifecycle.snapshot.SnapshotRecovered}) or
 * {@link dev.amikit.lifecycle.snapshot.Expire}
 * ({@link dev.amikit.lifecycle.snapshot.SnapshotDeleted}).
 *
 * <p>Beside its stage four things of a snapshot change, each by commands of its own:
 *
 * <ul>
 *   <li>its storage tier, by {@link dev.amikit.lifecycle.snapshot.Archive},
 *       {@link dev.amikit.lifecycle.snapshot.RestoreTemporarily} and
 *       {@link dev.amikit.lifecycle.snapshot.RestorePermanently}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotTieringBegun}); by what ends such a move,
 *       {@link dev.amikit.lifecycle.snapshot.FinishArchival}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotArchived}),
 *       {@link dev.amikit.lifecycle.snapshot.FinishTemporaryRestore}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotTemporarilyRestored}),
 *       {@link dev.amikit.lifecycle.snapshot.FinishPermanentRestore}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotPermanentlyRestored}) or
 *       {@link dev.amikit.lifecycle.snapshot.FailTiering}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotTieringFailed}); and by what ends a temporary
 *       restore, {@link dev.amikit.lifecycle.snapshot.EndTemporaryRestore}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotRestoreExpired});
 *   <li>its lock, by {@link dev.amikit.lifecycle.snapshot.Lock} and
 *       {@link dev.amikit.lifecycle.snapshot.Unlock}
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotLocked},
 *       {@link dev.amikit.lifecycle.snapshot.SnapshotUnlocked}); it stands against {@code Delete}
 *       alone;
 *   <li>its permissions, by {@link dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission} and
 *       {@link dev.amikit.lifecycle.snapshot.ResetCreateVolumePermission}
 *       ({@link dev.amikit.lifecycle.snapshot.CreateVolumePermissionsChanged}); they end in the
 *       archive, and rest in the Recycle Bin;
 *   <li>that its deletion was asked for, by {@code Delete} of a pending snapshot
 *       ({@link dev.amikit.lifecycle.snapshot.SnapshotDeletionRequested}), which takes effect by
 *       {@code Complete} or {@code Fail}.
 * </ul>
 *
 * <p>Time is an argument. What concerns more than one snapshot (the images that use it, quotas,
 * block public access, keys, who asks) is not judged here, but in {@link dev.amikit.registry}.
 */
@NullMarked
package dev.amikit.lifecycle.snapshot;

import org.jspecify.annotations.NullMarked;

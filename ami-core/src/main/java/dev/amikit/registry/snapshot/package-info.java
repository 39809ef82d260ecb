/**
 * The operations on snapshots, named as EC2 names them.
 *
 * <p>Snapshots are made by {@link dev.amikit.registry.snapshot.CreateSnapshot} and
 * {@link dev.amikit.registry.snapshot.CopySnapshot}, and end by
 * {@link dev.amikit.registry.snapshot.DeleteSnapshot}. They move between tiers
 * ({@link dev.amikit.registry.snapshot.ModifySnapshotTier},
 * {@link dev.amikit.registry.snapshot.RestoreSnapshotTier}), are locked
 * ({@link dev.amikit.registry.snapshot.LockSnapshot}) and shared
 * ({@link dev.amikit.registry.snapshot.ModifySnapshotAttribute}). What there is tell
 * {@link dev.amikit.registry.snapshot.DescribeSnapshots},
 * {@link dev.amikit.registry.snapshot.DescribeSnapshotAttribute},
 * {@link dev.amikit.registry.snapshot.DescribeSnapshotTierStatus} and
 * {@link dev.amikit.registry.snapshot.DescribeLockedSnapshots}.
 */
@NullMarked
package dev.amikit.registry.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * The operations on snapshots, named as EC2 names them.
 *
 * <ul>
 *   <li>Snapshots are made by {@link dev.amikit.registry.snapshot.CreateSnapshot},
 *       {@link dev.amikit.registry.snapshot.CreateSnapshots} of the volumes that an
 *       {@link dev.amikit.registry.snapshot.InstanceSpecification} names and
 *       {@link dev.amikit.registry.snapshot.CopySnapshot}, and end by
 *       {@link dev.amikit.registry.snapshot.DeleteSnapshot}.
 *   <li>They move between tiers by {@link dev.amikit.registry.snapshot.ModifySnapshotTier} and
 *       {@link dev.amikit.registry.snapshot.RestoreSnapshotTier}, which answer with a
 *       {@link dev.amikit.registry.snapshot.SnapshotTiering} and a
 *       {@link dev.amikit.registry.snapshot.SnapshotRestoration}.
 *   <li>They are locked by {@link dev.amikit.registry.snapshot.LockSnapshot}, no longer by
 *       {@link dev.amikit.registry.snapshot.UnlockSnapshot}.
 *   <li>They are shared by {@link dev.amikit.registry.snapshot.ModifySnapshotAttribute}, no longer
 *       by {@link dev.amikit.registry.snapshot.ResetSnapshotAttribute}.
 *   <li>What there is tell {@link dev.amikit.registry.snapshot.DescribeSnapshots};
 *       {@link dev.amikit.registry.snapshot.DescribeSnapshotAttribute}, with a
 *       {@link dev.amikit.snapshot.SnapshotAttribute} for a
 *       {@link dev.amikit.snapshot.SnapshotAttributeName};
 *       {@link dev.amikit.registry.snapshot.DescribeSnapshotTierStatus}, with a
 *       {@link dev.amikit.registry.snapshot.SnapshotTierStatus} for each; and
 *       {@link dev.amikit.registry.snapshot.DescribeLockedSnapshots}, with
 *       {@link dev.amikit.registry.snapshot.LockedSnapshotsInfo} for each.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.snapshot.SnapshotOperations} lists the rules of these operations
 * alone. The volumes are in {@link dev.amikit.registry.instance}, the way back from deletion is in
 * {@link dev.amikit.registry.recyclebin}.
 */
@NullMarked
package dev.amikit.registry.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * EBS snapshots, which back the images.
 *
 * <p>Start at {@link dev.amikit.snapshot.Snapshot}, the state of a volume at one instant. Then its
 * parts:
 *
 * <ul>
 *   <li>{@link dev.amikit.snapshot.SnapshotState} tells how far it is,
 *       {@link dev.amikit.snapshot.TransferType} how it was copied, and
 *       {@link dev.amikit.snapshot.SseType} is a word that EC2 reserves.
 *   <li>A {@link dev.amikit.snapshot.SnapshotLock} keeps it from being deleted, as strictly as its
 *       {@link dev.amikit.snapshot.LockMode} says; the {@link dev.amikit.snapshot.LockState} tells
 *       how it is locked now.
 *   <li>A {@link dev.amikit.snapshot.StorageTier} is where it is kept; a
 *       {@link dev.amikit.snapshot.TieringOperation} is a move between tiers, and a
 *       {@link dev.amikit.snapshot.TieringOperationStatus} how far that came.
 *   <li>A {@link dev.amikit.snapshot.SnapshotRecycleBinStay} is there while it lies in the Recycle
 *       Bin.
 *   <li>What DescribeSnapshots does not tell of it: a {@link dev.amikit.snapshot.SnapshotAttribute}
 *       tells it by a {@link dev.amikit.snapshot.SnapshotAttributeName}.
 * </ul>
 *
 * <p>What can be done with one is in {@link dev.amikit.lifecycle.snapshot}; the images that use it
 * are in {@link dev.amikit.image}.
 */
@NullMarked
package dev.amikit.snapshot;

import org.jspecify.annotations.NullMarked;

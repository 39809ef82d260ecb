/**
 * The operations of the Recycle Bin. Its rules, a service of their own, are made by
 * {@link dev.amikit.registry.recyclebin.CreateRule}; what lies in the bin is listed by
 * {@link dev.amikit.registry.recyclebin.ListImagesInRecycleBin} and
 * {@link dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin}, and comes back by
 * {@link dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin} and
 * {@link dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin}.
 */
@NullMarked
package dev.amikit.registry.recyclebin;

import org.jspecify.annotations.NullMarked;

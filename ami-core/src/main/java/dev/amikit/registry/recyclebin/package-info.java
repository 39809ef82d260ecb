/**
 * The operations of the Recycle Bin.
 *
 * <ul>
 *   <li>Its rules are a service of their own: {@link dev.amikit.registry.recyclebin.CreateRule},
 *       {@link dev.amikit.registry.recyclebin.UpdateRule} and
 *       {@link dev.amikit.registry.recyclebin.DeleteRule},
 *       {@link dev.amikit.registry.recyclebin.GetRule} and
 *       {@link dev.amikit.registry.recyclebin.ListRules}, with a
 *       {@link dev.amikit.registry.recyclebin.RuleSummary} for each,
 *       {@link dev.amikit.registry.recyclebin.LockRule} and
 *       {@link dev.amikit.registry.recyclebin.UnlockRule}. What they share is in
 *       {@link dev.amikit.registry.recyclebin.RetentionRules}.
 *   <li>What lies in the bin is listed by
 *       {@link dev.amikit.registry.recyclebin.ListImagesInRecycleBin}, with
 *       {@link dev.amikit.registry.recyclebin.ImageRecycleBinInfo} for each, and by
 *       {@link dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin}, with
 *       {@link dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo} for each.
 *   <li>It comes back by {@link dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin} and
 *       {@link dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin}.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.recyclebin.RecycleBinOperations} lists the rules of these
 * operations alone. A {@link dev.amikit.registry.state.RetentionRule} stands in the state; what
 * goes into the bin is deregistered in {@link dev.amikit.registry.image} or deleted in
 * {@link dev.amikit.registry.snapshot}.
 */
@NullMarked
package dev.amikit.registry.recyclebin;

import org.jspecify.annotations.NullMarked;

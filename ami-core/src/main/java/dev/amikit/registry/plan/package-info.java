/**
 * What the operations of several subjects share. No part of the API: it may change with every
 * release.
 *
 * <ul>
 *   <li>A {@link dev.amikit.registry.plan.Plan} is an operation being decided; it looks up what the
 *       request names, refuses, and lets things happen.
 *   <li>Who may do what: {@link dev.amikit.registry.plan.ImageAccess},
 *       {@link dev.amikit.registry.plan.SnapshotAccess} and
 *       {@link dev.amikit.registry.plan.AwsBackup}.
 *   <li>What is made: {@link dev.amikit.registry.plan.NewImages} and
 *       {@link dev.amikit.registry.plan.ImageNames}, {@link dev.amikit.registry.plan.NewSnapshots},
 *       and {@link dev.amikit.registry.plan.NewTags} by {@link dev.amikit.registry.plan.TagRules}.
 *   <li>Devices keep the {@link dev.amikit.registry.plan.DeviceRules}, their volumes have
 *       {@link dev.amikit.registry.plan.VolumeFigures} and a
 *       {@link dev.amikit.registry.plan.VolumeEncryption}, by one of the
 *       {@link dev.amikit.registry.plan.KmsKeys}, in one of the
 *       {@link dev.amikit.registry.plan.Zones}.
 *   <li>Snapshots are used if they are {@link dev.amikit.registry.plan.UsableSnapshots}, copied by
 *       a {@link dev.amikit.registry.plan.SnapshotCopy} with its
 *       {@link dev.amikit.registry.plan.CopyEncryption}, and go by a
 *       {@link dev.amikit.registry.plan.SnapshotRemoval}.
 *   <li>{@link dev.amikit.registry.plan.FastLaunchSnapshots} are made ahead of launches, and used
 *       by them.
 *   <li>A {@link dev.amikit.registry.plan.ClientToken} gives the same request the same answer.
 *   <li>{@link dev.amikit.registry.plan.SharedRules} lists the rules of all these.
 * </ul>
 */
@NullMarked
package dev.amikit.registry.plan;

import org.jspecify.annotations.NullMarked;

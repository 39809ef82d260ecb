/**
 * All that a partition holds, as a value that never changes.
 *
 * <p>A {@link dev.amikit.registry.state.PartitionState} has a
 * {@link dev.amikit.registry.state.RegionState} for each Region, which is a set of shelves:
 *
 * <ul>
 *   <li>{@link dev.amikit.registry.state.Images} and {@link dev.amikit.registry.state.Snapshots},
 *       as their owners have them;
 *   <li>{@link dev.amikit.registry.state.Instances}, each an
 *       {@link dev.amikit.registry.state.Instance} in an
 *       {@link dev.amikit.registry.state.InstanceState}, and
 *       {@link dev.amikit.registry.state.Volumes}, each a {@link dev.amikit.registry.state.Volume}
 *       in a {@link dev.amikit.registry.state.VolumeState}, with a
 *       {@link dev.amikit.registry.state.VolumeAttachment} where an instance has it;
 *   <li>{@link dev.amikit.registry.state.Buckets}, as far as images are stored in them;
 *   <li>{@link dev.amikit.registry.state.FastLaunches}, which accounts have of images;
 *   <li>{@link dev.amikit.registry.state.ImageUsageReports}, with what they counted;
 *   <li>{@link dev.amikit.registry.state.Accounts}: the {@link dev.amikit.account.AccountSettings}
 *       of each, such as its {@link dev.amikit.account.BlockPublicAccess} and who it is
 *       {@linkplain dev.amikit.account.ManagedBy managed by}, and each
 *       {@link dev.amikit.registry.state.RetentionRule} of its Recycle Bin;
 *   <li>{@link dev.amikit.registry.state.ForeignTags}, which accounts attached to images and
 *       snapshots of others, and {@link dev.amikit.registry.state.ClientTokens}, which came with
 *       requests;
 *   <li>the {@link dev.amikit.registry.state.Agenda} of what will happen.
 * </ul>
 *
 * <p>What AWS knows of an account in every Region is its {@link dev.amikit.account.AccountProfile}.
 *
 * <p>A {@link dev.amikit.registry.state.RegistryEvent} leads from one state to the next. It names
 * what happened in full, and refers to no request, so that it can be written down and read by a
 * later version. An image or a snapshot is {@code Created}, and {@code Changed} by an event of its
 * life cycle; what happens to other resources is an
 * {@link dev.amikit.registry.state.InstanceEvent}, a {@link dev.amikit.registry.state.VolumeEvent},
 * a {@link dev.amikit.registry.state.BucketEvent}, a
 * {@link dev.amikit.registry.state.FastLaunchInRegion}, an
 * {@link dev.amikit.registry.state.ImageUsageReportEvent} or a
 * {@link dev.amikit.registry.state.RetentionRuleEvent}. An
 * {@link dev.amikit.registry.state.ImageStateChange} is what EC2 announces of an event. A
 * {@link dev.amikit.registry.state.Task} goes on in the background and knows what happens when it
 * ends: an {@link dev.amikit.registry.state.ImageCreation}, a
 * {@link dev.amikit.registry.state.SnapshotCreation}, a {@link dev.amikit.registry.state.TierMove},
 * an {@link dev.amikit.registry.state.ImageStorage}, a
 * {@link dev.amikit.registry.state.SnapshotProvisioning}, a
 * {@link dev.amikit.registry.state.SnapshotCleanUp}, an
 * {@link dev.amikit.registry.state.ImageUsageCount}, a
 * {@link dev.amikit.registry.state.LaunchReport} or an
 * {@link dev.amikit.registry.state.ImagePurge}.
 *
 * <p>What happens is decided by operations, of {@link dev.amikit.registry.operation}, and kept by a
 * {@link dev.amikit.registry.InMemoryAmiRegistry}.
 */
@NullMarked
package dev.amikit.registry.state;

import org.jspecify.annotations.NullMarked;

/**
 * The operations on instances and volumes, as far as images and snapshots need them, named as EC2
 * names them.
 *
 * <ul>
 *   <li>Instances are launched by {@link dev.amikit.registry.instance.RunInstances}, which answers
 *       with a {@link dev.amikit.registry.instance.Reservation}, stopped and started by
 *       {@link dev.amikit.registry.instance.StopInstances} and
 *       {@link dev.amikit.registry.instance.StartInstances}, and end by
 *       {@link dev.amikit.registry.instance.TerminateInstances}; these three answer with an
 *       {@link dev.amikit.registry.instance.InstanceStateChange} for each instance.
 *   <li>Volumes are made by {@link dev.amikit.registry.instance.CreateVolume}, given and taken by
 *       {@link dev.amikit.registry.instance.AttachVolume} and
 *       {@link dev.amikit.registry.instance.DetachVolume}, which answer with a
 *       {@link dev.amikit.registry.instance.VolumeAttachmentChange}, and end by
 *       {@link dev.amikit.registry.instance.DeleteVolume}.
 *   <li>What there is tell {@link dev.amikit.registry.instance.DescribeInstances},
 *       {@link dev.amikit.registry.instance.DescribeVolumes} and
 *       {@link dev.amikit.registry.instance.DescribeInstanceImageMetadata}, which answers with
 *       {@link dev.amikit.registry.instance.InstanceImageMetadata} for each instance, and in it the
 *       {@link dev.amikit.registry.instance.ImageMetadata} of its image.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.instance.InstanceOperations} lists the rules of these operations
 * alone. What an instance and a volume are stands in {@link dev.amikit.registry.state}.
 */
@NullMarked
package dev.amikit.registry.instance;

import org.jspecify.annotations.NullMarked;

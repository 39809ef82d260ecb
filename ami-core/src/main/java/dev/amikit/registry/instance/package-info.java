/**
 * The operations on instances and volumes, as far as images and snapshots need them, named as EC2
 * names them.
 *
 * <ul>
 *   <li>Instances are launched by {@link dev.amikit.registry.instance.RunInstances}, stopped and
 *       started by {@link dev.amikit.registry.instance.StopInstances} and
 *       {@link dev.amikit.registry.instance.StartInstances}, and end by
 *       {@link dev.amikit.registry.instance.TerminateInstances}.
 *   <li>Volumes are made by {@link dev.amikit.registry.instance.CreateVolume}, given and taken by
 *       {@link dev.amikit.registry.instance.AttachVolume} and
 *       {@link dev.amikit.registry.instance.DetachVolume}, and end by
 *       {@link dev.amikit.registry.instance.DeleteVolume}.
 *   <li>What there is tell {@link dev.amikit.registry.instance.DescribeInstances},
 *       {@link dev.amikit.registry.instance.DescribeVolumes} and
 *       {@link dev.amikit.registry.instance.DescribeInstanceImageMetadata}, which answers with
 *       {@link dev.amikit.registry.instance.InstanceImageMetadata} for each instance.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.instance.InstanceOperations} lists the rules of these operations
 * alone. What an instance and a volume are stands in {@link dev.amikit.registry.state}.
 */
@NullMarked
package dev.amikit.registry.instance;

import org.jspecify.annotations.NullMarked;

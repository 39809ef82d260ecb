/**
 * The operations on instances and volumes, as far as images and snapshots need them, named as EC2
 * names them: {@link dev.amikit.registry.instance.RunInstances},
 * {@link dev.amikit.registry.instance.StopInstances},
 * {@link dev.amikit.registry.instance.StartInstances},
 * {@link dev.amikit.registry.instance.TerminateInstances};
 * {@link dev.amikit.registry.instance.CreateVolume},
 * {@link dev.amikit.registry.instance.AttachVolume},
 * {@link dev.amikit.registry.instance.DetachVolume}; and what there is,
 * {@link dev.amikit.registry.instance.DescribeInstances} and
 * {@link dev.amikit.registry.instance.DescribeInstanceImageMetadata}.
 */
@NullMarked
package dev.amikit.registry.instance;

import org.jspecify.annotations.NullMarked;

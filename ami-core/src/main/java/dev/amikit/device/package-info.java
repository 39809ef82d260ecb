/**
 * Where the disks of an instance come from. Sizes are in GiB (2<sup>30</sup> bytes), throughput is
 * in MiB/s.
 *
 * <ul>
 *   <li>A {@link dev.amikit.device.BlockDeviceMapping} is one device: a
 *       {@link dev.amikit.device.DeviceName}, and what is to be found there.
 *   <li>An {@link dev.amikit.device.EbsBlockDevice} is the EBS volume that EC2 makes for a device.
 *   <li>A {@link dev.amikit.device.VolumeType} is the type of such a volume, and
 *       {@link dev.amikit.device.VolumeLimits} tells how large and how fast one of that type can
 *       be.
 * </ul>
 *
 * <p>The mapping of an image is a member of {@link dev.amikit.image.Ami}; the snapshots that it
 * names are in {@link dev.amikit.snapshot}.
 */
@NullMarked
package dev.amikit.device;

import org.jspecify.annotations.NullMarked;

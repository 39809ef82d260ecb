/**
 * Machine images.
 *
 * <p>Start at {@link dev.amikit.image.Ami}, which holds every image that EC2 can answer with and no
 * other. Then its parts:
 *
 * <ul>
 *   <li>What it is: {@link dev.amikit.image.ImageName}, {@link dev.amikit.image.ImageType} and
 *       {@link dev.amikit.image.Platform}.
 *   <li>Where it stands: its {@link dev.amikit.image.AmiState}, and the
 *       {@link dev.amikit.image.StateReason} that tells why; a
 *       {@link dev.amikit.image.RecycleBinStay} while it lies in the Recycle Bin; and its
 *       {@link dev.amikit.image.DeregistrationProtection}.
 *   <li>What it runs on and asks for, each a word of EC2's: {@link dev.amikit.image.Architecture},
 *       {@link dev.amikit.image.VirtualizationType}, {@link dev.amikit.image.Hypervisor},
 *       {@link dev.amikit.image.BootMode}, {@link dev.amikit.image.TpmSupport},
 *       {@link dev.amikit.image.ImdsSupport}, {@link dev.amikit.image.SriovNetSupport}, and the
 *       {@link dev.amikit.image.DeviceType} of its root.
 *   <li>Where it comes from: an {@link dev.amikit.image.ImageWatermark} passes to every image made
 *       from a marked one; a {@link dev.amikit.image.WatermarkKey} identifies it.
 *   <li>What DescribeImages does not tell of it: an {@link dev.amikit.image.ImageAttribute} tells
 *       it by an {@link dev.amikit.image.ImageAttributeName}.
 * </ul>
 *
 * <p>Its disks are in {@link dev.amikit.device}, its permissions in {@link dev.amikit.permission}.
 * What can be done with one is in {@link dev.amikit.lifecycle}.
 */
@NullMarked
package dev.amikit.image;

import org.jspecify.annotations.NullMarked;

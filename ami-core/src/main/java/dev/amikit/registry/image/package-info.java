/**
 * The operations on images, named as EC2 names them.
 *
 * <ul>
 *   <li>Images are made by {@link dev.amikit.registry.image.RegisterImage},
 *       {@link dev.amikit.registry.image.CreateImage} and
 *       {@link dev.amikit.registry.image.CopyImage}, and end by
 *       {@link dev.amikit.registry.image.DeregisterImage}, which tells by a
 *       {@link dev.amikit.registry.image.DeleteSnapshotReturnCode} what became of each snapshot
 *       that was to be deleted with it.
 *   <li>They cannot be launched after {@link dev.amikit.registry.image.DisableImage}, and can again
 *       after {@link dev.amikit.registry.image.EnableImage}.
 *   <li>They are deprecated by {@link dev.amikit.registry.image.EnableImageDeprecation}, no longer
 *       by {@link dev.amikit.registry.image.DisableImageDeprecation}.
 *   <li>They are protected by
 *       {@link dev.amikit.registry.image.EnableImageDeregistrationProtection}, no longer by
 *       {@link dev.amikit.registry.image.DisableImageDeregistrationProtection}.
 *   <li>They get and lose watermarks by {@link dev.amikit.registry.image.AttachImageWatermark} and
 *       {@link dev.amikit.registry.image.DetachImageWatermark}.
 *   <li>They are shared and described by {@link dev.amikit.registry.image.ModifyImageAttribute};
 *       their owner takes all launch permissions back by
 *       {@link dev.amikit.registry.image.ResetImageAttribute}, another account gives up its own by
 *       {@link dev.amikit.registry.image.CancelImageLaunchPermission}.
 *   <li>What there is tell {@link dev.amikit.registry.image.DescribeImages};
 *       {@link dev.amikit.registry.image.DescribeImageAttribute}, with an
 *       {@link dev.amikit.image.ImageAttribute} for an {@link dev.amikit.image.ImageAttributeName};
 *       and {@link dev.amikit.registry.image.GetImageAncestry}, with an
 *       {@link dev.amikit.registry.image.ImageAncestryEntry} for each image in the line.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.image.ImageOperations} lists the rules of these operations alone.
 * Their snapshots are in {@link dev.amikit.registry.snapshot}, their launches in
 * {@link dev.amikit.registry.instance}, their way back in {@link dev.amikit.registry.recyclebin}.
 */
@NullMarked
package dev.amikit.registry.image;

import org.jspecify.annotations.NullMarked;

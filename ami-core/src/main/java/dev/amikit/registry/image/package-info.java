/**
 * The operations on images, named as EC2 names them.
 *
 * <p>Images are made by {@link dev.amikit.registry.image.RegisterImage},
 * {@link dev.amikit.registry.image.CreateImage} and {@link dev.amikit.registry.image.CopyImage},
 * and end by {@link dev.amikit.registry.image.DeregisterImage}. What they may be used for changes
 * by {@link dev.amikit.registry.image.DisableImage} and
 * {@link dev.amikit.registry.image.EnableImage}, deprecation
 * ({@link dev.amikit.registry.image.EnableImageDeprecation}), deregistration protection
 * ({@link dev.amikit.registry.image.EnableImageDeregistrationProtection}) and watermarks
 * ({@link dev.amikit.registry.image.AttachImageWatermark}). Attributes and sharing are
 * {@link dev.amikit.registry.image.ModifyImageAttribute},
 * {@link dev.amikit.registry.image.ResetImageAttribute},
 * {@link dev.amikit.registry.image.DescribeImageAttribute} and
 * {@link dev.amikit.registry.image.CancelImageLaunchPermission}. What there is tell
 * {@link dev.amikit.registry.image.DescribeImages} and
 * {@link dev.amikit.registry.image.GetImageAncestry}.
 */
@NullMarked
package dev.amikit.registry.image;

import org.jspecify.annotations.NullMarked;

/**
 * Allowed AMIs: which images of others an account sees and launches.
 *
 * <ul>
 *   <li>{@link dev.amikit.allowed.AllowedImagesSettings} is the setting of an account in a Region:
 *       a state, and criteria.
 *   <li>An image is allowed if it meets one {@link dev.amikit.allowed.ImageCriterion}.
 *   <li>An {@link dev.amikit.allowed.ImageWatermarkFilter} is what a criterion asks of a watermark.
 * </ul>
 *
 * <p>A {@link dev.amikit.visibility.Viewer} has such a setting; the operations that change it are
 * in {@link dev.amikit.registry.account}.
 */
@NullMarked
package dev.amikit.allowed;

import org.jspecify.annotations.NullMarked;

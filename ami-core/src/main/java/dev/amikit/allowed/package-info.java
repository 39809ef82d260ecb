/**
 * Allowed AMIs: which images of others an account sees and launches. The setting is
 * {@link dev.amikit.allowed.AllowedImagesSettings}; an image is allowed if it meets one
 * {@link dev.amikit.allowed.ImageCriterion}.
 */
@NullMarked
package dev.amikit.allowed;

import org.jspecify.annotations.NullMarked;

/**
 * Who uses images: an {@link dev.amikit.usage.ImageUsageReport} on one image, in an
 * {@link dev.amikit.usage.ImageUsageReportState}, and what it counted, an
 * {@link dev.amikit.usage.ImageUsageReportEntry} for each account. Which resources count is asked
 * for by {@link dev.amikit.usage.ResourceTypeRequest}s, of an
 * {@link dev.amikit.usage.ImageReferenceResourceType} each, with
 * {@link dev.amikit.usage.ResourceTypeOption}s. Which resources of an account refer to an image is
 * told by a {@link dev.amikit.usage.ResourceReference} each.
 *
 * <p>The operations are in {@link dev.amikit.registry.usage}.
 */
@NullMarked
package dev.amikit.usage;

import org.jspecify.annotations.NullMarked;

/**
 * The operations that tell who uses images, named as EC2 names them.
 *
 * <ul>
 *   <li>{@link dev.amikit.registry.usage.CreateImageUsageReport} begins to count in which other
 *       accounts an image is used; {@link dev.amikit.registry.usage.DescribeImageUsageReports}
 *       tells how far that came, and
 *       {@link dev.amikit.registry.usage.DescribeImageUsageReportEntries} what it counted.
 *       {@link dev.amikit.registry.usage.DeleteImageUsageReport} deletes a report before its 30
 *       days are over.
 *   <li>{@link dev.amikit.registry.usage.DescribeImageReferences} tells which resources of the
 *       caller refer to images.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.usage.UsageOperations} lists the rules of these operations alone.
 * What they tell is in {@link dev.amikit.usage}.
 */
@NullMarked
package dev.amikit.registry.usage;

import org.jspecify.annotations.NullMarked;

/**
 * Identifiers as types, so that no ID is taken for another. {@code of} reads what {@code toString}
 * writes.
 *
 * <ul>
 *   <li>A {@link dev.amikit.id.ResourceId} is the ID of something that EC2 keeps:
 *       {@link dev.amikit.id.ImageId}, {@link dev.amikit.id.SnapshotId},
 *       {@link dev.amikit.id.InstanceId}, {@link dev.amikit.id.VolumeId} or
 *       {@link dev.amikit.id.ImageUsageReportId}. An old image may also name the kernel and the RAM
 *       disk that it boots with, by {@link dev.amikit.id.KernelId} and
 *       {@link dev.amikit.id.RamdiskId}. All these are a {@link dev.amikit.id.HexId}: a prefix and
 *       hexadecimal digits.
 *   <li>A {@link dev.amikit.id.TaskSubject} is what a task in the background works on: one of
 *       these, an object in S3, which is named by an {@link dev.amikit.id.S3ObjectId}, or the fast
 *       launch of an image for an account, by a {@link dev.amikit.id.FastLaunchId}.
 *   <li>A launch names its image by an {@link dev.amikit.id.ImageReference}: its ID, or an
 *       {@link dev.amikit.id.ImageParameter} that holds it.
 *   <li>Whose something is: an {@link dev.amikit.id.AccountId} of 12 digits; the
 *       {@link dev.amikit.id.OwnerAlias} that AWS gives to some owners; and a
 *       {@link dev.amikit.id.UserId}, the account or word by which a query names either.
 *   <li>Where an account stands in AWS Organizations: an {@link dev.amikit.id.OrganizationPath},
 *       made of an {@link dev.amikit.id.OrganizationArn} and every
 *       {@link dev.amikit.id.OrganizationalUnitArn} above it.
 *   <li>Where something is, and how AWS names it: a {@link dev.amikit.id.Region} and an
 *       {@link dev.amikit.id.Arn}.
 *   <li>What else is named: a KMS key, by a {@link dev.amikit.id.KmsKeyId}; and a paid product, by
 *       a {@link dev.amikit.id.ProductCode} with its {@link dev.amikit.id.ProductCodeType}.
 * </ul>
 *
 * <p>Go on to {@link dev.amikit.permission} and {@link dev.amikit.image}, which are made of these.
 */
@NullMarked
package dev.amikit.id;

import org.jspecify.annotations.NullMarked;

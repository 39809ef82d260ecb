/**
 * The operations by which an account sets up EC2 in a Region, named as EC2 names them.
 *
 * <ul>
 *   <li>Block public access of images:
 *       {@link dev.amikit.registry.account.EnableImageBlockPublicAccess},
 *       {@link dev.amikit.registry.account.DisableImageBlockPublicAccess} and
 *       {@link dev.amikit.registry.account.GetImageBlockPublicAccessState}.
 *   <li>The same of snapshots: {@link dev.amikit.registry.account.EnableSnapshotBlockPublicAccess},
 *       {@link dev.amikit.registry.account.DisableSnapshotBlockPublicAccess} and
 *       {@link dev.amikit.registry.account.GetSnapshotBlockPublicAccessState}. What is set now is
 *       told as a {@link dev.amikit.registry.account.BlockPublicAccessState}, here and there.
 *   <li>Allowed AMIs: {@link dev.amikit.registry.account.EnableAllowedImagesSettings} and
 *       {@link dev.amikit.registry.account.DisableAllowedImagesSettings};
 *       {@link dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings}; and
 *       {@link dev.amikit.registry.account.GetAllowedImagesSettings}, which tells an
 *       {@link dev.amikit.registry.account.AllowedImagesState}.
 *   <li>Encryption by default: {@link dev.amikit.registry.account.EnableEbsEncryptionByDefault},
 *       {@link dev.amikit.registry.account.DisableEbsEncryptionByDefault} and
 *       {@link dev.amikit.registry.account.GetEbsEncryptionByDefault}.
 *   <li>The key that is taken when none is named:
 *       {@link dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId},
 *       {@link dev.amikit.registry.account.ResetEbsDefaultKmsKeyId} and
 *       {@link dev.amikit.registry.account.GetEbsDefaultKmsKeyId}.
 * </ul>
 *
 * <p>{@link dev.amikit.registry.account.AccountOperations} lists the rules of these operations
 * alone. What they change is {@link dev.amikit.account.AccountSettings}; the criteria of Allowed
 * AMIs are in {@link dev.amikit.allowed}.
 */
@NullMarked
package dev.amikit.registry.account;

import org.jspecify.annotations.NullMarked;

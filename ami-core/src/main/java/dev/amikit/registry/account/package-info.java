/**
 * The operations by which an account sets up EC2 in a Region: block public access of images
 * ({@link dev.amikit.registry.account.EnableImageBlockPublicAccess}) and of snapshots
 * ({@link dev.amikit.registry.account.EnableSnapshotBlockPublicAccess}), Allowed AMIs
 * ({@link dev.amikit.registry.account.EnableAllowedImagesSettings}), and encryption by default
 * ({@link dev.amikit.registry.account.EnableEbsEncryptionByDefault},
 * {@link dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId}).
 */
@NullMarked
package dev.amikit.registry.account;

import org.jspecify.annotations.NullMarked;

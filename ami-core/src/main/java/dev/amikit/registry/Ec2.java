package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;

/**
 * EC2 as one account sees it in one Region. Every operation of EC2 has a method of its name; one
 * that is refused throws {@link dev.amikit.rule.RefusedException}, and has changed nothing.
 */
public final class Ec2 {
  private final InMemoryAmiRegistry registry;
  private final AccountId caller;
  private final Region region;

  Ec2(InMemoryAmiRegistry registry, AccountId caller, Region region) {
    this.registry = registry;
    this.caller = caller;
    this.region = region;
  }

  /**
   * Carries out an operation.
   *
   * @param <R> what the operation answers with
   * @param operation the operation
   * @return the answer
   * @throws dev.amikit.rule.RefusedException if it is refused
   */
  public <R> R call(Operation<R> operation) {
    return registry.call(caller, region, operation);
  }

  /** {@return the account that asks} */
  public AccountId caller() {
    return caller;
  }

  /** {@return the Region that is asked} */
  public Region region() {
    return region;
  }

  /**
   * {@code DisableImage}.
   *
   * @param imageId the image
   */
  public void disableImage(ImageId imageId) {
    call(new DisableImage(imageId));
  }

  /**
   * {@code EnableImage}.
   *
   * @param imageId the image
   */
  public void enableImage(ImageId imageId) {
    call(new EnableImage(imageId));
  }

  // Making images

  /**
   * {@code CopyImage}.
   *
   * @param request the image, and what the copy is to be
   * @return the copy
   */
  public ImageId copyImage(CopyImage request) {
    return call(request);
  }

  // Instances

  // Snapshots

  /**
   * {@code CreateSnapshot}.
   *
   * @param request the volume, and what to say of the snapshot
   * @return the snapshot, pending
   */
  public Snapshot createSnapshot(CreateSnapshot request) {
    return call(request);
  }

  /**
   * {@code CopySnapshot}.
   *
   * @param request the snapshot, and what the copy is to be
   * @return the copy
   */
  public SnapshotId copySnapshot(CopySnapshot request) {
    return call(request);
  }

  /**
   * {@code DeleteSnapshot}.
   *
   * @param snapshotId the snapshot
   */
  public void deleteSnapshot(SnapshotId snapshotId) {
    call(new DeleteSnapshot(snapshotId));
  }

  /**
   * {@code ModifySnapshotAttribute}.
   *
   * @param request the snapshot, and the permissions to be added or removed
   */
  public void modifySnapshotAttribute(ModifySnapshotAttribute request) {
    call(request);
  }

  /**
   * {@code ResetSnapshotAttribute}.
   *
   * @param snapshotId the snapshot
   * @param attribute the attribute
   */
  public void resetSnapshotAttribute(SnapshotId snapshotId, SnapshotAttribute attribute) {
    call(new ResetSnapshotAttribute(snapshotId, attribute));
  }

  /**
   * {@code DescribeSnapshotAttribute}.
   *
   * @param snapshotId the snapshot
   * @param attribute the attribute
   * @return the attribute
   */
  public DescribeSnapshotAttribute.Answer describeSnapshotAttribute(
      SnapshotId snapshotId, SnapshotAttribute attribute) {
    return call(new DescribeSnapshotAttribute(snapshotId, attribute));
  }

  /**
   * {@code ModifySnapshotTier}.
   *
   * @param snapshotId the snapshot
   * @param storageTier the tier, {@code archive}
   */
  public void modifySnapshotTier(SnapshotId snapshotId, StorageTier storageTier) {
    call(new ModifySnapshotTier(snapshotId, storageTier));
  }

  /**
   * {@code RestoreSnapshotTier}.
   *
   * @param request the snapshot, and for how long
   */
  public void restoreSnapshotTier(RestoreSnapshotTier request) {
    call(request);
  }

  /**
   * {@code DescribeSnapshotTierStatus}.
   *
   * @param snapshotIds snapshots of the caller; none for all
   * @return in which tiers they are
   */
  public ImmutableList<DescribeSnapshotTierStatus.SnapshotTierStatus> describeSnapshotTierStatus(
      SnapshotId... snapshotIds) {
    return call(new DescribeSnapshotTierStatus(ImmutableSet.copyOf(snapshotIds)));
  }

  /**
   * {@code LockSnapshot}.
   *
   * @param request the snapshot, and how it is to be locked
   * @return how it is locked
   */
  public LockedSnapshot lockSnapshot(LockSnapshot request) {
    return call(request);
  }

  /**
   * {@code UnlockSnapshot}.
   *
   * @param snapshotId the snapshot
   */
  public void unlockSnapshot(SnapshotId snapshotId) {
    call(new UnlockSnapshot(snapshotId));
  }

  /**
   * {@code DescribeLockedSnapshots}.
   *
   * @param snapshotIds snapshots of the caller; none for all
   * @return those that are or were locked
   */
  public ImmutableList<LockedSnapshot> describeLockedSnapshots(SnapshotId... snapshotIds) {
    return call(new DescribeLockedSnapshots(ImmutableSet.copyOf(snapshotIds)));
  }

  // Encryption

  /** {@code EnableEbsEncryptionByDefault}. */
  public void enableEbsEncryptionByDefault() {
    call(new EnableEbsEncryptionByDefault());
  }

  /** {@code DisableEbsEncryptionByDefault}. */
  public void disableEbsEncryptionByDefault() {
    call(new DisableEbsEncryptionByDefault());
  }

  /**
   * {@code GetEbsEncryptionByDefault}.
   *
   * @return whether it is enabled
   */
  public boolean getEbsEncryptionByDefault() {
    return call(new GetEbsEncryptionByDefault());
  }

  /**
   * {@code ModifyEbsDefaultKmsKeyId}.
   *
   * @param kmsKeyId the key
   * @return its ARN
   */
  public KmsKeyId modifyEbsDefaultKmsKeyId(KmsKeyId kmsKeyId) {
    return call(new ModifyEbsDefaultKmsKeyId(kmsKeyId));
  }

  /**
   * {@code ResetEbsDefaultKmsKeyId}.
   *
   * @return the ARN of AWS's own key
   */
  public KmsKeyId resetEbsDefaultKmsKeyId() {
    return call(new ResetEbsDefaultKmsKeyId());
  }

  /**
   * {@code GetEbsDefaultKmsKeyId}.
   *
   * @return the ARN of the key
   */
  public KmsKeyId getEbsDefaultKmsKeyId() {
    return call(new GetEbsDefaultKmsKeyId());
  }

  // Attributes and permissions

  // Deprecation, protection, watermarks, ancestry

  // Tags

  // Account settings

  // Recycle Bin

  /**
   * {@code DeregisterImage}, with its snapshots kept.
   *
   * @param imageId the image
   */
  public void deregisterImage(ImageId imageId) {
    call(new DeregisterImage(imageId, false));
  }

  /**
   * {@code DeregisterImage}.
   *
   * @param request the request
   * @return what became of the snapshots that were to be deleted
   */
  public ImmutableList<DeregisterImage.DeletedSnapshot> deregisterImage(DeregisterImage request) {
    return call(request);
  }

  /** {@return {@code ListImagesInRecycleBin}: the caller's images in the Recycle Bin} */
  public ImmutableList<ListImagesInRecycleBin.BinnedImage> listImagesInRecycleBin() {
    return call(new ListImagesInRecycleBin(ImmutableSet.of()));
  }

  /** {@return {@code ListSnapshotsInRecycleBin}: the caller's snapshots in the Recycle Bin} */
  public ImmutableList<ListSnapshotsInRecycleBin.BinnedSnapshot> listSnapshotsInRecycleBin() {
    return call(new ListSnapshotsInRecycleBin(ImmutableSet.of()));
  }

  /**
   * {@code RestoreImageFromRecycleBin}.
   *
   * @param imageId the image
   */
  public void restoreImageFromRecycleBin(ImageId imageId) {
    call(new RestoreImageFromRecycleBin(imageId));
  }

  /**
   * {@code RestoreSnapshotFromRecycleBin}.
   *
   * @param snapshotId the snapshot
   */
  public void restoreSnapshotFromRecycleBin(SnapshotId snapshotId) {
    call(new RestoreSnapshotFromRecycleBin(snapshotId));
  }

  /**
   * {@code CreateRule} of the Recycle Bin.
   *
   * @param request the request
   * @return the rule
   */
  public RetentionRule createRetentionRule(CreateRetentionRule request) {
    return call(request);
  }

  // Queries
}

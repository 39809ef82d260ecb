package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.Answer;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.account.DisableAllowedImagesSettings;
import dev.amikit.registry.account.DisableEbsEncryptionByDefault;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.account.DisableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableEbsEncryptionByDefault;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetEbsDefaultKmsKeyId;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.account.GetSnapshotBlockPublicAccessState;
import dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.account.ResetEbsDefaultKmsKeyId;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DescribeImageAttribute;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DetachImageWatermark;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.image.ImageAttribute;
import dev.amikit.registry.image.ImageAttributeName;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.recyclebin.CreateRetentionRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.LockedSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.SnapshotAttribute;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.BlockPublicAccess;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    requireNonNull(operation, "operation");
    return registry.call(caller, region, operation);
  }

  private <T> ImmutableList<T> all(Listing<T> listing) {
    return ImmutableList.copyOf(call(listing).all());
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
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * {@code RegisterImage}.
   *
   * @param request the request
   * @return the ID of the new image
   */
  public ImageId registerImage(RegisterImage request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * {@code CreateImage}.
   *
   * @param request the request
   * @return the ID of the new image
   */
  public ImageId createImage(CreateImage request) {
    requireNonNull(request, "request");
    return call(request);
  }

  // Instances

  /**
   * {@code RunInstances}.
   *
   * @param request the request
   * @return the instances
   */
  public ImmutableList<Instance> runInstances(RunInstances request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * {@code StartInstances}, of one instance.
   *
   * @param instanceId the instance
   * @return the instance as it is now
   */
  public Instance startInstances(InstanceId instanceId) {
    return call(new StartInstances(instanceId));
  }

  /**
   * {@code StopInstances}, of one instance.
   *
   * @param instanceId the instance
   * @return the instance as it is now
   */
  public Instance stopInstances(InstanceId instanceId) {
    return call(new StopInstances(instanceId));
  }

  /**
   * {@code TerminateInstances}, of one instance.
   *
   * @param instanceId the instance
   * @return the instance as it is now
   */
  public Instance terminateInstances(InstanceId instanceId) {
    return call(new TerminateInstances(instanceId));
  }

  /**
   * {@code DescribeInstances}.
   *
   * @param instanceIds the instances; none for all
   * @return the instances, by ID
   */
  public ImmutableList<Instance> describeInstances(InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return call(new DescribeInstances(ImmutableSet.copyOf(instanceIds)));
  }

  /**
   * {@code DescribeInstanceImageMetadata}.
   *
   * @param instanceIds the instances; none for all
   * @return what they were launched from, by ID
   */
  public ImmutableList<InstanceImageMetadata> describeInstanceImageMetadata(
      InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return all(new DescribeInstanceImageMetadata(ImmutableSet.copyOf(instanceIds)));
  }

  /**
   * {@code DescribeInstanceImageMetadata}.
   *
   * @param request which instances, and which page
   * @return a page of what they were launched from, by ID
   */
  public Answer.Page<InstanceImageMetadata> describeInstanceImageMetadata(
      DescribeInstanceImageMetadata request) {
    requireNonNull(request, "request");
    return registry.list(caller, region, request);
  }

  /**
   * {@code CreateVolume}.
   *
   * @param ebs the volume as a mapping would describe it
   * @return the volume
   */
  public Volume createVolume(EbsBlockDevice ebs) {
    return createVolume(new CreateVolume(ebs));
  }

  /**
   * {@code CreateVolume}.
   *
   * @param request the volume and its tags
   * @return the volume
   */
  public Volume createVolume(CreateVolume request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * {@code AttachVolume}.
   *
   * @param volumeId the volume
   * @param instanceId the instance
   * @param device the name of the device
   * @return the instance as it is now
   */
  public Instance attachVolume(VolumeId volumeId, InstanceId instanceId, DeviceName device) {
    return call(new AttachVolume(volumeId, instanceId, device));
  }

  /**
   * {@code DetachVolume}.
   *
   * @param volumeId the volume
   * @param instanceId the instance
   * @return the instance as it is now
   */
  public Instance detachVolume(VolumeId volumeId, InstanceId instanceId) {
    return call(new DetachVolume(volumeId, instanceId));
  }

  // Snapshots

  /**
   * {@code CreateSnapshot}.
   *
   * @param request the volume, and what to say of the snapshot
   * @return the snapshot, pending
   */
  public Snapshot createSnapshot(CreateSnapshot request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * {@code CopySnapshot}.
   *
   * @param request the snapshot, and what the copy is to be
   * @return the copy
   */
  public SnapshotId copySnapshot(CopySnapshot request) {
    requireNonNull(request, "request");
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
    requireNonNull(request, "request");
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
    requireNonNull(request, "request");
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
    requireNonNull(snapshotIds, "snapshotIds");
    return call(new DescribeSnapshotTierStatus(ImmutableSet.copyOf(snapshotIds)));
  }

  /**
   * {@code LockSnapshot}.
   *
   * @param request the snapshot, and how it is to be locked
   * @return how it is locked
   */
  public LockedSnapshot lockSnapshot(LockSnapshot request) {
    requireNonNull(request, "request");
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
    requireNonNull(snapshotIds, "snapshotIds");
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

  /**
   * {@code ModifyImageAttribute}.
   *
   * @param request which image, and what to change
   */
  public void modifyImageAttribute(ModifyImageAttribute request) {
    requireNonNull(request, "request");
    call(request);
  }

  /**
   * {@code ModifyImageAttribute} of the launch permissions.
   *
   * @param imageId the image
   * @param change the permissions to give and to take
   */
  public void modifyImageAttribute(ImageId imageId, ModifyLaunchPermission change) {
    call(ModifyImageAttribute.of(imageId, change));
  }

  /**
   * {@code DescribeImageAttribute}.
   *
   * @param imageId the image
   * @param attribute which attribute
   * @return the attribute
   */
  public ImageAttribute describeImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    return call(new DescribeImageAttribute(imageId, attribute));
  }

  /**
   * {@code ResetImageAttribute}.
   *
   * @param imageId the image
   * @param attribute {@code launchPermission}
   */
  public void resetImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    call(new ResetImageAttribute(imageId, attribute));
  }

  /**
   * {@code CancelImageLaunchPermission}.
   *
   * @param imageId the image of another account
   */
  public void cancelImageLaunchPermission(ImageId imageId) {
    call(new CancelImageLaunchPermission(imageId));
  }

  // Deprecation, protection, watermarks, ancestry

  /**
   * {@code EnableImageDeprecation}.
   *
   * @param imageId the image
   * @param deprecateAt from when on it is deprecated
   */
  public void enableImageDeprecation(ImageId imageId, Instant deprecateAt) {
    call(new EnableImageDeprecation(imageId, deprecateAt));
  }

  /**
   * {@code DisableImageDeprecation}.
   *
   * @param imageId the image
   */
  public void disableImageDeprecation(ImageId imageId) {
    call(new DisableImageDeprecation(imageId));
  }

  /**
   * {@code EnableImageDeregistrationProtection}.
   *
   * @param imageId the image
   * @param withCooldown whether protection is to go on for 24 hours after it is disabled
   * @return the setting, such as {@code enabled-without-cooldown}
   */
  public DeregistrationProtection enableImageDeregistrationProtection(
      ImageId imageId, boolean withCooldown) {
    return call(new EnableImageDeregistrationProtection(imageId, withCooldown));
  }

  /**
   * {@code DisableImageDeregistrationProtection}.
   *
   * @param imageId the image
   * @return the setting: {@code disabled}, or {@code disabled after} and a time
   */
  public DeregistrationProtection disableImageDeregistrationProtection(ImageId imageId) {
    return call(new DisableImageDeregistrationProtection(imageId));
  }

  /**
   * {@code AttachImageWatermark}.
   *
   * @param imageId the image
   * @param watermarkName the name
   * @return the key of the watermark
   */
  public WatermarkKey attachImageWatermark(ImageId imageId, String watermarkName) {
    return call(new AttachImageWatermark(imageId, watermarkName));
  }

  /**
   * {@code DetachImageWatermark}.
   *
   * @param imageId the image
   * @param watermarkKey the key of the watermark
   */
  public void detachImageWatermark(ImageId imageId, WatermarkKey watermarkKey) {
    call(new DetachImageWatermark(imageId, watermarkKey));
  }

  /**
   * {@code GetImageAncestry}.
   *
   * @param imageId the image
   * @return the image, the image that it comes from, and so on
   */
  public ImmutableList<ImageAncestryEntry> getImageAncestry(ImageId imageId) {
    return call(new GetImageAncestry(imageId));
  }

  // Tags

  /**
   * {@code CreateTags}.
   *
   * @param tags the tags
   * @param resources the IDs of images, snapshots, instances and volumes
   */
  public void createTags(Tags tags, String... resources) {
    requireNonNull(resources, "resources");
    call(new CreateTags(ImmutableList.copyOf(resources), tags));
  }

  /**
   * {@code DeleteTags}.
   *
   * @param tags the tags; none for all that the caller put there
   * @param resources the IDs of images, snapshots, instances and volumes
   */
  public void deleteTags(List<DeleteTags.TagToDelete> tags, String... resources) {
    requireNonNull(tags, "tags");
    requireNonNull(resources, "resources");
    call(new DeleteTags(ImmutableList.copyOf(resources), ImmutableList.copyOf(tags)));
  }

  /**
   * {@code DescribeTags}.
   *
   * @param request the filters, and which page
   * @return a page of the caller's tags, by resource and key; all of them, unless the request asks
   *     for pages
   */
  public Answer.Page<TagDescription> describeTags(DescribeTags request) {
    requireNonNull(request, "request");
    return registry.list(caller, region, request);
  }

  // Account settings

  /** {@code EnableImageBlockPublicAccess}: no image of the account can become public. */
  public void enableImageBlockPublicAccess() {
    call(new EnableImageBlockPublicAccess(Optional.of(BlockPublicAccess.BLOCK_NEW_SHARING)));
  }

  /** {@code DisableImageBlockPublicAccess}: images of the account can become public. */
  public void disableImageBlockPublicAccess() {
    call(new DisableImageBlockPublicAccess());
  }

  /**
   * {@code GetImageBlockPublicAccessState}.
   *
   * @return whether images of the account may become public
   */
  public BlockPublicAccessState getImageBlockPublicAccessState() {
    return call(new GetImageBlockPublicAccessState());
  }

  /**
   * {@code EnableSnapshotBlockPublicAccess}.
   *
   * @param state {@code block-new-sharing} or {@code block-all-sharing}
   */
  public void enableSnapshotBlockPublicAccess(BlockPublicAccess state) {
    requireNonNull(state, "state");
    call(new EnableSnapshotBlockPublicAccess(Optional.of(state)));
  }

  /** {@code DisableSnapshotBlockPublicAccess}: snapshots of the account can be public. */
  public void disableSnapshotBlockPublicAccess() {
    call(new DisableSnapshotBlockPublicAccess());
  }

  /**
   * {@code GetSnapshotBlockPublicAccessState}.
   *
   * @return whether snapshots of the account may be public
   */
  public BlockPublicAccessState getSnapshotBlockPublicAccessState() {
    return call(new GetSnapshotBlockPublicAccessState());
  }

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
    requireNonNull(request, "request");
    return call(request);
  }

  /** {@return {@code ListImagesInRecycleBin}: all of the caller's images in the Recycle Bin} */
  public ImmutableList<ListImagesInRecycleBin.BinnedImage> listImagesInRecycleBin() {
    return all(new ListImagesInRecycleBin(ImmutableSet.of()));
  }

  /**
   * {@code ListImagesInRecycleBin}.
   *
   * @param request which images, and which page
   * @return a page of the caller's images in the Recycle Bin, by ID
   */
  public Answer.Page<ListImagesInRecycleBin.BinnedImage> listImagesInRecycleBin(
      ListImagesInRecycleBin request) {
    requireNonNull(request, "request");
    return registry.list(caller, region, request);
  }

  /**
   * {@return {@code ListSnapshotsInRecycleBin}: all of the caller's snapshots in the Recycle Bin}
   */
  public ImmutableList<ListSnapshotsInRecycleBin.BinnedSnapshot> listSnapshotsInRecycleBin() {
    return all(new ListSnapshotsInRecycleBin(ImmutableSet.of()));
  }

  /**
   * {@code ListSnapshotsInRecycleBin}.
   *
   * @param request which snapshots, and which page
   * @return a page of the caller's snapshots in the Recycle Bin, by ID
   */
  public Answer.Page<ListSnapshotsInRecycleBin.BinnedSnapshot> listSnapshotsInRecycleBin(
      ListSnapshotsInRecycleBin request) {
    requireNonNull(request, "request");
    return registry.list(caller, region, request);
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
    requireNonNull(request, "request");
    return call(request);
  }

  // Queries

  /**
   * {@code DescribeImages}.
   *
   * @param query what is asked for
   * @return a page of what was found, in the order of the IDs; all of it, unless the query asks for
   *     pages
   */
  public Answer.Page<Ami> describeImages(ImageQuery query) {
    return registry.list(caller, region, new DescribeImages(query));
  }

  /**
   * {@code DescribeImages} of one image.
   *
   * @param imageId the image
   * @return the image as the account sees it; empty if it may not see it
   */
  public Optional<Ami> describeImage(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return describeImages(ImageQuery.builder().addImageId(imageId).build()).items().stream()
        .findFirst();
  }

  /**
   * {@code DescribeSnapshots}.
   *
   * @param query what is asked for
   * @return a page of what was found, in the order of the IDs
   */
  public Answer.Page<Snapshot> describeSnapshots(SnapshotQuery query) {
    return registry.list(caller, region, new DescribeSnapshots(query));
  }

  // Allowed AMIs

  /**
   * {@code EnableAllowedImagesSettings}.
   *
   * @param state {@code enabled} or {@code audit-mode}
   */
  public void enableAllowedImagesSettings(AllowedImagesSettings.State state) {
    requireNonNull(state, "state");
    call(new EnableAllowedImagesSettings(state));
  }

  /** {@code DisableAllowedImagesSettings}. */
  public void disableAllowedImagesSettings() {
    call(new DisableAllowedImagesSettings());
  }

  /**
   * {@code ReplaceImageCriteriaInAllowedImagesSettings}.
   *
   * @param imageCriteria all criteria, at most 10
   */
  public void replaceImageCriteria(ImageCriterion... imageCriteria) {
    requireNonNull(imageCriteria, "imageCriteria");
    call(new ReplaceImageCriteriaInAllowedImagesSettings(ImmutableList.copyOf(imageCriteria)));
  }

  /** {@return {@code GetAllowedImagesSettings}: state and criteria, and who manages them} */
  public AllowedImagesState getAllowedImagesSettings() {
    return call(new GetAllowedImagesSettings());
  }
}

package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.ResourceId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.Page;
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
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
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
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.instance.InstanceStateChange;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.instance.VolumeAttachmentChange;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.s3.CreateStoreImageTask;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.LockedSnapshotsInfo;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.SnapshotRestoration;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.snapshot.SnapshotTiering;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ResourceReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * EC2 as one account sees it in one Region: a method for each operation, named as EC2 names it. An
 * operation that is refused throws {@link dev.amikit.rule.RefusedException} with EC2's code and
 * EC2's words, and has changed nothing.
 *
 * <p>Each method is {@link #call} of one operation, so whoever has a registry of their own writes
 * that method alone.
 */
public interface Ec2 extends Service {
  // Making images, and their end

  /**
   * Makes an image of snapshots that the caller owns, or of the manifest of a bundle.
   *
   * @param request what the image is to be
   * @return the ID of the new image, pending
   * @see RegisterImage
   */
  @CanIgnoreReturnValue
  default ImageId registerImage(RegisterImage request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Makes an image of an instance, with a snapshot of each EBS volume that is attached.
   *
   * @param request the instance, and what the image is to be
   * @return the ID of the new image, pending
   * @see CreateImage
   */
  @CanIgnoreReturnValue
  default ImageId createImage(CreateImage request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Copies an image and its snapshots into this Region, for the caller.
   *
   * @param request the image, and what the copy is to be
   * @return the ID of the copy, pending
   * @see CopyImage
   */
  @CanIgnoreReturnValue
  default ImageId copyImage(CopyImage request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Ends the life of an image, or sends it to the Recycle Bin where a retention rule matches; its
   * snapshots stay.
   *
   * @param imageId the image
   * @return nothing, since no snapshot was to be deleted
   * @see DeregisterImage
   */
  @CanIgnoreReturnValue
  default ImmutableList<DeleteSnapshotReturnCode> deregisterImage(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new DeregisterImage(imageId, false));
  }

  /**
   * Ends the life of an image, or sends it to the Recycle Bin where a retention rule matches, and
   * deletes its snapshots if the request says so.
   *
   * @param request the image, and whether its snapshots go with it
   * @return what became of the snapshots that were to be deleted
   * @see DeregisterImage
   */
  @CanIgnoreReturnValue
  default ImmutableList<DeleteSnapshotReturnCode> deregisterImage(DeregisterImage request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Lets an image rest: nobody launches from it, and nobody but its owner sees it any more.
   *
   * @param imageId the image
   * @return that the request succeeded
   * @see DisableImage
   */
  @CanIgnoreReturnValue
  default Return disableImage(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new DisableImage(imageId));
  }

  /**
   * Makes a disabled image available again; who it was shared with stays forgotten.
   *
   * @param imageId the image
   * @return that the request succeeded
   * @see EnableImage
   */
  @CanIgnoreReturnValue
  default Return enableImage(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new EnableImage(imageId));
  }

  // Deprecation, protection, watermarks, ancestry

  /**
   * Lets an image be deprecated from a time on.
   *
   * @param imageId the image
   * @param deprecateAt from when on, at most 10 years ahead; seconds are rounded to minutes
   * @return that the request succeeded
   * @see EnableImageDeprecation
   */
  @CanIgnoreReturnValue
  default Return enableImageDeprecation(ImageId imageId, Instant deprecateAt) {
    requireNonNull(imageId, "imageId");
    requireNonNull(deprecateAt, "deprecateAt");
    return call(EnableImageDeprecation.of(imageId, deprecateAt));
  }

  /**
   * Takes the deprecation off an image.
   *
   * @param imageId the image
   * @return that the request succeeded
   * @see DisableImageDeprecation
   */
  @CanIgnoreReturnValue
  default Return disableImageDeprecation(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new DisableImageDeprecation(imageId));
  }

  /**
   * Keeps an image from being deregistered.
   *
   * @param imageId the image
   * @param withCooldown whether protection goes on for 24 hours after it is disabled
   * @return the setting, such as {@code enabled-without-cooldown}
   * @see EnableImageDeregistrationProtection
   */
  @CanIgnoreReturnValue
  default DeregistrationProtection enableImageDeregistrationProtection(
      ImageId imageId, boolean withCooldown) {
    requireNonNull(imageId, "imageId");
    return call(new EnableImageDeregistrationProtection(imageId, withCooldown));
  }

  /**
   * Lets an image be deregistered, at once or after its cool-down.
   *
   * @param imageId the image
   * @return the setting: {@code disabled}, or {@code disabled after} and a time
   * @see DisableImageDeregistrationProtection
   */
  @CanIgnoreReturnValue
  default DeregistrationProtection disableImageDeregistrationProtection(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new DisableImageDeregistrationProtection(imageId));
  }

  /**
   * Marks an image, and all that is made of it, with a watermark of the caller.
   *
   * @param imageId the image
   * @param watermarkName the name, of 3 to 128 characters
   * @return the key of the watermark
   * @see AttachImageWatermark
   */
  @CanIgnoreReturnValue
  default WatermarkKey attachImageWatermark(ImageId imageId, String watermarkName) {
    requireNonNull(imageId, "imageId");
    requireNonNull(watermarkName, "watermarkName");
    return call(new AttachImageWatermark(imageId, watermarkName));
  }

  /**
   * Takes a watermark of the caller off an image.
   *
   * @param imageId the image
   * @param watermarkKey the key of the watermark
   * @return that the request succeeded
   * @see DetachImageWatermark
   */
  @CanIgnoreReturnValue
  default Return detachImageWatermark(ImageId imageId, WatermarkKey watermarkKey) {
    requireNonNull(imageId, "imageId");
    requireNonNull(watermarkKey, "watermarkKey");
    return call(new DetachImageWatermark(imageId, watermarkKey));
  }

  /**
   * Tells from which images an image comes.
   *
   * @param imageId the image
   * @return the image, the image that it comes from, and so on
   * @see GetImageAncestry
   */
  default ImmutableList<ImageAncestryEntry> getImageAncestry(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new GetImageAncestry(imageId));
  }

  // Attributes and sharing of images

  /**
   * Changes an attribute of an image.
   *
   * @param request the image, and what to change
   * @return that the request succeeded
   * @see ModifyImageAttribute
   */
  @CanIgnoreReturnValue
  default Return modifyImageAttribute(ModifyImageAttribute request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Shares an image, or shares it no more.
   *
   * @param imageId the image
   * @param change the launch permissions to give and to take
   * @return that the request succeeded
   * @see ModifyImageAttribute
   */
  @CanIgnoreReturnValue
  default Return modifyImageAttribute(ImageId imageId, ModifyLaunchPermission change) {
    requireNonNull(imageId, "imageId");
    requireNonNull(change, "change");
    return call(ModifyImageAttribute.of(imageId, change));
  }

  /**
   * Describes an image anew.
   *
   * @param imageId the image
   * @param change the description
   * @return that the request succeeded
   * @see ModifyImageAttribute
   */
  @CanIgnoreReturnValue
  default Return modifyImageAttribute(ImageId imageId, ModifyDescription change) {
    requireNonNull(imageId, "imageId");
    requireNonNull(change, "change");
    return call(ModifyImageAttribute.of(imageId, change));
  }

  /**
   * Sets which metadata service the instances of an image ask for.
   *
   * @param imageId the image
   * @param change {@code v2.0}, which cannot be taken back
   * @return that the request succeeded
   * @see ModifyImageAttribute
   */
  @CanIgnoreReturnValue
  default Return modifyImageAttribute(ImageId imageId, ModifyImdsSupport change) {
    requireNonNull(imageId, "imageId");
    requireNonNull(change, "change");
    return call(ModifyImageAttribute.of(imageId, change));
  }

  /**
   * Tells an attribute of an image.
   *
   * @param imageId the image
   * @param attribute which attribute
   * @return the attribute
   * @see DescribeImageAttribute
   */
  default ImageAttribute describeImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    requireNonNull(imageId, "imageId");
    requireNonNull(attribute, "attribute");
    return call(DescribeImageAttribute.of(imageId, attribute));
  }

  /**
   * Shares an image with nobody any more.
   *
   * @param imageId the image
   * @param attribute {@code launchPermission}, the only one that can be reset
   * @return that the request succeeded
   * @see ResetImageAttribute
   */
  @CanIgnoreReturnValue
  default Return resetImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    requireNonNull(imageId, "imageId");
    requireNonNull(attribute, "attribute");
    return call(new ResetImageAttribute(imageId, attribute));
  }

  /**
   * Gives up the right to launch an image of another account.
   *
   * @param imageId the image of the other account
   * @return that the request succeeded
   * @see CancelImageLaunchPermission
   */
  @CanIgnoreReturnValue
  default Return cancelImageLaunchPermission(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new CancelImageLaunchPermission(imageId));
  }

  // What images there are

  /**
   * Finds the images that fit a query and that the caller may see.
   *
   * @param query what is asked for
   * @return a page of the images in the order of their IDs; all of them, unless the query asks for
   *     pages
   * @see DescribeImages
   */
  default Page<Ami> describeImages(ImageQuery query) {
    requireNonNull(query, "query");
    return call(new DescribeImages(query));
  }

  /**
   * Looks for one image by its ID, as {@code DescribeImages} does.
   *
   * @param imageId the image
   * @return the image; empty if the caller may not see it, or it is deregistered or in the Recycle
   *     Bin
   * @throws dev.amikit.rule.RefusedException with {@code InvalidAMIID.NotFound}, if there never was
   *     an image of that ID in the Region
   * @see DescribeImages
   */
  default Optional<Ami> describeImage(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return describeImages(ImageQuery.builder().addImageId(imageId).build()).items().stream()
        .findFirst();
  }

  // Snapshots

  /**
   * Makes a snapshot of a volume as it is now.
   *
   * @param request the volume, and what to say of the snapshot
   * @return the snapshot, pending
   * @see CreateSnapshot
   */
  @CanIgnoreReturnValue
  default Snapshot createSnapshot(CreateSnapshot request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Makes a snapshot of a volume as it is now.
   *
   * @param volumeId the volume, which the caller owns
   * @return the snapshot, pending
   * @see CreateSnapshot
   */
  @CanIgnoreReturnValue
  default Snapshot createSnapshot(VolumeId volumeId) {
    requireNonNull(volumeId, "volumeId");
    return call(CreateSnapshot.builder().volumeId(volumeId).build());
  }

  /**
   * Makes snapshots of the volumes of an instance, all of one moment.
   *
   * @param request which volumes, and how
   * @return the new snapshots, pending, in the order of the devices of the instance
   * @see CreateSnapshots
   */
  @CanIgnoreReturnValue
  default ImmutableList<Snapshot> createSnapshots(CreateSnapshots request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Makes snapshots of all volumes of an instance, all of one moment.
   *
   * @param instanceId the instance
   * @return the new snapshots, pending, in the order of the devices of the instance
   * @see CreateSnapshots
   */
  @CanIgnoreReturnValue
  default ImmutableList<Snapshot> createSnapshots(InstanceId instanceId) {
    return call(CreateSnapshots.of(instanceId));
  }

  /**
   * Copies a snapshot into this Region, for the caller.
   *
   * @param request the snapshot, and what the copy is to be
   * @return the ID of the copy, pending
   * @see CopySnapshot
   */
  @CanIgnoreReturnValue
  default SnapshotId copySnapshot(CopySnapshot request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Deletes a snapshot, or sends it to the Recycle Bin where a retention rule matches.
   *
   * @param snapshotId the snapshot
   * @return that the request succeeded
   * @see DeleteSnapshot
   */
  @CanIgnoreReturnValue
  default Return deleteSnapshot(SnapshotId snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return call(new DeleteSnapshot(snapshotId));
  }

  /**
   * Finds the snapshots that fit a query and that the caller may see.
   *
   * @param query what is asked for
   * @return a page of the snapshots in the order of their IDs; all of them, unless the query asks
   *     for pages
   * @see DescribeSnapshots
   */
  default Page<Snapshot> describeSnapshots(SnapshotQuery query) {
    requireNonNull(query, "query");
    return call(new DescribeSnapshots(query));
  }

  /**
   * Looks for one snapshot by its ID, as {@code DescribeSnapshots} does.
   *
   * @param snapshotId the snapshot
   * @return the snapshot; empty if the caller may not see it
   * @throws dev.amikit.rule.RefusedException with {@code InvalidSnapshot.NotFound}, if there is no
   *     snapshot of that ID in the Region, or it is in the Recycle Bin
   * @see DescribeSnapshots
   */
  default Optional<Snapshot> describeSnapshot(SnapshotId snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return describeSnapshots(SnapshotQuery.builder().addSnapshotId(snapshotId).build())
        .items()
        .stream()
        .findFirst();
  }

  /**
   * Shares a snapshot, or shares it no more.
   *
   * @param request the snapshot, and the permissions to give or to take
   * @return that the request succeeded
   * @see ModifySnapshotAttribute
   */
  @CanIgnoreReturnValue
  default Return modifySnapshotAttribute(ModifySnapshotAttribute request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Shares a snapshot with nobody any more.
   *
   * @param snapshotId the snapshot
   * @param attribute {@code createVolumePermission}, the only one that can be reset
   * @return that the request succeeded
   * @see ResetSnapshotAttribute
   */
  @CanIgnoreReturnValue
  default Return resetSnapshotAttribute(SnapshotId snapshotId, SnapshotAttributeName attribute) {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(attribute, "attribute");
    return call(new ResetSnapshotAttribute(snapshotId, attribute));
  }

  /**
   * Tells an attribute of a snapshot.
   *
   * @param snapshotId the snapshot
   * @param attribute which attribute
   * @return the attribute
   * @see DescribeSnapshotAttribute
   */
  default SnapshotAttribute describeSnapshotAttribute(
      SnapshotId snapshotId, SnapshotAttributeName attribute) {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(attribute, "attribute");
    return call(new DescribeSnapshotAttribute(snapshotId, attribute));
  }

  /**
   * Archives a snapshot.
   *
   * @param snapshotId the snapshot
   * @param storageTier {@code archive}, the only tier that a snapshot is moved to
   * @return the snapshot, and since when it is on its way
   * @see ModifySnapshotTier
   */
  @CanIgnoreReturnValue
  default SnapshotTiering modifySnapshotTier(SnapshotId snapshotId, StorageTier storageTier) {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(storageTier, "storageTier");
    return call(new ModifySnapshotTier(snapshotId, storageTier));
  }

  /**
   * Restores an archived snapshot, for some days or for good, or changes for how long.
   *
   * @param request the snapshot, and for how long
   * @return the snapshot, since when it is on its way, and for how long
   * @see RestoreSnapshotTier
   */
  @CanIgnoreReturnValue
  default SnapshotRestoration restoreSnapshotTier(RestoreSnapshotTier request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells in which tiers snapshots of the caller are.
   *
   * @param request which snapshots, and which page
   * @return a page of their tiers, by ID
   * @see DescribeSnapshotTierStatus
   */
  default Page<SnapshotTierStatus> describeSnapshotTierStatus(DescribeSnapshotTierStatus request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells in which tiers snapshots of the caller are.
   *
   * @param snapshotIds the snapshots; none for all. Those that the caller does not have are left
   *     out
   * @return their tiers, by ID
   * @see DescribeSnapshotTierStatus
   */
  default ImmutableList<SnapshotTierStatus> describeSnapshotTierStatus(SnapshotId... snapshotIds) {
    requireNonNull(snapshotIds, "snapshotIds");
    return all(DescribeSnapshotTierStatus.ofSnapshots(snapshotIds));
  }

  /**
   * Enables fast launch of a Windows image, or sets it up otherwise.
   *
   * @param request the image, and how fast launch is set up
   * @return the fast launch, being enabled
   * @see EnableFastLaunch
   */
  @CanIgnoreReturnValue
  default FastLaunch enableFastLaunch(EnableFastLaunch request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Enables fast launch of a Windows image with EC2's defaults.
   *
   * @param imageId the image
   * @return the fast launch, being enabled
   * @see EnableFastLaunch
   */
  @CanIgnoreReturnValue
  default FastLaunch enableFastLaunch(ImageId imageId) {
    return call(EnableFastLaunch.of(imageId));
  }

  /**
   * Disables fast launch of an image and removes the snapshots that were made for it.
   *
   * @param request the image, and whether snapshots that cannot be removed matter
   * @return the fast launch, being disabled
   * @see DisableFastLaunch
   */
  @CanIgnoreReturnValue
  default FastLaunch disableFastLaunch(DisableFastLaunch request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Disables fast launch of an image and removes the snapshots that were made for it.
   *
   * @param imageId the image
   * @return the fast launch, being disabled
   * @see DisableFastLaunch
   */
  @CanIgnoreReturnValue
  default FastLaunch disableFastLaunch(ImageId imageId) {
    return call(new DisableFastLaunch(imageId));
  }

  /**
   * Tells of fast launch of images.
   *
   * @param request which, and which page
   * @return a page of it, by image
   * @see DescribeFastLaunchImages
   */
  default Page<FastLaunch> describeFastLaunchImages(DescribeFastLaunchImages request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells of fast launch of images.
   *
   * @param imageIds the images; none for all
   * @return the fast launch that there is of them, by image
   * @see DescribeFastLaunchImages
   */
  default ImmutableList<FastLaunch> describeFastLaunchImages(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return all(DescribeFastLaunchImages.ofImages(imageIds));
  }

  /**
   * Begins to store an image in a bucket of S3.
   *
   * @param request the image, the bucket, and the tags of the object
   * @return the object as which the image will be there
   * @see CreateStoreImageTask
   */
  @CanIgnoreReturnValue
  default S3ObjectId createStoreImageTask(CreateStoreImageTask request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Begins to store an image in a bucket of S3.
   *
   * @param imageId the image
   * @param bucket the name of the bucket; a path may follow it
   * @return the object as which the image will be there
   * @see CreateStoreImageTask
   */
  @CanIgnoreReturnValue
  default S3ObjectId createStoreImageTask(ImageId imageId, String bucket) {
    return call(CreateStoreImageTask.of(imageId, bucket));
  }

  /**
   * Tells how the storing of images in S3 goes, or went in the last 31 days.
   *
   * @param request which tasks, and which page
   * @return a page of the tasks, the newest first
   * @see DescribeStoreImageTasks
   */
  default Page<StoreImageTask> describeStoreImageTasks(DescribeStoreImageTasks request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells how the storing of images in S3 goes, or went in the last 31 days.
   *
   * @param imageIds the images; none for all
   * @return the tasks, the newest first
   * @see DescribeStoreImageTasks
   */
  default ImmutableList<StoreImageTask> describeStoreImageTasks(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return all(DescribeStoreImageTasks.ofImages(imageIds));
  }

  /**
   * Makes an image of one that is stored in a bucket of S3.
   *
   * @param request what is restored, and how
   * @return the new image, pending
   * @see CreateRestoreImageTask
   */
  @CanIgnoreReturnValue
  default ImageId createRestoreImageTask(CreateRestoreImageTask request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Makes an image of one that is stored in a bucket of S3, under the name that it had.
   *
   * @param objectId the object that it is stored as
   * @return the new image, pending
   * @see CreateRestoreImageTask
   */
  @CanIgnoreReturnValue
  default ImageId createRestoreImageTask(S3ObjectId objectId) {
    return call(CreateRestoreImageTask.of(objectId));
  }

  /**
   * Begins a report on the usage of an image by other accounts.
   *
   * @param request the image, and whose use of it counts
   * @return the report, pending
   * @see CreateImageUsageReport
   */
  @CanIgnoreReturnValue
  default ImageUsageReportId createImageUsageReport(CreateImageUsageReport request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Begins a report on the instances that other accounts launched from an image.
   *
   * @param imageId the image
   * @return the report, pending
   * @see CreateImageUsageReport
   */
  @CanIgnoreReturnValue
  default ImageUsageReportId createImageUsageReport(ImageId imageId) {
    return call(CreateImageUsageReport.of(imageId));
  }

  /**
   * Describes reports on the usage of images.
   *
   * @param request which reports, and which page
   * @return a page of the reports
   * @see DescribeImageUsageReports
   */
  default Page<ImageUsageReport> describeImageUsageReports(DescribeImageUsageReports request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Describes reports on the usage of images.
   *
   * @param reportIds the reports; none for all
   * @return the reports, by ID
   * @see DescribeImageUsageReports
   */
  default ImmutableList<ImageUsageReport> describeImageUsageReports(
      ImageUsageReportId... reportIds) {
    requireNonNull(reportIds, "reportIds");
    return all(DescribeImageUsageReports.ofReports(reportIds));
  }

  /**
   * Tells what reports on the usage of images counted.
   *
   * @param request which reports, and which page
   * @return a page of the entries
   * @see DescribeImageUsageReportEntries
   */
  default Page<ImageUsageReportEntry> describeImageUsageReportEntries(
      DescribeImageUsageReportEntries request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells what reports on the usage of images counted.
   *
   * @param reportIds the reports; none for all
   * @return the entries, by report and account
   * @see DescribeImageUsageReportEntries
   */
  default ImmutableList<ImageUsageReportEntry> describeImageUsageReportEntries(
      ImageUsageReportId... reportIds) {
    requireNonNull(reportIds, "reportIds");
    return all(DescribeImageUsageReportEntries.ofReports(reportIds));
  }

  /**
   * Deletes a report on the usage of an image.
   *
   * @param reportId the report
   * @return that it succeeded
   * @see DeleteImageUsageReport
   */
  @CanIgnoreReturnValue
  default Return deleteImageUsageReport(ImageUsageReportId reportId) {
    requireNonNull(reportId, "reportId");
    return call(new DeleteImageUsageReport(reportId));
  }

  /**
   * Tells which resources of the account refer to images.
   *
   * @param request which images and resources, and which page
   * @return a page of the references
   * @see DescribeImageReferences
   */
  default Page<ResourceReference> describeImageReferences(DescribeImageReferences request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells which resources of the account refer to images, of all types.
   *
   * @param imageIds the images, 1 to 10
   * @return the references, by image and ARN
   * @see DescribeImageReferences
   */
  default ImmutableList<ResourceReference> describeImageReferences(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return all(DescribeImageReferences.of(imageIds));
  }

  /**
   * Locks a snapshot, so that it cannot be deleted for a while.
   *
   * @param request the snapshot, and how it is to be locked
   * @return how it is locked
   * @see LockSnapshot
   */
  @CanIgnoreReturnValue
  default LockedSnapshotsInfo lockSnapshot(LockSnapshot request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Takes the lock off a snapshot.
   *
   * @param snapshotId the snapshot
   * @return the snapshot
   * @see UnlockSnapshot
   */
  @CanIgnoreReturnValue
  default SnapshotId unlockSnapshot(SnapshotId snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return call(new UnlockSnapshot(snapshotId));
  }

  /**
   * Tells how snapshots of the caller are or were locked.
   *
   * @param request which snapshots, and which page
   * @return a page of those that are or were locked, by ID
   * @see DescribeLockedSnapshots
   */
  default Page<LockedSnapshotsInfo> describeLockedSnapshots(DescribeLockedSnapshots request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells how snapshots of the caller are or were locked.
   *
   * @param snapshotIds the snapshots; none for all
   * @return those that are or were locked, by ID
   * @see DescribeLockedSnapshots
   */
  default ImmutableList<LockedSnapshotsInfo> describeLockedSnapshots(SnapshotId... snapshotIds) {
    requireNonNull(snapshotIds, "snapshotIds");
    return all(new DescribeLockedSnapshots(ImmutableSet.copyOf(snapshotIds)));
  }

  // Instances and volumes

  /**
   * Launches instances of an image.
   *
   * @param request the image, and how many instances of which kind
   * @return the instances, which were launched together
   * @see RunInstances
   */
  @CanIgnoreReturnValue
  default Reservation runInstances(RunInstances request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Starts stopped instances, all or none.
   *
   * @param instanceIds the instances
   * @return what became of their states, by ID
   * @see StartInstances
   */
  @CanIgnoreReturnValue
  default ImmutableList<InstanceStateChange> startInstances(InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return call(new StartInstances(instanceIds));
  }

  /**
   * Stops running instances, all or none.
   *
   * @param instanceIds the instances
   * @return what became of their states, by ID
   * @see StopInstances
   */
  @CanIgnoreReturnValue
  default ImmutableList<InstanceStateChange> stopInstances(InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return call(new StopInstances(instanceIds));
  }

  /**
   * Terminates instances, all or none; the volumes that go with them are gone.
   *
   * @param instanceIds the instances
   * @return what became of their states, by ID
   * @see TerminateInstances
   */
  @CanIgnoreReturnValue
  default ImmutableList<InstanceStateChange> terminateInstances(InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return call(new TerminateInstances(instanceIds));
  }

  /**
   * Tells of the instances of the caller; of terminated ones for an hour.
   *
   * @param request which instances, and which page
   * @return a page of the launches, by ID, each with those of its instances that were found
   * @see DescribeInstances
   */
  default Page<Reservation> describeInstances(DescribeInstances request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells of the instances of the caller; of terminated ones for an hour.
   *
   * @param instanceIds the instances; none for all
   * @return the instances, those of one launch together, by the ID of the launch
   * @see DescribeInstances
   */
  default ImmutableList<Reservation> describeInstances(InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return all(new DescribeInstances(ImmutableSet.copyOf(instanceIds)));
  }

  /**
   * Tells which images the instances of the caller were launched from.
   *
   * @param request which instances, and which page
   * @return a page of what they were launched from, by ID of the instance
   * @see DescribeInstanceImageMetadata
   */
  default Page<InstanceImageMetadata> describeInstanceImageMetadata(
      DescribeInstanceImageMetadata request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells which images the instances of the caller were launched from.
   *
   * @param instanceIds the instances; none for all
   * @return what they were launched from, by ID of the instance
   * @see DescribeInstanceImageMetadata
   */
  default ImmutableList<InstanceImageMetadata> describeInstanceImageMetadata(
      InstanceId... instanceIds) {
    requireNonNull(instanceIds, "instanceIds");
    return all(new DescribeInstanceImageMetadata(ImmutableSet.copyOf(instanceIds)));
  }

  /**
   * Makes a volume.
   *
   * @param request the volume and its tags
   * @return the volume
   * @see CreateVolume
   */
  @CanIgnoreReturnValue
  default Volume createVolume(CreateVolume request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Makes a volume without tags.
   *
   * @param ebs the volume as a mapping would describe it
   * @return the volume
   * @see CreateVolume
   */
  @CanIgnoreReturnValue
  default Volume createVolume(EbsBlockDevice ebs) {
    requireNonNull(ebs, "ebs");
    return call(new CreateVolume(ebs));
  }

  /**
   * Attaches a volume to an instance.
   *
   * @param volumeId the volume
   * @param instanceId the instance
   * @param device the name of the device
   * @return the attachment
   * @see AttachVolume
   */
  @CanIgnoreReturnValue
  default VolumeAttachmentChange attachVolume(
      VolumeId volumeId, InstanceId instanceId, DeviceName device) {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
    requireNonNull(device, "device");
    return call(new AttachVolume(volumeId, instanceId, device));
  }

  /**
   * Detaches a volume from the instance that has it.
   *
   * @param volumeId the volume
   * @return the attachment as it was
   * @see DetachVolume
   */
  @CanIgnoreReturnValue
  default VolumeAttachmentChange detachVolume(VolumeId volumeId) {
    requireNonNull(volumeId, "volumeId");
    return call(new DetachVolume(volumeId));
  }

  /**
   * Detaches a volume from an instance.
   *
   * @param volumeId the volume
   * @param instanceId the instance
   * @return the attachment as it was
   * @see DetachVolume
   */
  @CanIgnoreReturnValue
  default VolumeAttachmentChange detachVolume(VolumeId volumeId, InstanceId instanceId) {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
    return call(new DetachVolume(volumeId, instanceId));
  }

  /**
   * Deletes a volume that no instance has.
   *
   * @param volumeId the volume
   * @return that the request succeeded
   * @see DeleteVolume
   */
  @CanIgnoreReturnValue
  default Return deleteVolume(VolumeId volumeId) {
    requireNonNull(volumeId, "volumeId");
    return call(new DeleteVolume(volumeId));
  }

  /**
   * Tells of the volumes of the caller.
   *
   * @param request which volumes, and which page
   * @return a page of the volumes, by ID
   * @see DescribeVolumes
   */
  default Page<Volume> describeVolumes(DescribeVolumes request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells of the volumes of the caller.
   *
   * @param volumeIds the volumes; none for all
   * @return the volumes, by ID
   * @see DescribeVolumes
   */
  default ImmutableList<Volume> describeVolumes(VolumeId... volumeIds) {
    requireNonNull(volumeIds, "volumeIds");
    return all(new DescribeVolumes(ImmutableSet.copyOf(volumeIds)));
  }

  // Tags

  /**
   * Tags resources; a tag takes the place of one with the same key.
   *
   * @param request the resources and the tags
   * @return that the request succeeded
   * @see CreateTags
   */
  @CanIgnoreReturnValue
  default Return createTags(CreateTags request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tags resources; a tag takes the place of one with the same key.
   *
   * @param tags the tags
   * @param resources images, snapshots, instances and volumes
   * @return that the request succeeded
   * @see CreateTags
   */
  @CanIgnoreReturnValue
  default Return createTags(Tags tags, ResourceId... resources) {
    requireNonNull(tags, "tags");
    requireNonNull(resources, "resources");
    return call(new CreateTags(ResourceId.texts(resources), tags));
  }

  /**
   * Takes tags off resources.
   *
   * @param request the resources and the tags
   * @return that the request succeeded
   * @see DeleteTags
   */
  @CanIgnoreReturnValue
  default Return deleteTags(DeleteTags request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Takes tags off resources.
   *
   * @param tags the tags; none for all that the caller put there
   * @param resources images, snapshots, instances and volumes
   * @return that the request succeeded
   * @see DeleteTags
   */
  @CanIgnoreReturnValue
  default Return deleteTags(List<DeleteTags.TagToDelete> tags, ResourceId... resources) {
    requireNonNull(tags, "tags");
    requireNonNull(resources, "resources");
    return call(new DeleteTags(ResourceId.texts(resources), ImmutableList.copyOf(tags)));
  }

  /**
   * Tells the tags that the caller attached.
   *
   * @param request the filters, and which page
   * @return a page of the tags, by resource and key; all of them, unless the request asks for pages
   * @see DescribeTags
   */
  default Page<TagDescription> describeTags(DescribeTags request) {
    requireNonNull(request, "request");
    return call(request);
  }

  // The Recycle Bin: what lies there; its rules are the RecycleBin's

  /**
   * Tells of the images of the caller in the Recycle Bin.
   *
   * @param request which images, and which page
   * @return a page of the images, by ID
   * @see ListImagesInRecycleBin
   */
  default Page<ImageRecycleBinInfo> listImagesInRecycleBin(ListImagesInRecycleBin request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells of the images of the caller in the Recycle Bin.
   *
   * @param imageIds the images, at most 20; none for all
   * @return the images, by ID
   * @see ListImagesInRecycleBin
   */
  default ImmutableList<ImageRecycleBinInfo> listImagesInRecycleBin(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return all(new ListImagesInRecycleBin(ImmutableSet.copyOf(imageIds)));
  }

  /**
   * Brings an image back from the Recycle Bin, as it was.
   *
   * @param imageId the image
   * @return that the request succeeded
   * @see RestoreImageFromRecycleBin
   */
  @CanIgnoreReturnValue
  default Return restoreImageFromRecycleBin(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return call(new RestoreImageFromRecycleBin(imageId));
  }

  /**
   * Tells of the snapshots of the caller in the Recycle Bin.
   *
   * @param request which snapshots, and which page
   * @return a page of the snapshots, by ID
   * @see ListSnapshotsInRecycleBin
   */
  default Page<SnapshotRecycleBinInfo> listSnapshotsInRecycleBin(
      ListSnapshotsInRecycleBin request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells of the snapshots of the caller in the Recycle Bin.
   *
   * @param snapshotIds the snapshots; none for all
   * @return the snapshots, by ID
   * @see ListSnapshotsInRecycleBin
   */
  default ImmutableList<SnapshotRecycleBinInfo> listSnapshotsInRecycleBin(
      SnapshotId... snapshotIds) {
    requireNonNull(snapshotIds, "snapshotIds");
    return all(new ListSnapshotsInRecycleBin(ImmutableSet.copyOf(snapshotIds)));
  }

  /**
   * Brings a snapshot back from the Recycle Bin, as it was.
   *
   * @param snapshotId the snapshot
   * @return the snapshot, recovering, without what DescribeSnapshots alone tells
   * @see RestoreSnapshotFromRecycleBin
   */
  @CanIgnoreReturnValue
  default Snapshot restoreSnapshotFromRecycleBin(SnapshotId snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return call(new RestoreSnapshotFromRecycleBin(snapshotId));
  }

  // Settings of the account in the Region

  /**
   * Keeps images of the account from becoming public.
   *
   * @return {@code block-new-sharing}
   * @see EnableImageBlockPublicAccess
   */
  @CanIgnoreReturnValue
  default BlockPublicAccess enableImageBlockPublicAccess() {
    return call(EnableImageBlockPublicAccess.of(BlockPublicAccess.BLOCK_NEW_SHARING));
  }

  /**
   * Lets images of the account become public.
   *
   * @return {@code unblocked}
   * @see DisableImageBlockPublicAccess
   */
  @CanIgnoreReturnValue
  default BlockPublicAccess disableImageBlockPublicAccess() {
    return call(new DisableImageBlockPublicAccess());
  }

  /**
   * Tells whether images of the account may become public.
   *
   * @return the setting, and who manages it
   * @see GetImageBlockPublicAccessState
   */
  default BlockPublicAccessState getImageBlockPublicAccessState() {
    return call(new GetImageBlockPublicAccessState());
  }

  /**
   * Keeps snapshots of the account from becoming public, or from being public at all.
   *
   * @param state {@code block-new-sharing} or {@code block-all-sharing}
   * @return the setting
   * @see EnableSnapshotBlockPublicAccess
   */
  @CanIgnoreReturnValue
  default BlockPublicAccess enableSnapshotBlockPublicAccess(BlockPublicAccess state) {
    requireNonNull(state, "state");
    return call(EnableSnapshotBlockPublicAccess.of(state));
  }

  /**
   * Lets snapshots of the account be public.
   *
   * @return {@code unblocked}
   * @see DisableSnapshotBlockPublicAccess
   */
  @CanIgnoreReturnValue
  default BlockPublicAccess disableSnapshotBlockPublicAccess() {
    return call(new DisableSnapshotBlockPublicAccess());
  }

  /**
   * Tells whether snapshots of the account may be public.
   *
   * @return the setting, and who manages it
   * @see GetSnapshotBlockPublicAccessState
   */
  default BlockPublicAccessState getSnapshotBlockPublicAccessState() {
    return call(new GetSnapshotBlockPublicAccessState());
  }

  /**
   * Enforces Allowed AMIs, or only tells what they would be.
   *
   * @param state {@code enabled} or {@code audit-mode}
   * @return the settings
   * @see EnableAllowedImagesSettings
   */
  @CanIgnoreReturnValue
  default AllowedImagesSettings enableAllowedImagesSettings(AllowedImagesSettings.State state) {
    requireNonNull(state, "state");
    return call(new EnableAllowedImagesSettings(state));
  }

  /**
   * Looks at Allowed AMIs no more; the criteria stay.
   *
   * @return the settings
   * @see DisableAllowedImagesSettings
   */
  @CanIgnoreReturnValue
  default AllowedImagesSettings disableAllowedImagesSettings() {
    return call(new DisableAllowedImagesSettings());
  }

  /**
   * Tells the settings of Allowed AMIs.
   *
   * @return the settings, and who manages them
   * @see GetAllowedImagesSettings
   */
  default AllowedImagesState getAllowedImagesSettings() {
    return call(new GetAllowedImagesSettings());
  }

  /**
   * Sets which images of others are allowed.
   *
   * @param imageCriteria the criteria, at most 10, of which an image meets one
   * @return the settings
   * @see ReplaceImageCriteriaInAllowedImagesSettings
   */
  @CanIgnoreReturnValue
  default AllowedImagesSettings replaceImageCriteriaInAllowedImagesSettings(
      ImageCriterion... imageCriteria) {
    requireNonNull(imageCriteria, "imageCriteria");
    return call(
        new ReplaceImageCriteriaInAllowedImagesSettings(ImmutableList.copyOf(imageCriteria)));
  }

  /**
   * Encrypts new volumes and snapshot copies of the account unasked.
   *
   * @return true
   * @see EnableEbsEncryptionByDefault
   */
  @CanIgnoreReturnValue
  default boolean enableEbsEncryptionByDefault() {
    return call(new EnableEbsEncryptionByDefault());
  }

  /**
   * Encrypts new volumes and snapshot copies only when asked.
   *
   * @return false
   * @see DisableEbsEncryptionByDefault
   */
  @CanIgnoreReturnValue
  default boolean disableEbsEncryptionByDefault() {
    return call(new DisableEbsEncryptionByDefault());
  }

  /**
   * Tells whether new volumes and snapshot copies are encrypted unasked.
   *
   * @return whether they are
   * @see GetEbsEncryptionByDefault
   */
  default boolean getEbsEncryptionByDefault() {
    return call(new GetEbsEncryptionByDefault());
  }

  /**
   * Sets the key that is taken where none is named.
   *
   * @param kmsKeyId the key
   * @return its ARN
   * @see ModifyEbsDefaultKmsKeyId
   */
  @CanIgnoreReturnValue
  default KmsKeyId modifyEbsDefaultKmsKeyId(KmsKeyId kmsKeyId) {
    requireNonNull(kmsKeyId, "kmsKeyId");
    return call(new ModifyEbsDefaultKmsKeyId(kmsKeyId));
  }

  /**
   * Takes AWS's own key again where none is named.
   *
   * @return AWS's own key, {@code alias/aws/ebs}
   * @see ResetEbsDefaultKmsKeyId
   */
  @CanIgnoreReturnValue
  default KmsKeyId resetEbsDefaultKmsKeyId() {
    return call(new ResetEbsDefaultKmsKeyId());
  }

  /**
   * Tells the key that is taken where none is named.
   *
   * @return the ARN of the key; {@code alias/aws/ebs} for AWS's own
   * @see GetEbsDefaultKmsKeyId
   */
  default KmsKeyId getEbsDefaultKmsKeyId() {
    return call(new GetEbsDefaultKmsKeyId());
  }
}

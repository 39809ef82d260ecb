package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.query.AllowedImagesSettings;
import dev.amikit.query.Answer;
import dev.amikit.query.ImageCriterion;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.snapshot.Snapshot;
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
   * {@code RegisterImage}.
   *
   * @param request the request
   * @return the ID of the new image
   */
  public ImageId registerImage(RegisterImage request) {
    return call(request);
  }

  /**
   * {@code CreateImage}.
   *
   * @param request the request
   * @return the ID of the new image
   */
  public ImageId createImage(CreateImage request) {
    return call(request);
  }

  // Instances

  /**
   * {@code RunInstances}, of one instance.
   *
   * @param request the request
   * @return the instance
   */
  public Instance runInstances(RunInstances request) {
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
    return call(new DescribeInstanceImageMetadata(ImmutableSet.copyOf(instanceIds)));
  }

  /**
   * {@code CreateVolume}.
   *
   * @param ebs the volume as a mapping would describe it
   * @return the volume
   */
  public Volume createVolume(EbsBlockDevice ebs) {
    return call(new CreateVolume(ebs));
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

  // Encryption

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

  /**
   * {@code DescribeImages}.
   *
   * @param query what is asked for
   * @return a page of what was found, in the order of the IDs; all of it, unless the query asks for
   *     pages
   */
  public Answer.Page<Ami> describeImages(ImageQuery query) {
    return registry.describeImages(caller, region, query);
  }

  /**
   * {@code DescribeImages} of one image.
   *
   * @param imageId the image
   * @return the image as the account sees it; empty if it may not see it
   */
  public Optional<Ami> describeImage(ImageId imageId) {
    return describeImages(ImageQuery.builder().addImageIds(imageId).build()).items().stream()
        .findFirst();
  }

  /**
   * {@code DescribeSnapshots}.
   *
   * @param query what is asked for
   * @return a page of what was found, in the order of the IDs
   */
  public Answer.Page<Snapshot> describeSnapshots(SnapshotQuery query) {
    return registry.describeSnapshots(caller, region, query);
  }

  // Allowed AMIs

  /**
   * {@code EnableAllowedImagesSettings}.
   *
   * @param state {@code enabled} or {@code audit-mode}
   */
  public void enableAllowedImagesSettings(AllowedImagesSettings.State state) {
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
    call(new ReplaceImageCriteriaInAllowedImagesSettings(ImmutableList.copyOf(imageCriteria)));
  }

  /** {@return {@code GetAllowedImagesSettings}: state and criteria} */
  public AllowedImagesSettings getAllowedImagesSettings() {
    return call(new GetAllowedImagesSettings());
  }
}

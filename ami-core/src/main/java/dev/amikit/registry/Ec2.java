package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.VolumeId;

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
    return registry.read(caller, region, new DescribeInstances(ImmutableSet.copyOf(instanceIds)));
  }

  /**
   * {@code DescribeInstanceImageMetadata}.
   *
   * @param instanceIds the instances; none for all
   * @return what they were launched from, by ID
   */
  public ImmutableList<InstanceImageMetadata> describeInstanceImageMetadata(
      InstanceId... instanceIds) {
    return registry.read(
        caller, region, new DescribeInstanceImageMetadata(ImmutableSet.copyOf(instanceIds)));
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

  // Queries
}

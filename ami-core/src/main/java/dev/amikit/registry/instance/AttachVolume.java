package dev.amikit.registry.instance;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code AttachVolume}: gives a volume that is free to an instance, and its product codes with it.
 * It stays when the instance is terminated.
 *
 * @param volumeId the volume, which the caller owns
 * @param instanceId the instance, which the caller owns
 * @param device the name of the device
 * @param ebsCardIndex the EBS card of the instance that is to serve it, from 0 on; empty for the
 *     first
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVolume.html">AttachVolume</a>
 */
public record AttachVolume(
    VolumeId volumeId, InstanceId instanceId, DeviceName device, OptionalInt ebsCardIndex)
    implements Operation<VolumeAttachmentChange> {
  private static final ImmutableSet<InstanceState> STATES =
      ImmutableSet.of(InstanceState.RUNNING, InstanceState.STOPPED);

  /** The volume is free. */
  public static final Rule AVAILABLE = Rule.rule(
          "attach-volume.available",
          "a volume is attached to one instance at a time",
          ErrorCode.VOLUME_IN_USE,
          "error codes, VolumeInUse",
          "VOL-14")
      .saying(quoted("{volumeId} is already attached to an instance"));

  /** A volume is attached where it is. */
  public static final Rule SAME_ZONE = Rule.rule(
          "attach-volume.same-zone",
          "a volume that is in an Availability Zone is attached to an instance there",
          ErrorCode.INVALID_VOLUME_ZONE_MISMATCH,
          "EBS User Guide, Attach a volume to an instance; error codes, InvalidVolume.ZoneMismatch;"
              + " observed: answers of AttachVolume that users quote",
          "ID-25")
      .saying(quoted("The volume '{volumeId}' is not in the same availability zone as instance"
          + " '{instanceId}'"));

  /** The instance takes volumes. */
  public static final Rule INSTANCE_STATE = Rule.rule(
          "attach-volume.instance-state",
          "a volume is attached to an instance that is running or stopped",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Attach a volume to an instance; error codes, IncorrectState",
          "LAUNCH-42")
      .saying(quoted("Instance '{instanceId}' is not 'running'."));

  /** What AWS Marketplace sells comes to an instance that does not run. */
  public static final Rule PRODUCT_TO_STOPPED = Rule.rule(
          "attach-volume.product-to-stopped",
          "a volume with product codes of AWS Marketplace is attached only while the instance"
              + " is stopped",
          ErrorCode.INCORRECT_INSTANCE_STATE,
          "API reference, AttachVolume; the code is inferred from DetachVolume",
          "PAID-02")
      .saying(own("Unable to attach volume '{volumeId}' with Marketplace codes to instance"
          + " '{instanceId}' as the instance is not in the 'stopped' state."));

  /** The device has a name that instances take. */
  public static final Rule DEVICE_NAME = Rule.rule(
          "attach-volume.device-name",
          "a volume is attached as a device that a launch could add, or that the image of"
              + " the instance has",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Device names; error codes, InvalidParameterValue",
          "DEV-02",
          "DEV-12")
      .saying(quoted("Value ({device}) for parameter device is invalid."));

  /** Cards are counted from 0 on. */
  public static final Rule CARD_NOT_NEGATIVE = Rule.rule(
          "attach-volume.card-not-negative",
          "the EBS cards of an instance are counted from 0 on",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, AttachVolume, EbsCardIndex",
          "BDM-37")
      .saying(own("Value ({value}) for parameter ebsCardIndex is invalid. Value must not be"
          + " negative."));

  /** The device is free. */
  public static final Rule DEVICE_FREE = Rule.rule(
          "attach-volume.device-free",
          "the device that a volume is attached as is not in use on the instance",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "error codes, InvalidParameterValue; observed: answers of AttachVolume",
          "DEV-02",
          "DEV-11")
      .saying(quoted(
          "Invalid value '{device}' for unixDevice. Attachment point {device} is already in use"));

  /**
   * Refuses null.
   *
   * @param volumeId the volume, which the caller owns
   * @param instanceId the instance, which the caller owns
   * @param device the name of the device
   * @param ebsCardIndex the EBS card of the instance that is to serve it; empty for the first
   */
  public AttachVolume {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
    requireNonNull(device, "device");
    requireNonNull(ebsCardIndex, "ebsCardIndex");
  }

  /**
   * Makes a request that leaves the EBS card open.
   *
   * @param volumeId the volume, which the caller owns
   * @param instanceId the instance, which the caller owns
   * @param device the name of the device
   */
  public AttachVolume(VolumeId volumeId, InstanceId instanceId, DeviceName device) {
    this(volumeId, instanceId, device, OptionalInt.empty());
  }

  @Override
  public Outcome<VolumeAttachmentChange> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          ebsCardIndex.orElse(0) >= 0,
          () -> CARD_NOT_NEGATIVE.brokenBy("ebsCardIndex", ebsCardIndex.getAsInt()));
      Volume volume = plan.ownVolume(volumeId);
      Instance instance = plan.ownInstance(instanceId);
      plan.require(volume.instanceId().isEmpty(), AVAILABLE, "volumeId", volumeId);
      plan.require(
          areTogether(volume, instance),
          () -> SAME_ZONE.brokenBy("volumeId", volumeId).with("instanceId", instanceId));
      plan.require(
          STATES.contains(instance.state()), () -> InstanceRules.notIn(INSTANCE_STATE, instance));
      if (volume.productCodes().stream().anyMatch(ProductCode::isMarketplace)) {
        plan.require(
            instance.state() == InstanceState.STOPPED,
            () -> PRODUCT_TO_STOPPED.brokenBy("volumeId", volumeId).with("instanceId", instanceId));
        plan.requireNone(
            RunInstances.notSubscribed(plan, volume.productCodes(), "volumeId", volumeId));
      }
      plan.require(takesName(instance.image()), DEVICE_NAME, "device", device);
      plan.require(isFree(instance), DEVICE_FREE, "device", device);
      boolean takesEncrypted = Optional.ofNullable(
              plan.settings().instanceTypes().get(instance.instanceType()))
          .map(InstanceTypeInfo::encryptionSupported)
          .orElse(true);
      plan.require(
          takesEncrypted || !volume.isEncrypted(),
          () -> InstanceTypeRules.ENCRYPTION
              .brokenBy("volumeId", volumeId)
              .with("instanceType", instance.instanceType()));
      plan.happens(InstanceRules.attached(plan, volumeId, instanceId, device, false, ebsCardIndex));
      return new VolumeAttachmentChange(
          volumeId,
          plan.ownVolume(volumeId).attachment().orElseThrow(),
          VolumeAttachmentChange.State.ATTACHED);
    });
  }

  private static boolean areTogether(Volume volume, Instance instance) {
    return volume.availabilityZone().isEmpty()
        || instance.availabilityZone().isEmpty()
        || volume.availabilityZone().equals(instance.availabilityZone());
  }

  private boolean takesName(Ami image) {
    boolean isHvm = image.virtualizationType().equals(Optional.of(VirtualizationType.HVM));
    return image.device(device).isPresent()
        || device.isAcceptedInRequests() && !(isHvm && !InstanceRules.isNameOnHvm(device));
  }

  private boolean isFree(Instance instance) {
    return Sets.union(instance.volumes().keySet(), instance.virtualDevices().keySet()).stream()
        .map(DeviceName::withoutDev)
        .noneMatch(device.withoutDev()::equals);
  }
}

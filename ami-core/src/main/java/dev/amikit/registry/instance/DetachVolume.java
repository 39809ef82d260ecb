package dev.amikit.registry.instance;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * {@code DetachVolume}: takes a volume from an instance. The root volume, and one with product
 * codes of AWS Marketplace, are taken only from an instance that is stopped, by force as well.
 *
 * @param volumeId the volume, which the caller owns
 * @param instanceId the instance, which the caller owns; empty for whichever has the volume
 * @param device the name of the device; empty for whichever the volume is attached as
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachVolume.html">DetachVolume</a>
 */
public record DetachVolume(
    VolumeId volumeId, Optional<InstanceId> instanceId, Optional<DeviceName> device)
    implements Operation<VolumeAttachmentChange> {
  private static final MessageTemplate ELSEWHERE =
      own("Volume '{volumeId}' is not attached to instance '{instanceId}'.");
  private static final MessageTemplate OTHERWISE =
      own("Volume '{volumeId}' is not attached to instance '{instanceId}' as device '{device}'.");

  /** The instance has the volume. */
  public static final Rule ATTACHED = Rule.rule(
          "detach-volume.attached",
          "a volume is detached from the instance that it is attached to",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Detach a volume; observed: answers of DetachVolume",
          "VOL-14")
      .saying(quoted("Volume '{volumeId}'is in the 'available' state."), ELSEWHERE, OTHERWISE);

  /** The root stays with an instance that may run. */
  public static final Rule ROOT_OF_STOPPED = Rule.rule(
          "detach-volume.root-of-stopped",
          "the root volume of an instance is detached only while the instance is stopped",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "EBS User Guide, Detach a volume; error codes, OperationNotPermitted",
          "CREATE-04")
      .saying(quoted("Unable to detach root volume '{volumeId}' from instance '{instanceId}'"));

  /** What AWS Marketplace sells stays with an instance that may run. */
  public static final Rule PRODUCT_OF_STOPPED = Rule.rule(
          "detach-volume.product-of-stopped",
          "a volume with product codes of AWS Marketplace is detached only while the"
              + " instance is stopped",
          ErrorCode.INCORRECT_INSTANCE_STATE,
          "EBS User Guide, Detach a volume; observed: answers of DetachVolume",
          "PAID-02")
      .saying(quoted("Unable to detach volume '{volumeId}' with Marketplace codes from instance"
          + " '{instanceId}' as the instance is not in the 'stopped' state."));

  /**
   * Refuses null.
   *
   * @param volumeId the volume, which the caller owns
   * @param instanceId the instance, which the caller owns; empty for whichever has the volume
   * @param device the name of the device; empty for whichever the volume is attached as
   */
  public DetachVolume {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
    requireNonNull(device, "device");
  }

  /**
   * Makes a request to take a volume from the instance that has it.
   *
   * @param volumeId the volume, which the caller owns
   */
  public DetachVolume(VolumeId volumeId) {
    this(volumeId, Optional.empty(), Optional.empty());
  }

  /**
   * Makes a request to take a volume from an instance.
   *
   * @param volumeId the volume, which the caller owns
   * @param instanceId the instance, which the caller owns
   */
  public DetachVolume(VolumeId volumeId, InstanceId instanceId) {
    this(volumeId, Optional.of(requireNonNull(instanceId, "instanceId")), Optional.empty());
  }

  @Override
  public Outcome<VolumeAttachmentChange> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Volume volume = plan.ownVolume(volumeId);
      instanceId.ifPresent(plan::ownInstance);
      VolumeAttachment attachment = volume
          .attachment()
          .orElseThrow(() -> Plan.refused(ATTACHED.brokenBy("volumeId", volumeId)));
      plan.require(
          instanceId.stream().allMatch(attachment.instanceId()::equals),
          () -> brokenBy(ATTACHED, instanceId.orElseThrow()).saying(ELSEWHERE));
      plan.require(
          device.stream().allMatch(attachment.device()::equals),
          () -> ATTACHED
              .brokenBy("device", device.orElseThrow())
              .with("volumeId", volumeId)
              .with("instanceId", attachment.instanceId())
              .saying(OTHERWISE));
      Instance instance = plan.ownInstance(attachment.instanceId());
      if (instance.state() != InstanceState.STOPPED) {
        plan.require(
            !instance.image().bootsFrom(attachment.device()),
            () -> brokenBy(ROOT_OF_STOPPED, instance.instanceId()));
        plan.require(
            volume.productCodes().stream().noneMatch(ProductCode::isMarketplace),
            () -> brokenBy(PRODUCT_OF_STOPPED, instance.instanceId()));
      }
      plan.happens(new VolumeEvent.VolumeDetached(plan.region(), volumeId, instance.instanceId()));
      return new VolumeAttachmentChange(
          volumeId, attachment, VolumeAttachmentChange.State.DETACHED);
    });
  }

  private Violation brokenBy(Rule rule, InstanceId from) {
    return rule.brokenBy("volumeId", volumeId).with("instanceId", from);
  }
}

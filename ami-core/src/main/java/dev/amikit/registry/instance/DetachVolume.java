package dev.amikit.registry.instance;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

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
import dev.amikit.registry.state.VolumeState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/**
 * {@code DetachVolume}: takes a volume from an instance. The root volume, and one with product
 * codes of AWS Marketplace, are taken only from an instance that is stopped, by force as well.
 *
 * @param volumeId the volume, which the caller owns
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachVolume.html">DetachVolume</a>
 */
public record DetachVolume(VolumeId volumeId, InstanceId instanceId)
    implements Operation<Instance> {
  private static final MessageTemplate ELSEWHERE =
      own("Volume '{volumeId}' is not attached to instance '{instanceId}'.");

  /** The instance has the volume. */
  public static final Rule ATTACHED = Rule.rule(
          "detach-volume.attached",
          "a volume is detached from the instance that it is attached to",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Detach a volume; observed: answers of DetachVolume",
          "VOL-14")
      .saying(quoted("Volume '{volumeId}'is in the 'available' state."), ELSEWHERE);

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
   * @param instanceId the instance, which the caller owns
   */
  public DetachVolume {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
  }

  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Volume volume = plan.ownVolume(volumeId);
      Instance instance = plan.ownInstance(instanceId);
      plan.require(volume.state() == VolumeState.IN_USE, () -> brokenBy(ATTACHED));
      VolumeAttachment attachment = volume
          .attachment()
          .filter(attached -> attached.instanceId().equals(instanceId))
          .orElseThrow(() -> Plan.refused(brokenBy(ATTACHED).saying(ELSEWHERE)));
      if (instance.state() != InstanceState.STOPPED) {
        plan.require(
            !instance.image().bootsFrom(attachment.device()), () -> brokenBy(ROOT_OF_STOPPED));
        plan.require(
            volume.productCodes().stream().noneMatch(ProductCode::isMarketplace),
            () -> brokenBy(PRODUCT_OF_STOPPED));
      }
      plan.happens(new VolumeEvent.VolumeDetached(plan.region(), volumeId, instanceId));
      return plan.ownInstance(instanceId);
    });
  }

  private Violation brokenBy(Rule rule) {
    return rule.brokenBy("volumeId", volumeId).with("instanceId", instanceId);
  }
}

package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * {@code AttachVolume}: gives a volume that is free to an instance. It stays when the instance is
 * terminated.
 *
 * @param volumeId the volume, which the caller owns
 * @param instanceId the instance, which the caller owns
 * @param device the name of the device
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVolume.html">AttachVolume</a>
 */
public record AttachVolume(VolumeId volumeId, InstanceId instanceId, DeviceName device)
    implements Operation<Instance> {
  /** The volume is free. */
  public static final Rule AVAILABLE = Rule.rule(
      "attach-volume.available",
      "a volume is attached to one instance at a time",
      ErrorCode.INCORRECT_STATE,
      "API reference, AttachVolume; inferred",
      "VOL-14");

  /** The device is free. */
  public static final Rule DEVICE_FREE = Rule.rule(
      "attach-volume.device-free",
      "the device that a volume is attached as is not in use on the instance",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "error codes, InvalidParameterValue; observed",
      "DEV-02",
      "DEV-11");

  /**
   * Refuses null.
   *
   * @param volumeId the volume, which the caller owns
   * @param instanceId the instance, which the caller owns
   * @param device the name of the device
   */
  public AttachVolume {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
    requireNonNull(device, "device");
  }

  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Volume volume = plan.ownVolume(volumeId);
      Instance instance = InstanceRules.present(plan, instanceId);
      volume.instanceId().ifPresent(other -> plan.require(false, AVAILABLE, "volumeId", other));
      ImmutableSet<String> used =
          Sets.union(instance.volumes().keySet(), instance.virtualDevices().keySet()).stream()
              .map(DeviceName::withoutDev)
              .collect(toImmutableSet());
      plan.require(!used.contains(device.withoutDev()), DEVICE_FREE, "device", device);
      boolean takesEncrypted = Optional.ofNullable(
              plan.settings().instanceTypes().get(instance.instanceType()))
          .map(InstanceTypeInfo::encryptionSupported)
          .orElse(true);
      plan.require(
          takesEncrypted || !volume.isEncrypted(),
          InstanceTypeRules.ENCRYPTION,
          "volumeId",
          volumeId);
      plan.happens(
          new VolumeEvent.VolumeAttached(plan.region(), volumeId, instanceId, device, false));
      return plan.ownInstance(instanceId);
    });
  }
}

package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RegistryEvent;
import java.util.Optional;

/**
 * {@code DetachVolume}: takes a volume from an instance, if it has it.
 *
 * @param volumeId the volume
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachVolume.html">DetachVolume</a>
 */
public record DetachVolume(VolumeId volumeId, InstanceId instanceId)
    implements Operation<Instance> {
  /**
   * Refuses null.
   *
   * @param volumeId the volume
   * @param instanceId the instance, which the caller owns
   */
  public DetachVolume {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(instanceId, "instanceId");
  }

  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instance instance = InstanceRules.present(plan, instanceId);
      ImmutableMap<DeviceName, Instance.Attachment> left = ImmutableMap.copyOf(Maps.filterValues(
          instance.volumes(), attachment -> !attachment.volumeId().equals(volumeId)));
      if (left.size() == instance.volumes().size()) {
        return instance;
      }
      release(plan, volumeId);
      return InstanceRules.changed(plan, instance.toBuilder().volumes(left));
    });
  }

  /** Plans that a volume is attached to nothing. */
  static void release(Plan plan, VolumeId volumeId) {
    plan.state()
        .volume(plan.region(), volumeId)
        .map(volume -> volume.toBuilder().instanceId(Optional.empty()).build())
        .ifPresent(volume -> plan.happens(new RegistryEvent.VolumeStored(plan.region(), volume)));
  }
}

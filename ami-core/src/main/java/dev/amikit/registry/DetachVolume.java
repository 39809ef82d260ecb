package dev.amikit.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;

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
  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instance instance = InstanceRules.present(plan, instanceId);
      return InstanceRules.changed(
          plan,
          instance.toBuilder()
              .volumes(ImmutableMap.copyOf(Maps.filterValues(
                  instance.volumes(), attachment -> !attachment.volumeId().equals(volumeId)))));
    });
  }
}

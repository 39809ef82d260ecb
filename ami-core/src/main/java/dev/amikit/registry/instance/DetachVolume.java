package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.VolumeEvent;

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
      if (instance.volumes().values().stream()
          .anyMatch(attachment -> attachment.volumeId().equals(volumeId))) {
        plan.happens(new VolumeEvent.VolumeDetached(plan.region(), volumeId, instanceId));
      }
      return plan.ownInstance(instanceId);
    });
  }
}

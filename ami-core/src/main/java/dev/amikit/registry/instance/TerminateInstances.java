package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.VolumeEvent;
import java.util.Optional;

/**
 * {@code TerminateInstances}, of one instance: it is gone, and with it the volumes that are to be
 * deleted on termination; the others are free again. Nothing changes for one that is terminated
 * already.
 *
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html">TerminateInstances</a>
 */
public record TerminateInstances(InstanceId instanceId) implements Operation<Instance> {
  /**
   * Refuses null.
   *
   * @param instanceId the instance, which the caller owns
   */
  public TerminateInstances {
    requireNonNull(instanceId, "instanceId");
  }

  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instance instance = plan.ownInstance(instanceId);
      if (instance.state() == InstanceState.TERMINATED) {
        return instance;
      }
      instance.volumes().values().forEach(attachment -> {
        VolumeId volumeId = attachment.volumeId();
        plan.happens(new VolumeEvent.VolumeDetached(plan.region(), volumeId, instanceId));
        if (attachment.deleteOnTermination()) {
          plan.happens(new VolumeEvent.VolumeDeleted(plan.region(), volumeId));
        }
      });
      plan.happens(new InstanceEvent.InstanceTerminated(
          plan.region(), instanceId, plan.now().truncatedTo(Instance.TIME_UNIT), Optional.empty()));
      return plan.ownInstance(instanceId);
    });
  }
}

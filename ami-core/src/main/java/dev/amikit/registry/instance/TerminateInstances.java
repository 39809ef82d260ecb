package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RegistryEvent;

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
        if (attachment.deleteOnTermination()) {
          plan.happens(new RegistryEvent.VolumeDeleted(plan.region(), attachment.volumeId()));
        } else {
          DetachVolume.release(plan, attachment.volumeId());
        }
      });
      return InstanceRules.changed(
          plan,
          instance.toBuilder()
              .state(InstanceState.TERMINATED)
              .terminationTime(plan.now())
              .volumes(ImmutableMap.of())
              .virtualDevices(ImmutableMap.of()));
    });
  }
}

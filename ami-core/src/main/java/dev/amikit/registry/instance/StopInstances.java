package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.InstanceId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;

/**
 * {@code StopInstances}, of one instance with an EBS root.
 *
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html">StopInstances</a>
 */
public record StopInstances(InstanceId instanceId) implements Operation<Instance> {
  /**
   * Refuses null.
   *
   * @param instanceId the instance, which the caller owns
   */
  public StopInstances {
    requireNonNull(instanceId, "instanceId");
  }

  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instance instance = InstanceRules.present(plan, instanceId);
      plan.require(
          instance.image().hasEbsRoot(), InstanceRules.STOPPABLE, "instanceId", instanceId);
      if (instance.state() != InstanceState.STOPPED) {
        plan.happens(new InstanceEvent.InstanceStopped(plan.region(), instanceId));
      }
      return plan.ownInstance(instanceId);
    });
  }
}

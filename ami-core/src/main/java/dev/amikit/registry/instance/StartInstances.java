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
 * {@code StartInstances}, of one instance: a stopped one runs again, whatever became of its image.
 * That is no launch of the image.
 *
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html">StartInstances</a>
 */
public record StartInstances(InstanceId instanceId) implements Operation<Instance> {
  /**
   * Refuses null.
   *
   * @param instanceId the instance, which the caller owns
   */
  public StartInstances {
    requireNonNull(instanceId, "instanceId");
  }

  @Override
  public Outcome<Instance> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instance instance = InstanceRules.present(plan, instanceId);
      if (instance.state() != InstanceState.RUNNING) {
        plan.happens(new InstanceEvent.InstanceStarted(plan.region(), instanceId));
      }
      return plan.ownInstance(instanceId);
    });
  }
}

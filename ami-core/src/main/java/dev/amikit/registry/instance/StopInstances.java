package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.Violation;

/**
 * {@code StopInstances}, of one running instance with an EBS root. Nothing changes for one that is
 * stopped.
 *
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html">StopInstances</a>
 */
public record StopInstances(InstanceId instanceId) implements Operation<Instance> {
  private static final ImmutableSet<InstanceState> ON_ITS_WAY =
      ImmutableSet.of(InstanceState.STOPPING, InstanceState.STOPPED);

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
      Instance instance = plan.ownInstance(instanceId);
      if (ON_ITS_WAY.contains(instance.state())) {
        return instance;
      }
      Violation wrongState = InstanceRules.notIn(InstanceRules.STATE, instance);
      plan.require(
          instance.state() != InstanceState.PENDING,
          () -> wrongState.saying(InstanceRules.NEVER_RUNNING));
      plan.require(instance.state() == InstanceState.RUNNING, () -> wrongState);
      plan.require(
          instance.image().hasEbsRoot(), InstanceRules.STOPPABLE, "instanceId", instanceId);
      plan.happens(new InstanceEvent.InstanceStopped(plan.region(), instanceId));
      return plan.ownInstance(instanceId);
    });
  }
}

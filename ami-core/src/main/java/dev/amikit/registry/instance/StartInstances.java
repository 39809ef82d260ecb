package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;

/**
 * {@code StartInstances}, of one instance: a stopped one runs again, whatever became of its image,
 * if its root volume is attached. That is no launch of the image. Nothing changes for one that
 * runs.
 *
 * @param instanceId the instance, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html">StartInstances</a>
 */
public record StartInstances(InstanceId instanceId) implements Operation<Instance> {
  private static final ImmutableSet<InstanceState> ON_ITS_WAY =
      ImmutableSet.of(InstanceState.PENDING, InstanceState.RUNNING);

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
      Instance instance = plan.ownInstance(instanceId);
      if (ON_ITS_WAY.contains(instance.state())) {
        return instance;
      }
      plan.require(
          instance.state() == InstanceState.STOPPED,
          () ->
              InstanceRules.notIn(InstanceRules.STATE, instance).saying(InstanceRules.NOT_STARTED));
      plan.require(
          InstanceRules.hasRoot(instance),
          () -> InstanceRules.ROOT_ATTACHED
              .brokenBy("instanceId", instanceId)
              .with(
                  "rootDeviceName",
                  instance.image().rootDeviceName().map(DeviceName::value).orElse("null")));
      plan.happens(new InstanceEvent.InstanceStarted(plan.region(), instanceId));
      return plan.ownInstance(instanceId);
    });
  }
}

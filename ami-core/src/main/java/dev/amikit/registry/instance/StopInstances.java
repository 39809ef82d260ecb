package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;

/**
 * {@code StopInstances}: running instances with an EBS root are stopped, all or none. Nothing
 * changes for those that are stopped already.
 *
 * @param instanceIds the instances, which the caller owns; 1 to 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html">StopInstances</a>
 */
public record StopInstances(ImmutableSet<InstanceId> instanceIds)
    implements Operation<ImmutableList<InstanceStateChange>> {
  private static final ImmutableSet<InstanceState> ON_ITS_WAY =
      ImmutableSet.of(InstanceState.STOPPING, InstanceState.STOPPED);

  /**
   * Refuses null.
   *
   * @param instanceIds the instances, which the caller owns; 1 to 1,000
   */
  public StopInstances {
    requireNonNull(instanceIds, "instanceIds");
  }

  /**
   * Makes a request.
   *
   * @param instanceIds the instances, which the caller owns; 1 to 1,000
   */
  public StopInstances(InstanceId... instanceIds) {
    this(ImmutableSet.copyOf(requireNonNull(instanceIds, "instanceIds")));
  }

  @Override
  public Outcome<ImmutableList<InstanceStateChange>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> InstanceRules.changed(plan, instanceIds, instance -> stop(plan, instance)));
  }

  private static void stop(Plan plan, Instance instance) {
    if (ON_ITS_WAY.contains(instance.state())) {
      return;
    }
    plan.require(
        instance.state() != InstanceState.PENDING,
        () ->
            InstanceRules.notIn(InstanceRules.STATE, instance).saying(InstanceRules.NEVER_RUNNING));
    plan.require(
        instance.state() == InstanceState.RUNNING,
        () -> InstanceRules.notIn(InstanceRules.STATE, instance));
    plan.require(
        instance.image().hasEbsRoot(),
        InstanceRules.STOPPABLE,
        "instanceId",
        instance.instanceId());
    plan.happens(new InstanceEvent.InstanceStopped(plan.region(), instance.instanceId()));
  }
}

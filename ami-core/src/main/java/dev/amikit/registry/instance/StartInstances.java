package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
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
 * {@code StartInstances}: instances that are stopped run again, whatever became of their images, if
 * their root volumes are attached; all or none. That is no launch of the images. Nothing changes
 * for those that run.
 *
 * @param instanceIds the instances, which the caller owns; 1 to 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html">StartInstances</a>
 */
public record StartInstances(ImmutableSet<InstanceId> instanceIds)
    implements Operation<ImmutableList<InstanceStateChange>> {
  private static final ImmutableSet<InstanceState> ON_ITS_WAY =
      ImmutableSet.of(InstanceState.PENDING, InstanceState.RUNNING);

  /**
   * Refuses null.
   *
   * @param instanceIds the instances, which the caller owns; 1 to 1,000
   */
  public StartInstances {
    requireNonNull(instanceIds, "instanceIds");
  }

  /**
   * Makes a request.
   *
   * @param instanceIds the instances, which the caller owns; 1 to 1,000
   */
  public StartInstances(InstanceId... instanceIds) {
    this(ImmutableSet.copyOf(requireNonNull(instanceIds, "instanceIds")));
  }

  @Override
  public Outcome<ImmutableList<InstanceStateChange>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> InstanceRules.changed(plan, instanceIds, instance -> start(plan, instance)));
  }

  private static void start(Plan plan, Instance instance) {
    if (ON_ITS_WAY.contains(instance.state())) {
      return;
    }
    plan.require(
        instance.state() == InstanceState.STOPPED,
        () -> InstanceRules.notIn(InstanceRules.STATE, instance).saying(InstanceRules.NOT_STARTED));
    plan.require(
        InstanceRules.hasRoot(instance),
        () -> InstanceRules.ROOT_ATTACHED
            .brokenBy("instanceId", instance.instanceId())
            .with(
                "rootDeviceName",
                instance.image().rootDeviceName().map(DeviceName::value).orElse("null")));
    plan.happens(new InstanceEvent.InstanceStarted(plan.region(), instance.instanceId()));
  }
}

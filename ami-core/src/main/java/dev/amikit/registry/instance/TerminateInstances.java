package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
 * {@code TerminateInstances}: instances are gone, all or none, and with them the volumes that are
 * to be deleted on termination; other volumes are free again. Nothing changes for those that are
 * terminated already.
 *
 * @param instanceIds the instances, which the caller owns; 1 to 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html">TerminateInstances</a>
 */
public record TerminateInstances(ImmutableSet<InstanceId> instanceIds)
    implements Operation<ImmutableList<InstanceStateChange>> {
  /**
   * Refuses null.
   *
   * @param instanceIds the instances, which the caller owns; 1 to 1,000
   */
  public TerminateInstances {
    requireNonNull(instanceIds, "instanceIds");
  }

  /**
   * Makes a request.
   *
   * @param instanceIds the instances, which the caller owns; 1 to 1,000
   */
  public TerminateInstances(InstanceId... instanceIds) {
    this(ImmutableSet.copyOf(requireNonNull(instanceIds, "instanceIds")));
  }

  @Override
  public Outcome<ImmutableList<InstanceStateChange>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> InstanceRules.changed(plan, instanceIds, instance -> terminate(plan, instance)));
  }

  private static void terminate(Plan plan, Instance instance) {
    if (instance.state() == InstanceState.TERMINATED) {
      return;
    }
    instance.volumes().values().forEach(attachment -> {
      VolumeId volumeId = attachment.volumeId();
      plan.happens(new VolumeEvent.VolumeDetached(plan.region(), volumeId, instance.instanceId()));
      if (attachment.deleteOnTermination()) {
        plan.happens(new VolumeEvent.VolumeDeleted(plan.region(), volumeId));
      }
    });
    plan.happens(new InstanceEvent.InstanceTerminated(
        plan.region(),
        instance.instanceId(),
        plan.now().truncatedTo(Instance.TIME_UNIT),
        Optional.empty()));
  }
}

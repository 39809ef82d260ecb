package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;

/**
 * {@code DescribeInstances}: the instances of the caller, by ID. Terminated ones are told for an
 * hour.
 *
 * @param instanceIds those that are asked for; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html">DescribeInstances</a>
 */
public record DescribeInstances(ImmutableSet<InstanceId> instanceIds)
    implements ReadOperation<ImmutableList<Instance>> {
  /**
   * Refuses null.
   *
   * @param instanceIds those that are asked for; empty for all
   */
  public DescribeInstances {
    requireNonNull(instanceIds, "instanceIds");
  }

  @Override
  public Outcome<ImmutableList<Instance>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> described(plan, instanceIds));
  }

  /** The instances asked for; refuses those that the caller does not have, or has no more. */
  static ImmutableList<Instance> described(Plan plan, ImmutableSet<InstanceId> ids) {
    if (ids.isEmpty()) {
      return plan.here()
          .instances()
          .ownedBy(plan.caller())
          .filter(instance -> instance.isDescribedAt(plan.now()))
          .collect(toImmutableList());
    }
    return ids.stream()
        .sorted()
        .map(id -> {
          Instance instance = plan.ownInstance(id);
          plan.require(instance.isDescribedAt(plan.now()), Instance.EXISTS, "instanceId", id);
          return instance;
        })
        .collect(toImmutableList());
  }
}

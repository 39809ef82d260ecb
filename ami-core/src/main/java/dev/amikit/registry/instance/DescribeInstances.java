package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.amikit.id.InstanceId;
import dev.amikit.page.PageRules;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;

/**
 * {@code DescribeInstances}: the instances of the caller, by ID, those of one launch together.
 * Terminated ones are told for an hour.
 *
 * @param instanceIds those that are asked for, at most 1,000; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html">DescribeInstances</a>
 */
public record DescribeInstances(ImmutableSet<InstanceId> instanceIds)
    implements ReadOperation<ImmutableList<Reservation>> {
  /**
   * Refuses null.
   *
   * @param instanceIds those that are asked for, at most 1,000; empty for all
   */
  public DescribeInstances {
    requireNonNull(instanceIds, "instanceIds");
  }

  @Override
  public Outcome<ImmutableList<Reservation>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(PageRules.ofIds("instanceIds", instanceIds.size()));
      return Reservation.of(described(plan, instanceIds));
    });
  }

  /** The instances asked for; refuses those that the caller does not have, or has no more. */
  static ImmutableList<Instance> described(Plan plan, ImmutableSet<InstanceId> ids) {
    if (ids.isEmpty()) {
      return plan.here().instances().ownedBy(plan.caller()).collect(toImmutableList());
    }
    ImmutableMap<InstanceId, Instance> present = ids.stream()
        .flatMap(id -> plan.here().instances().get(id).stream())
        .filter(instance -> instance.ownerId().equals(plan.caller()))
        .collect(toImmutableMap(Instance::instanceId, instance -> instance));
    requirePresent(plan, Sets.difference(ids, present.keySet()).immutableCopy());
    return ImmutableSortedMap.copyOf(present).values().asList();
  }

  /** EC2 names all instances that are missing, in the order of the request. */
  private static void requirePresent(Plan plan, ImmutableSet<InstanceId> missing) {
    String all = Joiner.on(", ").join(missing);
    plan.requireNone(missing.stream()
        .map(id -> Instance.EXISTS.brokenBy("instanceIds", id).with("instanceId", id))
        .map(broken -> missing.size() == 1
            ? broken
            : broken.saying(Instance.SEVERAL_MISSING).with("instanceIds", all))
        .collect(toImmutableList()));
  }
}

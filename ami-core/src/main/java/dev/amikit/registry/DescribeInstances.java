package dev.amikit.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import java.time.Duration;
import java.util.Comparator;

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
  private static final Duration TOLD_AFTER_TERMINATION = Duration.ofHours(1);

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
    return Plan.outcome(situation, plan -> told(plan, instanceIds));
  }

  /** The instances asked for; refuses those that the caller does not have, or has no more. */
  static ImmutableList<Instance> told(Plan plan, ImmutableSet<InstanceId> ids) {
    if (ids.isEmpty()) {
      return plan.here()
          .instances
          .values()
          .toJavaStream()
          .filter(instance -> instance.ownerId().equals(plan.caller()))
          .filter(instance -> isTold(plan, instance))
          .sorted(Comparator.comparing(Instance::instanceId))
          .collect(toImmutableList());
    }
    return ids.stream()
        .sorted()
        .map(id -> {
          Instance instance = plan.ownInstance(id);
          plan.require(isTold(plan, instance), Instance.EXISTS, "instanceId", id);
          return instance;
        })
        .collect(toImmutableList());
  }

  /** Whether an instance is still told of. */
  static boolean isTold(Plan plan, Instance instance) {
    return instance
        .terminationTime()
        .map(time -> plan.now().isBefore(time.plus(TOLD_AFTER_TERMINATION)))
        .orElse(true);
  }
}

package dev.amikit.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * {@code DescribeInstanceImageMetadata}: which images the instances of the caller were launched
 * from, by ID of the instance. Terminated instances are told for an hour.
 *
 * @param instanceIds those that are asked for, at most 1,000; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceImageMetadata.html">DescribeInstanceImageMetadata</a>
 */
public record DescribeInstanceImageMetadata(ImmutableSet<InstanceId> instanceIds)
    implements ReadOperation<ImmutableList<InstanceImageMetadata>> {
  private static final int MOST_IDS = 1_000;

  /** So many instances can be asked for at once. */
  public static final Rule FEW_IDS = Rule.rule(
      "describe-instance-image-metadata.few-ids",
      "at most 1,000 instances are asked for at once",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, DescribeInstanceImageMetadata",
      "REF-03");

  @Override
  public Outcome<ImmutableList<InstanceImageMetadata>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(instanceIds.size() <= MOST_IDS, FEW_IDS, "instanceIds", instanceIds.size());
      return DescribeInstances.told(plan, instanceIds).stream()
          .map(instance -> InstanceImageMetadata.of(
              instance,
              plan.state().image(plan.region(), instance.image().imageId()),
              plan.viewer()))
          .collect(toImmutableList());
    });
  }
}

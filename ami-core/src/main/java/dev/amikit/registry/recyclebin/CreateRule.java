package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import java.nio.charset.StandardCharsets;

/**
 * {@code CreateRule} of the Recycle Bin; in force at once.
 *
 * @param resourceType what it keeps
 * @param retentionPeriodDays for how many days, from 1 to 365
 * @param description what its maker says of it; at most 255 characters
 * @param resourceTags the tags of which a resource has any; empty for a rule of the whole Region
 * @param excludeResourceTags the tags of which a resource has none; only for a rule of the whole
 *     Region
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_CreateRule.html">CreateRule</a>
 */
public record CreateRule(
    ResourceType resourceType,
    int retentionPeriodDays,
    String description,
    ImmutableSet<ResourceTag> resourceTags,
    ImmutableSet<ResourceTag> excludeResourceTags)
    implements Operation<RetentionRule> {
  private static final int IDENTIFIER_LENGTH = 11;

  /**
   * Refuses null.
   *
   * @param resourceType what it keeps
   * @param retentionPeriodDays for how many days, from 1 to 365
   * @param description what its maker says of it; at most 255 characters
   * @param resourceTags the tags of which a resource has any; empty for a rule of the whole Region
   * @param excludeResourceTags the tags of which a resource has none; only for a rule of the whole
   *     Region
   */
  public CreateRule {
    requireNonNull(resourceType, "resourceType");
    requireNonNull(description, "description");
    requireNonNull(resourceTags, "resourceTags");
    requireNonNull(excludeResourceTags, "excludeResourceTags");
  }

  /**
   * Returns the request for a rule of the whole Region.
   *
   * @param resourceType what it keeps
   * @param retentionPeriodDays for how many days
   * @return the request
   */
  public static CreateRule ofRegion(ResourceType resourceType, int retentionPeriodDays) {
    return new CreateRule(
        resourceType, retentionPeriodDays, "", ImmutableSet.of(), ImmutableSet.of());
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule retention = RetentionRule.builder()
          .identifier(newIdentifier(plan))
          .resourceType(resourceType)
          .retentionPeriodDays(retentionPeriodDays)
          .description(description)
          .resourceTags(resourceTags)
          .excludeResourceTags(excludeResourceTags)
          .build();
      long rules = plan.here().accounts().retentionRules(plan.caller()).count();
      plan.require(
          rules < plan.settings().quotas().retentionRules(),
          RetentionRules.IN_QUOTA,
          "rules",
          rules);
      return RetentionRules.store(plan, retention);
    });
  }

  private static String newIdentifier(Plan plan) {
    return Hashing.murmur3_128()
        .hashString("rule-" + plan.newDigits(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, IDENTIFIER_LENGTH);
  }
}

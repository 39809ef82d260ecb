package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import java.util.Optional;

/**
 * {@code UpdateRule} of the Recycle Bin; what lies there already stays as long as it would have.
 *
 * @param identifier the rule, which is not locked
 * @param retentionPeriodDays the new number of days; empty to keep it
 * @param description the new description; empty to keep it
 * @param resourceTags the new resource tags; empty to keep them
 * @param excludeResourceTags the new exclusion tags; empty to keep them
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_UpdateRule.html">UpdateRule</a>
 */
public record UpdateRule(
    String identifier,
    Optional<Integer> retentionPeriodDays,
    Optional<String> description,
    Optional<ImmutableSet<ResourceTag>> resourceTags,
    Optional<ImmutableSet<ResourceTag>> excludeResourceTags)
    implements Operation<RetentionRule> {
  /**
   * Refuses null.
   *
   * @param identifier the rule, which is not locked
   * @param retentionPeriodDays the new number of days; empty to keep it
   * @param description the new description; empty to keep it
   * @param resourceTags the new resource tags; empty to keep them
   * @param excludeResourceTags the new exclusion tags; empty to keep them
   */
  public UpdateRule {
    requireNonNull(identifier, "identifier");
    requireNonNull(retentionPeriodDays, "retentionPeriodDays");
    requireNonNull(description, "description");
    requireNonNull(resourceTags, "resourceTags");
    requireNonNull(excludeResourceTags, "excludeResourceTags");
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule present = RetentionRules.changeable(plan, identifier);
      RetentionRule changed = present.toBuilder()
          .retentionPeriodDays(retentionPeriodDays.orElse(present.retentionPeriodDays()))
          .description(description.orElse(present.description()))
          .resourceTags(resourceTags.orElse(present.resourceTags()))
          .excludeResourceTags(excludeResourceTags.orElse(present.excludeResourceTags()))
          .build();
      return RetentionRules.store(plan, changed);
    });
  }
}

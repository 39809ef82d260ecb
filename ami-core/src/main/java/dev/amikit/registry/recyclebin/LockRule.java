package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRuleEvent;

/**
 * {@code LockRule} of the Recycle Bin: the rule can be neither changed nor deleted.
 *
 * @param identifier the rule, one of the whole Region without exclusion tags
 * @param unlockDelayDays for how many days it stays locked after unlocking, from 7 to 30
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_LockRule.html">LockRule</a>
 */
public record LockRule(String identifier, int unlockDelayDays) implements Operation<RetentionRule> {
  /**
   * Refuses null.
   *
   * @param identifier the rule, one of the whole Region without exclusion tags
   * @param unlockDelayDays for how many days it stays locked after unlocking, from 7 to 30
   */
  public LockRule {
    requireNonNull(identifier, "identifier");
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule present = RetentionRules.changeable(plan, identifier);
      requireLockable(plan, "resourceTags", present.resourceTags());
      requireLockable(plan, "excludeResourceTags", present.excludeResourceTags());
      plan.happens(new RetentionRuleEvent.RetentionRuleLocked(
          plan.region(), plan.caller(), identifier, unlockDelayDays));
      return RetentionRules.existing(plan, identifier);
    });
  }

  private void requireLockable(Plan plan, String path, ImmutableSet<ResourceTag> tags) {
    plan.require(
        tags.isEmpty(),
        () -> RetentionRules.LOCKABLE.brokenBy(path, tags).with("identifier", identifier));
  }
}

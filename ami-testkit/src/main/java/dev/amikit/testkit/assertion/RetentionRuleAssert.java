package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Assertions on a retention rule of the Recycle Bin. */
public final class RetentionRuleAssert extends ValueAssert<RetentionRuleAssert, RetentionRule> {
  RetentionRuleAssert(@Nullable RetentionRule actual) {
    super(actual, RetentionRuleAssert.class, RetentionRule.class);
  }

  @Override
  String name(RetentionRule rule) {
    return "retention rule " + rule.identifier();
  }

  /**
   * Checks what the rule is for.
   *
   * @param type images or snapshots
   * @return this
   */
  @CanIgnoreReturnValue
  public RetentionRuleAssert isOf(ResourceType type) {
    requireNonNull(type, "type");
    ResourceType found = value().resourceType();
    return check(found == type, "be of " + type, "it is of " + found);
  }

  /**
   * Checks for how long the rule keeps what is deleted.
   *
   * @param days the days
   * @return this
   */
  @CanIgnoreReturnValue
  public RetentionRuleAssert keepsForDays(int days) {
    int found = value().retentionPeriodDays();
    return check(
        found == days, "keep for %d days".formatted(days), "it keeps for %d".formatted(found));
  }

  /**
   * Checks that the rule keeps what has certain tags.
   *
   * @param tags the tags
   * @return this
   */
  @CanIgnoreReturnValue
  public RetentionRuleAssert matches(Tags tags) {
    requireNonNull(tags, "tags");
    return check(value().matches(tags), "match the tags " + tags, matched());
  }

  /**
   * Checks that the rule does not keep what has certain tags.
   *
   * @param tags the tags
   * @return this
   */
  @CanIgnoreReturnValue
  public RetentionRuleAssert doesNotMatch(Tags tags) {
    requireNonNull(tags, "tags");
    return check(!value().matches(tags), "not match the tags " + tags, matched());
  }

  /**
   * Checks whether the rule is locked.
   *
   * @param state how far
   * @return this
   */
  @CanIgnoreReturnValue
  public RetentionRuleAssert isInLockState(RuleLockState state) {
    requireNonNull(state, "state");
    RuleLockState found = value().lockState();
    return check(found == state, "be in the lock state " + state, "it is in " + found);
  }

  private String matched() {
    RetentionRule rule = value();
    return "it matches %s but for %s"
        .formatted(
            rule.resourceTags().isEmpty() ? "all" : rule.resourceTags().toString(),
            rule.excludeResourceTags().isEmpty()
                ? "none"
                : rule.excludeResourceTags().toString());
  }
}

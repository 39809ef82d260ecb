package dev.amikit.registry.recyclebin;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.Arn;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.RetentionRuleEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code CreateRule} of the Recycle Bin; in force at once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_CreateRule.html">CreateRule</a>
 */
@Value.Immutable
public abstract class CreateRule implements Operation<RetentionRule> {
  private static final int IDENTIFIER_LENGTH = 11;

  /** A registry keeps what it says it keeps. */
  public static final Rule KEPT = Rule.rule(
          "create-rule.kept",
          "retention rules are made for images and snapshots; deleted volumes are not kept",
          ErrorCode.VALIDATION_EXCEPTION,
          "not modelled",
          "BIN-06")
      .saying(own("1 validation error detected: Value '{resourceType}' at 'resourceType' failed to"
          + " satisfy constraint: Member must name images or snapshots"));

  /** Only a rule of the whole Region is locked. */
  public static final Rule LOCKABLE = Rule.rule(
          "create-rule.lockable",
          "only a retention rule of the whole Region, without exclusion tags, is made locked",
          ErrorCode.VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule, LockConfiguration",
          "BIN-28")
      .saying(own("The parameter lockConfiguration cannot be used with the parameter {parameter}"));

  CreateRule() {}

  /** {@return what the rule keeps} */
  public abstract ResourceType resourceType();

  /** {@return for how many days, from 1 to 365} */
  public abstract int retentionPeriodDays();

  /** {@return what its maker says of the rule; at most 255 characters} */
  public abstract String description();

  /** {@return the tags of which a resource has any; empty for a rule of the whole Region} */
  public abstract ImmutableSet<ResourceTag> resourceTags();

  /** {@return the tags of which a resource has none; only for a rule of the whole Region} */
  public abstract ImmutableSet<ResourceTag> excludeResourceTags();

  /** {@return for how many days a rule that is locked at once stays so after it is unlocked} */
  public abstract Optional<Integer> unlockDelayDays();

  /** {@return a builder of a request for a rule of the whole Region, without description} */
  public static Builder builder() {
    return new Builder().description("");
  }

  /**
   * Returns the request for a rule of the whole Region.
   *
   * @param resourceType what it keeps
   * @param retentionPeriodDays for how many days, from 1 to 365
   * @return the request
   */
  public static CreateRule ofRegion(ResourceType resourceType, int retentionPeriodDays) {
    requireNonNull(resourceType, "resourceType");
    return builder()
        .resourceType(resourceType)
        .retentionPeriodDays(retentionPeriodDays)
        .build();
  }

  @Override
  public final Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      String identifier = newIdentifier(plan);
      RetentionRule retention = RetentionRule.builder()
          .identifier(identifier)
          .ruleArn(arn(plan, identifier))
          .resourceType(resourceType())
          .retentionPeriodDays(retentionPeriodDays())
          .description(description())
          .resourceTags(resourceTags())
          .excludeResourceTags(excludeResourceTags())
          .lockState(unlockDelayDays().isPresent() ? RuleLockState.LOCKED : RuleLockState.NONE)
          .unlockDelayDays(unlockDelayDays())
          .build();
      RetentionRules.requireRoom(plan);
      RetentionRules.requireTagsInQuota(plan, retention);
      plan.happens(
          new RetentionRuleEvent.RetentionRuleCreated(plan.region(), plan.caller(), retention));
      return retention;
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (resourceType() == ResourceType.EBS_VOLUME) {
      broken.add(KEPT.brokenBy("resourceType", resourceType()));
    }
    if (unlockDelayDays().isPresent() && !resourceTags().isEmpty()) {
      broken.add(LOCKABLE.brokenBy("resourceTags", resourceTags()));
    }
    if (unlockDelayDays().isPresent() && !excludeResourceTags().isEmpty()) {
      broken.add(LOCKABLE.brokenBy("excludeResourceTags", excludeResourceTags()));
    }
    return broken.build();
  }

  private static Arn arn(Plan plan, String identifier) {
    return new Arn(
        plan.region().partition(),
        "rbin",
        plan.region().code(),
        plan.caller().value(),
        "rule/" + identifier);
  }

  private static String newIdentifier(Plan plan) {
    return plan.newId(
        CreateRule::identifier,
        identifier -> plan.here().accounts().retentionRule(plan.caller(), identifier));
  }

  private static String identifier(String digits) {
    return Hashing.murmur3_128()
        .hashString("rule-" + digits, StandardCharsets.UTF_8)
        .toString()
        .substring(0, IDENTIFIER_LENGTH);
  }

  /** Builds a {@link CreateRule}. Type and period have to be set. */
  public static final class Builder {
    private final ImmutableCreateRule.Builder members = new ImmutableCreateRule.Builder();

    Builder() {}

    /**
     * Sets what the rule keeps.
     *
     * @param resourceType the type of the resources
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder resourceType(ResourceType resourceType) {
      members.resourceType(resourceType);
      return this;
    }

    /**
     * Sets for how long the rule keeps it.
     *
     * @param retentionPeriodDays the period in days, from 1 to 365
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder retentionPeriodDays(int retentionPeriodDays) {
      members.retentionPeriodDays(retentionPeriodDays);
      return this;
    }

    /**
     * Sets what its maker says of the rule.
     *
     * @param description the description, at most 255 characters; at first empty text
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the tags of which a resource kept has any. A rule without them is one of the whole
     * Region.
     *
     * @param resourceTags the tags, at most 50
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder resourceTags(Iterable<? extends ResourceTag> resourceTags) {
      requireNonNull(resourceTags, "resourceTags");
      members.resourceTags(resourceTags);
      return this;
    }

    /**
     * Adds a tag that a resource kept may have.
     *
     * @param resourceTag the tag
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addResourceTag(ResourceTag resourceTag) {
      requireNonNull(resourceTag, "resourceTag");
      members.addResourceTag(resourceTag);
      return this;
    }

    /**
     * Sets the tags of which a resource kept has none; only for a rule of the whole Region.
     *
     * @param excludeResourceTags the tags, at most 5
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder excludeResourceTags(Iterable<? extends ResourceTag> excludeResourceTags) {
      requireNonNull(excludeResourceTags, "excludeResourceTags");
      members.excludeResourceTags(excludeResourceTags);
      return this;
    }

    /**
     * Adds a tag that no resource kept has.
     *
     * @param excludeResourceTag the tag
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addExcludeResourceTag(ResourceTag excludeResourceTag) {
      requireNonNull(excludeResourceTag, "excludeResourceTag");
      members.addExcludeResourceTag(excludeResourceTag);
      return this;
    }

    /**
     * Has the rule locked at once. Without it, the rule is not locked.
     *
     * @param unlockDelayDays for how many days the rule stays locked after it is unlocked, 7 to 30
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder unlockDelayDays(int unlockDelayDays) {
      members.unlockDelayDays(unlockDelayDays);
      return this;
    }

    /**
     * Has the rule locked at once, or not.
     *
     * @param unlockDelayDays for how many days it stays locked after it is unlocked; empty for a
     *     rule that is not locked
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder unlockDelayDays(Optional<Integer> unlockDelayDays) {
      requireNonNull(unlockDelayDays, "unlockDelayDays");
      members.unlockDelayDays(unlockDelayDays);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without type or period
     */
    public CreateRule build() {
      return members.build();
    }
  }
}

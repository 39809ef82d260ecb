package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRuleEvent;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code UpdateRule} of the Recycle Bin; what lies there already stays as long as it would have.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_UpdateRule.html">UpdateRule</a>
 */
@Value.Immutable
public abstract class UpdateRule implements Operation<RetentionRule> {
  UpdateRule() {}

  /** {@return the ID of the rule, which is not locked} */
  public abstract String identifier();

  /** {@return the new number of days, from 1 to 365; empty to keep it} */
  public abstract OptionalInt retentionPeriodDays();

  /** {@return the new description, at most 255 characters; empty to keep it} */
  public abstract Optional<String> description();

  /** {@return the new resource tags; empty to keep them} */
  public abstract Optional<ImmutableSet<ResourceTag>> resourceTags();

  /** {@return the new exclusion tags; empty to keep them} */
  public abstract Optional<ImmutableSet<ResourceTag>> excludeResourceTags();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public final Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule present = RetentionRules.changeable(plan, identifier());
      RetentionRule changed = present.toBuilder()
          .retentionPeriodDays(retentionPeriodDays().orElse(present.retentionPeriodDays()))
          .description(description().orElse(present.description()))
          .resourceTags(resourceTags().orElse(present.resourceTags()))
          .excludeResourceTags(excludeResourceTags().orElse(present.excludeResourceTags()))
          .build();
      RetentionRules.requireTagsInQuota(plan, changed);
      if (!changed.equals(present)) {
        plan.happens(new RetentionRuleEvent.RetentionRuleChanged(
            plan.region(),
            plan.caller(),
            identifier(),
            changed.retentionPeriodDays(),
            changed.description(),
            changed.resourceTags(),
            changed.excludeResourceTags()));
      }
      return changed;
    });
  }

  /** Builds an {@link UpdateRule}. The ID has to be set; what is not set stays as it is. */
  public static final class Builder {
    private final ImmutableUpdateRule.Builder members = new ImmutableUpdateRule.Builder();

    Builder() {}

    /**
     * Sets the rule to change.
     *
     * @param identifier the ID of the rule, 11 letters or digits
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder identifier(String identifier) {
      members.identifier(identifier);
      return this;
    }

    /**
     * Sets for how long the rule keeps a resource.
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
     * Sets for how long the rule keeps a resource, or keeps what is there.
     *
     * @param retentionPeriodDays the new value; empty to keep the present one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder retentionPeriodDays(OptionalInt retentionPeriodDays) {
      requireNonNull(retentionPeriodDays, "retentionPeriodDays");
      members.retentionPeriodDays(retentionPeriodDays);
      return this;
    }

    /**
     * Sets what its maker says of the rule.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets what its maker says of the rule, or keeps what is there.
     *
     * @param description the new value; empty to keep the present one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets the tags of which a resource kept has any.
     *
     * @param resourceTags the tags, at most 50; none for a rule of the whole Region
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder resourceTags(ImmutableSet<ResourceTag> resourceTags) {
      members.resourceTags(resourceTags);
      return this;
    }

    /**
     * Sets the tags of which a resource kept has any, or keeps what is there.
     *
     * @param resourceTags the new value; empty to keep the present one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder resourceTags(Optional<? extends ImmutableSet<ResourceTag>> resourceTags) {
      requireNonNull(resourceTags, "resourceTags");
      members.resourceTags(resourceTags);
      return this;
    }

    /**
     * Sets the tags of which a resource kept has none.
     *
     * @param excludeResourceTags the tags, at most 5; only for a rule of the whole Region
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder excludeResourceTags(ImmutableSet<ResourceTag> excludeResourceTags) {
      members.excludeResourceTags(excludeResourceTags);
      return this;
    }

    /**
     * Sets the tags of which a resource kept has none, or keeps what is there.
     *
     * @param excludeResourceTags the new value; empty to keep the present one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder excludeResourceTags(
        Optional<? extends ImmutableSet<ResourceTag>> excludeResourceTags) {
      requireNonNull(excludeResourceTags, "excludeResourceTags");
      members.excludeResourceTags(excludeResourceTags);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without ID
     */
    public UpdateRule build() {
      return members.build();
    }
  }
}

package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.Arn;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A rule of the Recycle Bin: which deleted resources of an account in a Region are kept, and for
 * how long. One with resource tags keeps the resources that carry any of them; one without keeps
 * all but those that carry an exclusion tag.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_CreateRule.html">CreateRule</a>
 */
@Value.Immutable
public abstract class RetentionRule {
  /** The rules that every retention rule keeps. */
  public static final ImmutableList<Rule> RULES = RetentionRuleRules.ALL;

  /** The Recycle Bin tells its times in whole seconds. */
  public static final ChronoUnit TIME_UNIT = ChronoUnit.SECONDS;

  RetentionRule() {}

  /** {@return its ID: 11 letters or digits} */
  public abstract String identifier();

  /** {@return its ARN; empty in answers of before rules had one} */
  public abstract Optional<Arn> ruleArn();

  /** {@return what it keeps} */
  public abstract ResourceType resourceType();

  /** {@return for how many whole days, from 1 to 365; volumes to 7} */
  public abstract int retentionPeriodDays();

  /** {@return what its maker says of it; at most 255 characters} */
  public abstract String description();

  /** {@return the tags of which a resource has any; empty for a rule of the whole Region} */
  public abstract ImmutableSet<ResourceTag> resourceTags();

  /** {@return the tags of which a resource has none} */
  public abstract ImmutableSet<ResourceTag> excludeResourceTags();

  /** {@return how far it is locked} */
  public abstract RuleLockState lockState();

  /** {@return for how many days it stays locked after unlocking; there once it was locked} */
  public abstract Optional<Integer> unlockDelayDays();

  /** {@return from when on an unlocked rule can be changed again} */
  public abstract Optional<Instant> lockEndTime();

  /**
   * Tells whether a resource is kept.
   *
   * @param tags the tags of the resource
   * @return whether the rule matches
   */
  public final boolean matches(Tags tags) {
    requireNonNull(tags, "tags");
    return resourceTags().isEmpty()
        ? excludeResourceTags().stream().noneMatch(tag -> tag.isOn(tags))
        : resourceTags().stream().anyMatch(tag -> tag.isOn(tags));
  }

  /**
   * Returns the rule as it is at a time: what was unlocked is free when its delay is over.
   *
   * @param time the time
   * @return the rule, unlocked if its {@link #lockEndTime()} has come
   */
  public final RetentionRule at(Instant time) {
    requireNonNull(time, "time");
    return lockState() == RuleLockState.PENDING_UNLOCK
            && lockEndTime().isPresent()
            && !time.isBefore(lockEndTime().get())
        ? toBuilder()
            .lockState(RuleLockState.UNLOCKED)
            .lockEndTime(Optional.empty())
            .build()
        : this;
  }

  /**
   * Tells what is wrong with the form of the ID of a retention rule.
   *
   * @param identifier the text of the ID
   * @return the violation of {@code retention-rule.identifier}; empty if it is well-formed
   */
  public static ImmutableList<Violation> malformed(String identifier) {
    requireNonNull(identifier, "identifier");
    return RetentionRuleRules.ofIdentifier(identifier).violations();
  }

  /**
   * Tells what is wrong with tags as those of a retention rule.
   *
   * @param resourceTags the tags of which a resource has any
   * @param excludeResourceTags the tags of which a resource has none
   * @return the violations of {@code retention-rule.tags} and {@code retention-rule.exclusions};
   *     empty if a rule can have such tags
   */
  public static ImmutableList<Violation> malformed(
      ImmutableSet<ResourceTag> resourceTags, ImmutableSet<ResourceTag> excludeResourceTags) {
    requireNonNull(resourceTags, "resourceTags");
    requireNonNull(excludeResourceTags, "excludeResourceTags");
    return RetentionRuleRules.ofTags(resourceTags, excludeResourceTags, Broken.NOTHING)
        .violations();
  }

  /** {@return a builder of an unlocked rule without description} */
  public static Builder builder() {
    return new Builder().description("").lockState(RuleLockState.NONE);
  }

  /** {@return a builder with the values of this rule} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Builds a {@link RetentionRule}, at first one that never was locked, without description. ID,
   * type and period have to be set.
   */
  public static final class Builder {
    private final ImmutableRetentionRule.Builder members = new ImmutableRetentionRule.Builder();

    Builder() {}

    /**
     * Sets the ID.
     *
     * @param identifier the ID, 11 letters or digits
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder identifier(String identifier) {
      members.identifier(identifier);
      return this;
    }

    /**
     * Sets the ARN.
     *
     * @param ruleArn the ARN, such as {@code arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ruleArn(Arn ruleArn) {
      members.ruleArn(ruleArn);
      return this;
    }

    /**
     * Sets the ARN, or none.
     *
     * @param ruleArn the ARN; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ruleArn(Optional<? extends Arn> ruleArn) {
      requireNonNull(ruleArn, "ruleArn");
      members.ruleArn(ruleArn);
      return this;
    }

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
     * @param resourceTags the tags
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
     * Sets the tags of which a resource kept has none.
     *
     * @param excludeResourceTags the tags
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
     * Sets how far the rule is locked.
     *
     * @param lockState the state; at first {@link RuleLockState#NONE}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lockState(RuleLockState lockState) {
      members.lockState(lockState);
      return this;
    }

    /**
     * Sets for how long the rule stays locked after unlocking; there once it was locked.
     *
     * @param unlockDelayDays the delay in days
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder unlockDelayDays(int unlockDelayDays) {
      members.unlockDelayDays(unlockDelayDays);
      return this;
    }

    /**
     * Sets the delay, or none.
     *
     * @param unlockDelayDays the delay; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder unlockDelayDays(Optional<Integer> unlockDelayDays) {
      requireNonNull(unlockDelayDays, "unlockDelayDays");
      members.unlockDelayDays(unlockDelayDays);
      return this;
    }

    /**
     * Sets from when on an unlocked rule can be changed again.
     *
     * @param lockEndTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lockEndTime(Instant lockEndTime) {
      members.lockEndTime(lockEndTime);
      return this;
    }

    /**
     * Sets the end of the lock, or none.
     *
     * @param lockEndTime the end of the lock; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lockEndTime(Optional<? extends Instant> lockEndTime) {
      requireNonNull(lockEndTime, "lockEndTime");
      members.lockEndTime(lockEndTime);
      return this;
    }

    /**
     * Returns the rule.
     *
     * @return the rule, which keeps the invariants among {@link RetentionRule#RULES}
     * @throws dev.amikit.rule.MissingAttributesException without ID, type or period
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public RetentionRule build() {
      RetentionRule retention = members.build();
      return RetentionRuleRules.brokenBy(retention).orKeep(retention);
    }

    private Builder from(RetentionRule value) {
      members.from(value);
      return this;
    }
  }

  /** What a rule keeps. */
  public enum ResourceType {
    /** Deregistered images. */
    EC2_IMAGE,
    /** Deleted snapshots. */
    EBS_SNAPSHOT,
    /** Deleted volumes, which a registry does not keep. */
    EBS_VOLUME
  }

  /** How far a rule is locked. */
  public enum RuleLockState {
    /** It never was. */
    NONE,
    /** It can be neither changed nor deleted. */
    LOCKED,
    /** It was unlocked, and the delay is not over. */
    PENDING_UNLOCK,
    /** It was locked once, and can be changed again. */
    UNLOCKED;

    /** Returns the word that EC2 writes, such as {@code pending_unlock}. */
    @Override
    public String toString() {
      return Ascii.toLowerCase(name());
    }
  }

  /**
   * A tag that a rule asks for.
   *
   * @param key the key
   * @param value the value; empty for any
   */
  public record ResourceTag(String key, Optional<String> value) {
    /**
     * Refuses null.
     *
     * @param key the key
     * @param value the value; empty for any
     */
    public ResourceTag {
      requireNonNull(key, "key");
      requireNonNull(value, "value");
    }

    /**
     * Returns the tag of a key, whatever its value.
     *
     * @param key the key
     * @return the tag
     */
    public static ResourceTag of(String key) {
      return new ResourceTag(key, Optional.empty());
    }

    /**
     * Returns the tag of a key and a value.
     *
     * @param key the key
     * @param value the value
     * @return the tag
     */
    public static ResourceTag of(String key, String value) {
      requireNonNull(value, "value");
      return new ResourceTag(key, Optional.of(value));
    }

    /** Returns the key, with an equals sign and the value if there is one. */
    @Override
    public String toString() {
      return value.map(it -> key + "=" + it).orElse(key);
    }

    boolean isOn(Tags tags) {
      return value.isPresent() ? tags.get(key).equals(value) : tags.contains(key);
    }
  }
}

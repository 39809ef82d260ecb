package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tags;
import java.time.Instant;
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
  public static final ImmutableList<Rule> RULES = Invariant.rules(RetentionRuleRules.INVARIANTS);

  RetentionRule() {}

  /** {@return its ID: 11 letters or digits} */
  public abstract String identifier();

  /** {@return what it keeps} */
  public abstract ResourceType resourceType();

  /** {@return for how many whole days, from 1 to 365} */
  public abstract int retentionPeriodDays();

  /** {@return what its maker says of it; at most 255 characters} */
  public abstract String description();

  /** {@return the tags of which a resource has any; empty for a rule of the whole Region} */
  public abstract ImmutableSet<ResourceTag> resourceTags();

  /** {@return the tags of which a resource has none} */
  public abstract ImmutableSet<ResourceTag> excludeResourceTags();

  /** {@return how far it is locked} */
  public abstract LockState lockState();

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
    return lockState() == LockState.PENDING_UNLOCK
            && lockEndTime().isPresent()
            && !time.isBefore(lockEndTime().get())
        ? toBuilder()
            .lockState(LockState.UNLOCKED)
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
    return RetentionRuleRules.isIdentifier(identifier)
        ? ImmutableList.of()
        : ImmutableList.of(RetentionRuleRules.IDENTIFIER.rule().brokenBy("identifier", identifier));
  }

  @Value.Check
  void check() {
    Invariant.enforce(RetentionRuleRules.INVARIANTS, this);
  }

  /** {@return a builder of an unlocked rule without description} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this rule} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link RetentionRule}. */
  public static final class Builder extends ImmutableRetentionRule.Builder {
    Builder() {
      description("");
      lockState(LockState.NONE);
    }
  }

  /** What a rule keeps. */
  public enum ResourceType {
    /** Deregistered images. */
    EC2_IMAGE,
    /** Deleted snapshots. */
    EBS_SNAPSHOT
  }

  /** How far a rule is locked. */
  public enum LockState {
    /** It never was. */
    NONE,
    /** It can be neither changed nor deleted. */
    LOCKED,
    /** It was unlocked, and the delay is not over. */
    PENDING_UNLOCK,
    /** It was locked once, and can be changed again. */
    UNLOCKED
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

    boolean isOn(Tags tags) {
      return value.isPresent() ? tags.get(key).equals(value) : tags.contains(key);
    }
  }
}

package dev.amikit.registry.state;

import static dev.amikit.registry.state.PartitionState.present;
import static dev.amikit.registry.state.PartitionState.requireAbsent;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import java.time.Instant;
import java.util.Optional;

/** What has happened to a retention rule of the Recycle Bin. */
public sealed interface RetentionRuleEvent extends RegistryEvent.InRegion {
  /** {@return the account that the rule belongs to} */
  AccountId account();

  /** {@return the ID of the rule, 11 letters or digits} */
  String identifier();

  /**
   * A retention rule came to be.
   *
   * @param region where
   * @param account the account
   * @param rule the rule
   */
  record RetentionRuleCreated(Region region, AccountId account, RetentionRule rule)
      implements RetentionRuleEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param rule the rule
     */
    public RetentionRuleCreated {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(rule, "rule");
    }

    @Override
    public String identifier() {
      return rule.identifier();
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      requireAbsent(
          state.in(region).accounts().retentionRule(account, rule.identifier()).isPresent(),
          region,
          rule.identifier());
      return state.changed(region, here -> here.with(here.accounts().with(account, rule)));
    }
  }

  /**
   * A retention rule keeps other resources now, keeps them for another time, or says otherwise what
   * it is for. Its lock stayed as it was.
   *
   * @param region where
   * @param account the account
   * @param identifier the rule
   * @param retentionPeriodDays for how many whole days it keeps them now, from 1 to 365
   * @param description what its maker says of it now; at most 255 characters
   * @param resourceTags the tags of which a resource has any now; empty for a rule of the whole
   *     Region
   * @param excludeResourceTags the tags of which a resource has none now
   */
  record RetentionRuleChanged(
      Region region,
      AccountId account,
      String identifier,
      int retentionPeriodDays,
      String description,
      ImmutableSet<ResourceTag> resourceTags,
      ImmutableSet<ResourceTag> excludeResourceTags)
      implements RetentionRuleEvent {
    /**
     * Refuses null, and what no retention rule can be.
     *
     * @param region where
     * @param account the account
     * @param identifier the rule
     * @param retentionPeriodDays for how many whole days it keeps them now, from 1 to 365
     * @param description what its maker says of it now; at most 255 characters
     * @param resourceTags the tags of which a resource has any now; empty for a rule of the whole
     *     Region
     * @param excludeResourceTags the tags of which a resource has none now
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it breaks any of
     *     {@link RetentionRule#RULES}
     */
    public RetentionRuleChanged {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(identifier, "identifier");
      requireNonNull(description, "description");
      requireNonNull(resourceTags, "resourceTags");
      requireNonNull(excludeResourceTags, "excludeResourceTags");
      requirePossible(any(identifier)
          .retentionPeriodDays(retentionPeriodDays)
          .description(description)
          .resourceTags(resourceTags)
          .excludeResourceTags(excludeResourceTags));
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(
          region,
          account,
          identifier,
          rule -> rule.toBuilder()
              .retentionPeriodDays(retentionPeriodDays)
              .description(description)
              .resourceTags(resourceTags)
              .excludeResourceTags(excludeResourceTags)
              .build());
    }
  }

  /**
   * A retention rule was locked: it can be neither changed nor deleted until it is unlocked and the
   * delay is over.
   *
   * @param region where
   * @param account the account
   * @param identifier the rule
   * @param unlockDelayDays for how many days it stays locked after unlocking, from 7 to 30
   */
  record RetentionRuleLocked(
      Region region, AccountId account, String identifier, int unlockDelayDays)
      implements RetentionRuleEvent {
    /**
     * Refuses null, and what no retention rule can be.
     *
     * @param region where
     * @param account the account
     * @param identifier the rule
     * @param unlockDelayDays for how many days it stays locked after unlocking, from 7 to 30
     * @throws dev.amikit.rule.RuleViolationException by {@code retention-rule.unlock-delay} or
     *     {@code retention-rule.identifier}
     */
    public RetentionRuleLocked {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(identifier, "identifier");
      requirePossible(any(identifier).unlockDelayDays(unlockDelayDays));
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(
          region,
          account,
          identifier,
          rule -> rule.toBuilder()
              .lockState(RuleLockState.LOCKED)
              .unlockDelayDays(unlockDelayDays)
              .lockEndTime(Optional.empty())
              .build());
    }
  }

  /**
   * A retention rule was unlocked. It can be changed and deleted from when its delay is over, which
   * is no event of its own: see {@link RetentionRule#at}.
   *
   * @param region where
   * @param account the account
   * @param identifier the rule
   * @param lockEndTime when the delay is over
   */
  record RetentionRuleUnlocked(
      Region region, AccountId account, String identifier, Instant lockEndTime)
      implements RetentionRuleEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param identifier the rule
     * @param lockEndTime when the delay is over
     */
    public RetentionRuleUnlocked {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(identifier, "identifier");
      requireNonNull(lockEndTime, "lockEndTime");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(
          region,
          account,
          identifier,
          rule -> rule.toBuilder()
              .lockState(RuleLockState.PENDING_UNLOCK)
              .lockEndTime(lockEndTime)
              .build());
    }
  }

  /**
   * A retention rule was deleted. It leaves no record.
   *
   * @param region where
   * @param account the account
   * @param identifier the rule
   */
  record RetentionRuleDeleted(Region region, AccountId account, String identifier)
      implements RetentionRuleEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param identifier the rule
     */
    public RetentionRuleDeleted {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(identifier, "identifier");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      RetentionRule gone = present(
          state.in(region).accounts().retentionRule(account, identifier), region, identifier);
      return state.changed(
          region, here -> here.with(here.accounts().without(account, gone.identifier())));
    }
  }

  /** A rule of this ID, of which nothing else matters. */
  private static RetentionRule.Builder any(String identifier) {
    return RetentionRule.builder()
        .identifier(identifier)
        .resourceType(ResourceType.EC2_IMAGE)
        .retentionPeriodDays(1);
  }

  private static void requirePossible(RetentionRule.Builder rule) {
    requireNonNull(rule.build());
  }
}

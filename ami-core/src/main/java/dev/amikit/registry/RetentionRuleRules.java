package dev.amikit.registry;

import static dev.amikit.rule.ErrorCode.CONFLICT_EXCEPTION;
import static dev.amikit.rule.ErrorCode.RESOURCE_NOT_FOUND_EXCEPTION;
import static dev.amikit.rule.ErrorCode.SERVICE_QUOTA_EXCEEDED_EXCEPTION;
import static dev.amikit.rule.ErrorCode.VALIDATION_EXCEPTION;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.amikit.registry.RetentionRule.LockState;
import dev.amikit.registry.RetentionRule.ResourceTag;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;

/** What a retention rule of the Recycle Bin can be, and what can be done with it. */
final class RetentionRuleRules {
  private static final Range<Integer> DAYS = Range.closed(1, 365);
  private static final Range<Integer> UNLOCK_DELAY_DAYS = Range.closed(7, 30);
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int MOST_TAGS = 50;
  private static final int MOST_EXCLUSIONS = 5;

  static final Invariant<RetentionRule> PERIOD = Invariant.of(
      rule(
          "retention-rule.period",
          "images and snapshots are retained for 1 to 365 whole days",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, RetentionPeriod",
          "BIN-06",
          "SBIN-01"),
      "retentionPeriodDays",
      RetentionRule::retentionPeriodDays,
      retention -> DAYS.contains(retention.retentionPeriodDays()));

  static final Invariant<RetentionRule> DESCRIPTION = Invariant.of(
      rule(
          "retention-rule.description",
          "the description of a retention rule has at most 255 characters",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-30"),
      "description",
      RetentionRule::description,
      retention ->
          retention.description().codePointCount(0, retention.description().length())
              <= LONGEST_DESCRIPTION);

  static final Invariant<RetentionRule> TAGS = Invariant.of(
      rule(
          "retention-rule.tags",
          "a retention rule names at most 50 resource tags",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-07",
          "SBIN-08"),
      "resourceTags",
      retention -> retention.resourceTags().size(),
      retention -> retention.resourceTags().size() <= MOST_TAGS);

  static final Invariant<RetentionRule> EXCLUSIONS = Invariant.of(
      rule(
          "retention-rule.exclusions",
          "a retention rule names at most 5 exclusion tags, and none beside resource tags",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-05"),
      "excludeResourceTags",
      RetentionRule::excludeResourceTags,
      retention -> retention.excludeResourceTags().isEmpty()
          || retention.resourceTags().isEmpty()
              && retention.excludeResourceTags().size() <= MOST_EXCLUSIONS);

  static final Invariant<RetentionRule> UNLOCK_DELAY = Invariant.of(
      rule(
          "retention-rule.unlock-delay",
          "the unlock delay of a retention rule is 7 to 30 days",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, UnlockDelay",
          "BIN-28"),
      "unlockDelayDays",
      RetentionRule::unlockDelayDays,
      retention -> retention.unlockDelayDays().map(UNLOCK_DELAY_DAYS::contains).orElse(true));

  static final Invariant<RetentionRule> IDENTIFIER = Invariant.of(
      rule(
          "retention-rule.identifier",
          "the identifier of a retention rule is 11 letters or digits",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, RuleIdentifier",
          "BIN-30"),
      "identifier",
      RetentionRule::identifier,
      retention -> isIdentifier(retention.identifier()));

  static final ImmutableList<Invariant<RetentionRule>> INVARIANTS =
      ImmutableList.of(IDENTIFIER, PERIOD, DESCRIPTION, TAGS, EXCLUSIONS, UNLOCK_DELAY);

  static final Rule EXISTS = rule(
      "retention-rule.exists",
      "the retention rule that a request names is one of the caller's in the Region",
      RESOURCE_NOT_FOUND_EXCEPTION,
      "Recycle Bin API reference, ResourceNotFoundException",
      "BIN-30");

  static final Rule IN_QUOTA = rule(
      "retention-rule.in-quota",
      "an account has a limited number of retention rules in a Region",
      SERVICE_QUOTA_EXCEEDED_EXCEPTION,
      "EBS User Guide, Recycle Bin quotas",
      "BIN-07",
      "SBIN-08");

  static final Rule TAG_IN_QUOTA = rule(
      "retention-rule.tag-in-quota",
      "a limited number of retention rules name one resource tag",
      SERVICE_QUOTA_EXCEEDED_EXCEPTION,
      "Recycle Bin API reference, CreateRule",
      "BIN-07");

  static final Rule NOT_LOCKED = rule(
      "retention-rule.not-locked",
      "a locked retention rule can be neither changed nor deleted, until its unlock delay is over",
      CONFLICT_EXCEPTION,
      "Recycle Bin API reference, LockState",
      "BIN-29");

  static final Rule LOCKABLE = rule(
      "retention-rule.lockable",
      "only a retention rule of the whole Region, without exclusion tags, can be locked",
      CONFLICT_EXCEPTION,
      "Recycle Bin API reference, LockRule",
      "BIN-28");

  static final Rule LOCKED = rule(
      "retention-rule.locked",
      "only a locked retention rule can be unlocked",
      CONFLICT_EXCEPTION,
      "Recycle Bin API reference, UnlockRule",
      "BIN-29");

  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder()
      .addAll(Invariant.rules(INVARIANTS))
      .add(EXISTS, IN_QUOTA, TAG_IN_QUOTA, NOT_LOCKED, LOCKABLE, LOCKED)
      .build();

  private RetentionRuleRules() {}

  /** A rule of the caller, with the lock that it has by now. */
  static RetentionRule existing(Plan plan, String identifier) {
    plan.require(isIdentifier(identifier), IDENTIFIER.rule(), "identifier", identifier);
    return plan.here()
        .retentionRules(plan.caller())
        .get(identifier)
        .map(retention -> retention.at(plan.now()))
        .getOrElseThrow(() -> Plan.refused(
            EXISTS,
            "identifier",
            identifier,
            "The rule '%s' does not exist".formatted(identifier)));
  }

  /** A rule of the caller that can be changed. */
  static RetentionRule changeable(Plan plan, String identifier) {
    RetentionRule retention = existing(plan, identifier);
    plan.require(
        retention.lockState() != LockState.LOCKED
            && retention.lockState() != LockState.PENDING_UNLOCK,
        NOT_LOCKED,
        "lockState",
        retention.lockState());
    return retention;
  }

  /** Asks for the quotas, and plans that the rule is there. */
  static RetentionRule store(Plan plan, RetentionRule retention) {
    for (ResourceTag tag : retention.resourceTags()) {
      long others = plan.here()
          .retentionRules(plan.caller())
          .values()
          .count(other -> !other.identifier().equals(retention.identifier())
              && other.resourceTags().contains(tag));
      plan.require(
          others < plan.settings().quotas().retentionRulesPerTag(), TAG_IN_QUOTA, "tag", tag);
    }
    plan.happens(new RegistryEvent.RetentionRuleStored(plan.region(), plan.caller(), retention));
    return retention;
  }

  private static boolean isIdentifier(String text) {
    return text.matches("[0-9a-zA-Z]{11}");
  }
}

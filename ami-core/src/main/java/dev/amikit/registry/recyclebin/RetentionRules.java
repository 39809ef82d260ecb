package dev.amikit.registry.recyclebin;

import static dev.amikit.rule.ErrorCode.CONFLICT_EXCEPTION;
import static dev.amikit.rule.ErrorCode.RESOURCE_NOT_FOUND_EXCEPTION;
import static dev.amikit.rule.ErrorCode.SERVICE_QUOTA_EXCEEDED_EXCEPTION;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.Rule.rule;

import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/** The retention rules of a caller, and what can be done with them. */
public final class RetentionRules {
  static final Rule EXISTS = rule(
          "retention-rule.exists",
          "the retention rule that a request names is one of the caller's in the Region",
          RESOURCE_NOT_FOUND_EXCEPTION,
          "Recycle Bin API reference, ResourceNotFoundException",
          "BIN-30")
      .saying(own("The rule '{identifier}' does not exist"));

  static final Rule IN_QUOTA = rule(
          "retention-rule.in-quota",
          "an account has a limited number of retention rules in a Region",
          SERVICE_QUOTA_EXCEEDED_EXCEPTION,
          "EBS User Guide, Recycle Bin quotas",
          "BIN-07",
          "SBIN-08")
      .saying(own("You have reached your quota of {quota} for the number of retention rules"
          + " allowed in this Region."));

  static final Rule TAG_IN_QUOTA = rule(
          "retention-rule.tag-in-quota",
          "a limited number of retention rules name one resource tag",
          SERVICE_QUOTA_EXCEEDED_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-07")
      .saying(own("You have reached your quota of {quota} for the number of retention rules"
          + " with the resource tag {value}."));

  static final Rule NOT_LOCKED = rule(
          "retention-rule.not-locked",
          "a locked retention rule can be neither changed nor deleted, until its unlock"
              + " delay is over",
          CONFLICT_EXCEPTION,
          "Recycle Bin API reference, LockState",
          "BIN-29")
      .saying(own("The rule '{identifier}' is currently {lockState} and may not be used for"
          + " this operation"));

  static final Rule LOCKABLE = rule(
          "retention-rule.lockable",
          "only a retention rule of the whole Region, without exclusion tags, can be locked",
          CONFLICT_EXCEPTION,
          "Recycle Bin API reference, LockRule",
          "BIN-28")
      .saying(own("The rule '{identifier}' cannot be locked because it has {parameter}"));

  static final Rule LOCKED = rule(
          "retention-rule.locked",
          "only a locked retention rule can be unlocked",
          CONFLICT_EXCEPTION,
          "Recycle Bin API reference, UnlockRule",
          "BIN-29")
      .saying(own("The rule '{identifier}' is not locked"));

  private RetentionRules() {}

  /** A rule of the caller, with the lock that it has by now. */
  static RetentionRule existing(Plan plan, String identifier) {
    plan.requireNone(RetentionRule.malformed(identifier));
    return plan.here()
        .accounts()
        .retentionRule(plan.caller(), identifier)
        .map(retention -> retention.at(plan.now()))
        .orElseThrow(() -> Plan.refused(EXISTS, "identifier", identifier));
  }

  /** A rule of the caller that can be changed. */
  static RetentionRule changeable(Plan plan, String identifier) {
    RetentionRule retention = existing(plan, identifier);
    plan.require(
        retention.lockState() != RuleLockState.LOCKED
            && retention.lockState() != RuleLockState.PENDING_UNLOCK,
        () ->
            NOT_LOCKED.brokenBy("lockState", retention.lockState()).with("identifier", identifier));
    return retention;
  }

  /** Refuses one rule more than the caller may have. */
  static void requireRoom(Plan plan) {
    long rules = plan.here().accounts().retentionRules(plan.caller()).count();
    int quota = plan.settings().quotas().retentionRules();
    plan.require(rules < quota, () -> full(IN_QUOTA.brokenBy("rules", rules), quota));
  }

  /** Refuses a rule with a tag that as many others name as may. */
  static void requireTagsInQuota(Plan plan, RetentionRule retention) {
    int quota = plan.settings().quotas().retentionRulesPerTag();
    for (ResourceTag tag : retention.resourceTags()) {
      long others = plan.here()
          .accounts()
          .retentionRules(plan.caller())
          .filter(other -> !other.identifier().equals(retention.identifier())
              && other.resourceTags().contains(tag))
          .count();
      plan.require(others < quota, () -> full(TAG_IN_QUOTA.brokenBy("resourceTags", tag), quota));
    }
  }

  private static Violation full(Violation violation, int quota) {
    return violation.with("quota", quota).hinting("the quota in force is " + quota);
  }
}

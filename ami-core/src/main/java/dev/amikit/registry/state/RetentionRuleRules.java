package dev.amikit.registry.state;

import static dev.amikit.rule.ErrorCode.VALIDATION_EXCEPTION;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.rule.Invariant;

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
      retention -> areFew(retention.resourceTags()));

  static final Invariant<RetentionRule> EXCLUSIONS = Invariant.of(
      rule(
          "retention-rule.exclusions",
          "a retention rule names at most 5 exclusion tags, and none beside resource tags",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-05"),
      "excludeResourceTags",
      RetentionRule::excludeResourceTags,
      retention -> canExclude(retention.excludeResourceTags(), retention.resourceTags()));

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

  private RetentionRuleRules() {}

  static boolean areFew(ImmutableSet<ResourceTag> resourceTags) {
    return resourceTags.size() <= MOST_TAGS;
  }

  static boolean canExclude(
      ImmutableSet<ResourceTag> excludeResourceTags, ImmutableSet<ResourceTag> resourceTags) {
    return excludeResourceTags.isEmpty()
        || resourceTags.isEmpty() && excludeResourceTags.size() <= MOST_EXCLUSIONS;
  }

  static boolean isIdentifier(String text) {
    return text.matches("[0-9a-zA-Z]{11}");
  }
}

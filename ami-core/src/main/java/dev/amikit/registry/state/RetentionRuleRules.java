package dev.amikit.registry.state;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.rule.ErrorCode.VALIDATION_EXCEPTION;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Characters;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a retention rule of the Recycle Bin can be, and what can be done with it. */
final class RetentionRuleRules {
  private static final Range<Integer> DAYS = Range.closed(1, 365);
  private static final Range<Integer> DAYS_OF_VOLUMES = Range.closed(1, 7);
  private static final Range<Integer> UNLOCK_DELAY_DAYS = Range.closed(7, 30);
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int MOST_TAGS = 50;
  private static final int MOST_EXCLUSIONS = 5;

  private static final MessageTemplate TOO_MANY_EXCLUSIONS =
      unsatisfied("", "excludeResourceTags", "have length less than or equal to 5");
  private static final MessageTemplate EXCLUSIONS_BESIDE_TAGS =
      own("The parameter excludeResourceTags cannot be used with the parameter resourceTags");

  static final Invariant<RetentionRule> PERIOD = days(
      "retentionPeriod.retentionPeriodValue",
      DAYS,
      retention -> periodDays(retention, false),
      "retention-rule.period",
      "images and snapshots are retained for 1 to 365 whole days",
      "Recycle Bin API reference, RetentionPeriod",
      "BIN-06",
      "SBIN-01");

  static final Invariant<RetentionRule> PERIOD_OF_VOLUMES = days(
      "retentionPeriod.retentionPeriodValue",
      DAYS_OF_VOLUMES,
      retention -> periodDays(retention, true),
      "retention-rule.period-of-volumes",
      "volumes are retained for 1 to 7 whole days",
      "Recycle Bin API reference, RetentionPeriod",
      "BIN-06");

  static final Invariant<RetentionRule> DESCRIPTION = Invariant.of(
      rule(
              "retention-rule.description",
              "the description of a retention rule has at most 255 characters",
              VALIDATION_EXCEPTION,
              "Recycle Bin API reference, CreateRule",
              "BIN-30")
          .saying(unsatisfied(
              " '{description}'", "description", "have length less than or equal to 255")),
      "description",
      RetentionRule::description,
      retention ->
          retention.description().codePointCount(0, retention.description().length())
              <= LONGEST_DESCRIPTION);

  private static final Rule LEGAL = rule(
          "retention-rule.characters",
          "the description and the tags of a retention rule have only characters that XML 1.0 can"
              + " carry",
          VALIDATION_EXCEPTION,
          "XML 1.0, Characters; inferred: tags of resources have no others",
          "BIN-30")
      .saying(own("1 validation error detected: Value '{value}' at '{parameter}' failed to satisfy"
          + " constraint: Member must have only characters that are allowed"));

  static final Invariant<RetentionRule> CHARACTERS = new Invariant<>(
      LEGAL,
      retention -> illegal(retention).findFirst().isEmpty(),
      retention -> illegal(retention).collect(toImmutableList()));

  static final Invariant<RetentionRule> TAGS = Invariant.of(
      rule(
              "retention-rule.tags",
              "a retention rule names at most 50 resource tags",
              VALIDATION_EXCEPTION,
              "Recycle Bin API reference, CreateRule",
              "BIN-07",
              "SBIN-08")
          .saying(unsatisfied("", "resourceTags", "have length less than or equal to 50")),
      "resourceTags",
      retention -> retention.resourceTags().size(),
      retention -> areFew(retention.resourceTags()));

  static final Invariant<RetentionRule> EXCLUSIONS = new Invariant<>(
      rule(
              "retention-rule.exclusions",
              "a retention rule names at most 5 exclusion tags, and none beside resource tags",
              VALIDATION_EXCEPTION,
              "Recycle Bin API reference, CreateRule",
              "BIN-05")
          .saying(TOO_MANY_EXCLUSIONS, EXCLUSIONS_BESIDE_TAGS),
      retention -> canExclude(retention.excludeResourceTags(), retention.resourceTags()),
      retention -> ImmutableList.of(
          cannotExclude(retention.excludeResourceTags(), retention.resourceTags())));

  static final Invariant<RetentionRule> UNLOCK_DELAY = days(
      "lockConfiguration.unlockDelay.unlockDelayValue",
      UNLOCK_DELAY_DAYS,
      RetentionRule::unlockDelayDays,
      "retention-rule.unlock-delay",
      "the unlock delay of a retention rule is 7 to 30 days",
      "Recycle Bin API reference, UnlockDelay",
      "BIN-28");

  static final Invariant<RetentionRule> IDENTIFIER = Invariant.of(
      rule(
              "retention-rule.identifier",
              "the identifier of a retention rule is 11 letters or digits",
              VALIDATION_EXCEPTION,
              "Recycle Bin API reference, RuleIdentifier",
              "BIN-30")
          .saying(unsatisfied(
              " '{identifier}'",
              "identifier",
              "satisfy regular expression pattern: [0-9a-zA-Z]{11}")),
      "identifier",
      RetentionRule::identifier,
      retention -> isIdentifier(retention.identifier()));

  static final ImmutableList<Invariant<RetentionRule>> INVARIANTS = ImmutableList.of(
      IDENTIFIER,
      PERIOD,
      PERIOD_OF_VOLUMES,
      DESCRIPTION,
      CHARACTERS,
      TAGS,
      EXCLUSIONS,
      UNLOCK_DELAY);

  private RetentionRuleRules() {}

  /** The period of a rule for volumes, or of another rule; empty if it is not such a one. */
  private static Optional<Integer> periodDays(RetentionRule retention, boolean ofVolumes) {
    return ofVolumes == (retention.resourceType() == ResourceType.EBS_VOLUME)
        ? Optional.of(retention.retentionPeriodDays())
        : Optional.empty();
  }

  private static Stream<Violation> illegal(RetentionRule retention) {
    return Stream.of(
            Characters.malformed(LEGAL, "description", retention.description()).stream(),
            illegal("resourceTags", retention.resourceTags()),
            illegal("excludeResourceTags", retention.excludeResourceTags()))
        .flatMap(violations -> violations);
  }

  private static Stream<Violation> illegal(String path, ImmutableSet<ResourceTag> tags) {
    return tags.stream()
        .flatMap(tag -> Stream.concat(Stream.of(tag.key()), tag.value().stream()))
        .flatMap(text -> Characters.malformed(LEGAL, path, text).stream());
  }

  static boolean areFew(ImmutableSet<ResourceTag> resourceTags) {
    return resourceTags.size() <= MOST_TAGS;
  }

  static boolean canExclude(
      ImmutableSet<ResourceTag> excludeResourceTags, ImmutableSet<ResourceTag> resourceTags) {
    return excludeResourceTags.isEmpty()
        || resourceTags.isEmpty() && excludeResourceTags.size() <= MOST_EXCLUSIONS;
  }

  static Violation cannotExclude(
      ImmutableSet<ResourceTag> excludeResourceTags, ImmutableSet<ResourceTag> resourceTags) {
    Violation violation = EXCLUSIONS.rule().brokenBy("excludeResourceTags", excludeResourceTags);
    return resourceTags.isEmpty() ? violation : violation.saying(EXCLUSIONS_BESIDE_TAGS);
  }

  static boolean isIdentifier(String text) {
    return text.matches("[0-9a-zA-Z]{11}");
  }

  /** An invariant of a number of days, which is told whether it is too low or too high. */
  private static Invariant<RetentionRule> days(
      String path,
      Range<Integer> range,
      Function<RetentionRule, Optional<Integer>> days,
      String id,
      String sentence,
      String source,
      String... rulebook) {
    MessageTemplate tooLow = unsatisfied(
        " '{value}'", path, "have value greater than or equal to " + range.lowerEndpoint());
    MessageTemplate tooHigh = unsatisfied(
        " '{value}'", path, "have value less than or equal to " + range.upperEndpoint());
    Rule rule = rule(id, sentence, VALIDATION_EXCEPTION, source, rulebook).saying(tooLow, tooHigh);
    return new Invariant<>(
        rule, retention -> days.apply(retention).map(range::contains).orElse(true), retention -> {
          int found = days.apply(retention).orElseThrow();
          Violation violation = rule.brokenBy(path, found);
          return ImmutableList.of(
              found < range.lowerEndpoint() ? violation : violation.saying(tooHigh));
        });
  }

  /** How services that are newer than EC2 say that a member of a request is not legal. */
  private static MessageTemplate unsatisfied(String value, String member, String constraint) {
    return own(
        "1 validation error detected: Value%s at '%s' failed to satisfy constraint: Member must %s"
            .formatted(value, member, constraint));
  }
}

package dev.amikit.registry.state;

import static dev.amikit.rule.ErrorCode.VALIDATION_EXCEPTION;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Characters;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What a retention rule of the Recycle Bin can be, and what can be done with it. */
final class RetentionRuleRules {
  private static final Range<Integer> DAYS = Range.closed(1, 365);
  private static final Range<Integer> DAYS_OF_VOLUMES = Range.closed(1, 7);
  private static final Range<Integer> UNLOCK_DELAY_DAYS = Range.closed(7, 30);
  private static final String PERIOD_VALUE = "retentionPeriod.retentionPeriodValue";
  private static final String UNLOCK_DELAY_VALUE = "lockConfiguration.unlockDelay.unlockDelayValue";
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int MOST_TAGS = 50;
  private static final int MOST_EXCLUSIONS = 5;

  private static final MessageTemplate TOO_MANY_EXCLUSIONS =
      unsatisfied("", "excludeResourceTags", "have length less than or equal to 5");
  private static final MessageTemplate EXCLUSIONS_BESIDE_TAGS =
      own("The parameter excludeResourceTags cannot be used with the parameter resourceTags");

  static final Rule PERIOD = days(
      PERIOD_VALUE,
      DAYS,
      "retention-rule.period",
      "images and snapshots are retained for 1 to 365 whole days",
      "Recycle Bin API reference, RetentionPeriod",
      "BIN-06",
      "SBIN-01");

  static final Rule PERIOD_OF_VOLUMES = days(
      PERIOD_VALUE,
      DAYS_OF_VOLUMES,
      "retention-rule.period-of-volumes",
      "volumes are retained for 1 to 7 whole days",
      "Recycle Bin API reference, RetentionPeriod",
      "BIN-06");

  static final Rule DESCRIPTION = rule(
          "retention-rule.description",
          "the description of a retention rule has at most 255 characters",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-30")
      .saying(
          unsatisfied(" '{description}'", "description", "have length less than or equal to 255"));

  static final Rule CHARACTERS = rule(
          "retention-rule.characters",
          "the description and the tags of a retention rule have only characters that XML 1.0 can"
              + " carry",
          VALIDATION_EXCEPTION,
          "XML 1.0, Characters; inferred: tags of resources have no others",
          "BIN-30")
      .saying(own("1 validation error detected: Value '{value}' at '{parameter}' failed to satisfy"
          + " constraint: Member must have only characters that are allowed"));

  static final Rule TAGS = rule(
          "retention-rule.tags",
          "a retention rule names at most 50 resource tags",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-07",
          "SBIN-08")
      .saying(unsatisfied("", "resourceTags", "have length less than or equal to 50"));

  static final Rule EXCLUSIONS = rule(
          "retention-rule.exclusions",
          "a retention rule names at most 5 exclusion tags, and none beside resource tags",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, CreateRule",
          "BIN-05")
      .saying(TOO_MANY_EXCLUSIONS, EXCLUSIONS_BESIDE_TAGS);

  static final Rule UNLOCK_DELAY = days(
      UNLOCK_DELAY_VALUE,
      UNLOCK_DELAY_DAYS,
      "retention-rule.unlock-delay",
      "the unlock delay of a retention rule is 7 to 30 days",
      "Recycle Bin API reference, UnlockDelay",
      "BIN-28");

  static final Rule IDENTIFIER = rule(
          "retention-rule.identifier",
          "the identifier of a retention rule is 11 letters or digits",
          VALIDATION_EXCEPTION,
          "Recycle Bin API reference, RuleIdentifier",
          "BIN-30")
      .saying(unsatisfied(
          " '{identifier}'", "identifier", "satisfy regular expression pattern: [0-9a-zA-Z]{11}"));

  static final ImmutableList<Rule> ALL = ImmutableList.of(
      IDENTIFIER,
      PERIOD,
      PERIOD_OF_VOLUMES,
      DESCRIPTION,
      CHARACTERS,
      TAGS,
      EXCLUSIONS,
      UNLOCK_DELAY);

  private RetentionRuleRules() {}

  /** What a retention rule breaks, in the order of the rules. */
  static Broken brokenBy(RetentionRule retention) {
    Broken broken = ofIdentifier(retention.identifier());
    int days = retention.retentionPeriodDays();
    broken = retention.resourceType() == ResourceType.EBS_VOLUME
        ? ofDays(PERIOD_OF_VOLUMES, PERIOD_VALUE, DAYS_OF_VOLUMES, days, broken)
        : ofDays(PERIOD, PERIOD_VALUE, DAYS, days, broken);
    String description = retention.description();
    if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
      broken = broken.and(DESCRIPTION.brokenBy("description", description));
    }
    broken = ofCharacters("description", ImmutableList.of(description), broken);
    broken = ofCharacters("resourceTags", texts(retention.resourceTags()), broken);
    broken = ofCharacters("excludeResourceTags", texts(retention.excludeResourceTags()), broken);
    broken = ofTags(retention.resourceTags(), retention.excludeResourceTags(), broken);
    return retention.unlockDelayDays().isPresent()
        ? ofDays(
            UNLOCK_DELAY,
            UNLOCK_DELAY_VALUE,
            UNLOCK_DELAY_DAYS,
            retention.unlockDelayDays().get(),
            broken)
        : broken;
  }

  static Broken ofIdentifier(String identifier) {
    return identifier.matches("[0-9a-zA-Z]{11}")
        ? Broken.NOTHING
        : Broken.NOTHING.and(IDENTIFIER.brokenBy("identifier", identifier));
  }

  static Broken ofTags(
      ImmutableSet<ResourceTag> resourceTags,
      ImmutableSet<ResourceTag> excludeResourceTags,
      Broken before) {
    Broken broken = before;
    if (resourceTags.size() > MOST_TAGS) {
      broken = broken.and(TAGS.brokenBy("resourceTags", resourceTags.size()));
    }
    if (!excludeResourceTags.isEmpty() && !resourceTags.isEmpty()) {
      broken = broken.and(EXCLUSIONS
          .brokenBy("excludeResourceTags", excludeResourceTags)
          .saying(EXCLUSIONS_BESIDE_TAGS));
    } else if (excludeResourceTags.size() > MOST_EXCLUSIONS) {
      broken = broken.and(EXCLUSIONS.brokenBy("excludeResourceTags", excludeResourceTags));
    }
    return broken;
  }

  private static Broken ofCharacters(String path, Iterable<String> texts, Broken before) {
    Broken broken = before;
    for (String text : texts) {
      Optional<Violation> illegal = Characters.malformed(CHARACTERS, path, text);
      broken = illegal.isPresent() ? broken.and(illegal.get()) : broken;
    }
    return broken;
  }

  private static ImmutableList<String> texts(ImmutableSet<ResourceTag> tags) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (ResourceTag tag : tags) {
      texts.add(tag.key());
      tag.value().ifPresent(texts::add);
    }
    return texts.build();
  }

  /** A rule on a number of days, which is told whether it is too low or too high. */
  private static Rule days(
      String path,
      Range<Integer> range,
      String id,
      String sentence,
      String source,
      String... rulebook) {
    return rule(id, sentence, VALIDATION_EXCEPTION, source, rulebook)
        .saying(
            unsatisfied(
                " '{value}'", path, "have value greater than or equal to " + range.lowerEndpoint()),
            unsatisfied(
                " '{value}'", path, "have value less than or equal to " + range.upperEndpoint()));
  }

  private static Broken ofDays(
      Rule rule, String path, Range<Integer> range, int days, Broken before) {
    if (range.contains(days)) {
      return before;
    }
    Violation violation = rule.brokenBy(path, days);
    return before.and(
        days < range.lowerEndpoint()
            ? violation
            : violation.saying(rule.messages().get(1)));
  }

  /** How services that are newer than EC2 say that a member of a request is not legal. */
  private static MessageTemplate unsatisfied(String value, String member, String constraint) {
    return own(
        "1 validation error detected: Value%s at '%s' failed to satisfy constraint: Member must %s"
            .formatted(value, member, constraint));
  }
}

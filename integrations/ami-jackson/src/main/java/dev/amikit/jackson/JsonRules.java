package dev.amikit.jackson;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.own;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** What the JSON of one record is held to before the rules of the domain are asked. */
public final class JsonRules {
  private static final String SHAPE = "API reference, the shape of the value";

  /** Text is a JSON string. */
  public static final Rule TEXT =
      rule("json.text", "the member is a string", "Value must be a string.", SHAPE);

  /** A figure is a JSON number without fraction that fits its type. */
  public static final Rule WHOLE_NUMBER = rule(
      "json.whole-number",
      "the member is a whole number of the size that EC2 uses for it",
      "Value must be an integer.",
      SHAPE);

  /** Yes or no is a JSON boolean. */
  public static final Rule BOOLEAN =
      rule("json.boolean", "the member is true or false", "Value must be true or false.", SHAPE);

  /** Several of one kind are a JSON array. */
  public static final Rule LIST =
      rule("json.list", "the member is a list", "Value must be a list.", SHAPE);

  /** What has members is a JSON object. */
  public static final Rule OBJECT =
      rule("json.object", "the value is an object", "Value must be a structure.", SHAPE);

  /** A word of a list that neither AWS nor the library keeps open is one of the list. */
  public static final Rule WORD = rule(
      "json.word",
      "the member is one of the words that the library knows",
      "Valid values: {words}.",
      SHAPE);

  /** A time is ISO 8601. */
  public static final Rule TIME = rule(
      "json.time",
      "a time is a date, a time of day and an offset in ISO 8601",
      "Expected: a time such as '2026-11-01T12:30:00.000Z'.",
      "API reference, Image, CreationDate");

  /** Progress is a percentage. */
  public static final Rule PERCENT = rule(
      "json.percent",
      "progress is a whole number and a percent sign",
      "Expected: a percentage such as '80%'.",
      "API reference, Snapshot, Progress");

  /** A permission is given to one. */
  public static final Rule ONE_GRANTEE = Rule.rule(
          "json.one-grantee",
          "a permission names exactly one of user, group, organization and organizational unit",
          INVALID_PARAMETER_COMBINATION,
          "API reference, LaunchPermission and CreateVolumePermission")
      .saying(own("A permission must specify exactly one of the parameters UserId, Group,"
          + " OrganizationArn and OrganizationalUnitArn"));

  /** All of them. */
  public static final ImmutableList<Rule> ALL =
      ImmutableList.of(TEXT, WHOLE_NUMBER, BOOLEAN, LIST, OBJECT, WORD, TIME, PERCENT, ONE_GRANTEE);

  private JsonRules() {}

  private static Rule rule(String id, String sentence, String reason, String source) {
    return Rule.rule(id, sentence, INVALID_PARAMETER_VALUE, source)
        .saying(own("Value ({value}) for parameter {parameter} is invalid. " + reason));
  }
}

package dev.amikit.jackson;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** What the JSON of one record is held to before the rules of the domain are asked. */
public final class JsonRules {
  private static final String SHAPE = "API reference, the shape of the value";

  /** Text is a JSON string. */
  public static final Rule TEXT =
      rule("json.text", "the member is a string", INVALID_PARAMETER_VALUE, SHAPE);

  /** A figure is a JSON number without fraction that fits its type. */
  public static final Rule WHOLE_NUMBER = rule(
      "json.whole-number",
      "the member is a whole number of the size that EC2 uses for it",
      INVALID_PARAMETER_VALUE,
      SHAPE);

  /** Yes or no is a JSON boolean. */
  public static final Rule BOOLEAN =
      rule("json.boolean", "the member is true or false", INVALID_PARAMETER_VALUE, SHAPE);

  /** Several of one kind are a JSON array. */
  public static final Rule LIST =
      rule("json.list", "the member is a list", INVALID_PARAMETER_VALUE, SHAPE);

  /** What has members is a JSON object. */
  public static final Rule OBJECT =
      rule("json.object", "the value is an object", INVALID_PARAMETER_VALUE, SHAPE);

  /** A time is ISO 8601. */
  public static final Rule TIME = rule(
      "json.time",
      "a time is a date, a time of day and an offset in ISO 8601",
      INVALID_PARAMETER_VALUE,
      "API reference, Image, CreationDate");

  /** Progress is a percentage. */
  public static final Rule PERCENT = rule(
      "json.percent",
      "progress is a whole number and a percent sign",
      INVALID_PARAMETER_VALUE,
      "API reference, Snapshot, Progress");

  /** A permission is given to one. */
  public static final Rule ONE_GRANTEE = rule(
      "json.one-grantee",
      "a permission names exactly one of user, group, organization and organizational unit",
      INVALID_PARAMETER_COMBINATION,
      "API reference, LaunchPermission and CreateVolumePermission");

  /** All of them. */
  public static final ImmutableList<Rule> ALL =
      ImmutableList.of(TEXT, WHOLE_NUMBER, BOOLEAN, LIST, OBJECT, TIME, PERCENT, ONE_GRANTEE);

  private JsonRules() {}
}

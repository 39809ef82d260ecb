package dev.amikit.rule;

import static com.google.common.base.CaseFormat.LOWER_CAMEL;
import static com.google.common.base.CaseFormat.UPPER_CAMEL;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** A value was to be built without attributes that every such value has; tells all of them. */
public final class MissingAttributesException extends RuleViolationException {
  private static final long serialVersionUID = 1;

  private static final MessageTemplate ONE =
      quoted("The request must contain the parameter {parameter}");
  private static final MessageTemplate SEVERAL =
      own("The request must contain the parameters {parameters}");

  /** Every value has its required attributes. */
  public static final Rule REQUIRED = rule(
          "value.required-attribute",
          "every value of this kind has the attribute",
          MISSING_PARAMETER,
          "API reference, the shape of the value",
          "COM-13")
      .saying(ONE, SEVERAL);

  /**
   * Makes the exception. Its words name all that are absent: one alone as requests of EC2's Query
   * API spell it, such as {@code ImageId}.
   *
   * @param attributes the names of the absent attributes
   */
  public MissingAttributesException(String... attributes) {
    super(Arrays.stream(requireNonNull(attributes, "attributes"))
        .map(attribute -> oneOf(attribute, attributes))
        .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Tells that a request lacks a parameter, which it names otherwise than by the path.
   *
   * @param path the member of the request
   * @param parameter its name as EC2 tells it
   * @return the violation
   */
  public static Violation absent(String path, String parameter) {
    requireNonNull(path, "path");
    requireNonNull(parameter, "parameter");
    return REQUIRED.brokenBy(path, "absent").with("parameter", parameter);
  }

  private static Violation oneOf(String attribute, String... all) {
    Violation absent = REQUIRED.brokenBy(attribute, "absent");
    return all.length == 1
        ? absent.with("parameter", LOWER_CAMEL.to(UPPER_CAMEL, attribute))
        : absent.saying(SEVERAL).with("parameters", String.join(", ", all));
  }
}

package dev.amikit.rule;

import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** A value was to be built without attributes that every such value has; tells all of them. */
public final class MissingAttributesException extends RuleViolationException {
  private static final long serialVersionUID = 1;

  /** Every value has its required attributes. */
  public static final Rule REQUIRED = rule(
      "value.required-attribute",
      "every value of this kind has the attribute",
      MISSING_PARAMETER,
      "API reference, the shape of the value",
      "COM-13");

  /**
   * Makes the exception.
   *
   * @param attributes the names of the absent attributes
   */
  public MissingAttributesException(String... attributes) {
    super(Arrays.stream(requireNonNull(attributes, "attributes"))
        .map(attribute -> REQUIRED.brokenBy(attribute, "absent"))
        .collect(ImmutableList.toImmutableList()));
  }
}

package dev.amikit.awssdk;

import static dev.amikit.rule.MessageTemplate.own;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;

/**
 * What the flat form of ModifyImageAttribute and ModifySnapshotAttribute must have, which names an
 * attribute beside its value: {@code Attribute}, {@code OperationType}, {@code Value}.
 */
final class FlatForm {
  private static final String SOURCE =
      "API reference, ModifyImageAttribute and ModifySnapshotAttribute";

  static final Rule ATTRIBUTE = rule(
      "flat-form.attribute", "a change says of which attribute it is", ErrorCode.MISSING_PARAMETER);

  static final Rule COMBINATION = rule(
      "flat-form.combination",
      "a change has the parameters of its attribute, and no others",
      ErrorCode.INVALID_PARAMETER_COMBINATION);

  static final Rule OPERATION_TYPE = Rule.rule(
          "flat-form.operation-type",
          "the operation type is add or remove",
          ErrorCode.INVALID_PARAMETER_VALUE,
          SOURCE)
      .saying(own(
          "Value ({value}) for parameter operationType is invalid. Valid values: add, remove."));

  private FlatForm() {}

  private static Rule rule(String id, String sentence, ErrorCode code) {
    return Rule.rule(id, sentence, code, SOURCE).saying(own("{words}"));
  }

  /** Returns the refusal of a request that has another form. */
  static RuleViolationException refuse(Rule rule, String path, Object found, String words) {
    return rule.brokenBy(path, found).with("words", words).toException();
  }
}

package dev.amikit.awssdk.rbin;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Violation;

/** A request that is refused for its form, in words of the service. */
final class RestRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String words;
  private final transient ImmutableList<Violation> violations;

  private RestRefusal(int status, String code, String words, ImmutableList<Violation> violations) {
    super(code + ": " + words);
    this.status = status;
    this.code = code;
    this.words = words;
    this.violations = violations;
  }

  /** The service does not have what was asked for. */
  static RestRefusal unknownOperation(String method, String path) {
    return new RestRefusal(
        404,
        "UnknownOperationException",
        "There is no operation %s %s.".formatted(method, path),
        ImmutableList.of());
  }

  /** The request is no document of its kind. */
  static RestRefusal unreadable(String words) {
    return new RestRefusal(400, "SerializationException", words, ImmutableList.of());
  }

  /** A member breaks what the service asks of it. */
  static RestRefusal unsatisfied(String value, String member, String constraint) {
    return invalid(
        "1 validation error detected: Value%s at '%s' failed to satisfy constraint: Member must %s"
            .formatted(value, member, constraint));
  }

  /** A member that the operation has not, or of which the library has nothing. */
  static RestRefusal unknown(String member) {
    return invalid("The parameter %s is not supported.".formatted(member));
  }

  private static RestRefusal invalid(String words) {
    return new RestRefusal(400, "ValidationException", words, ImmutableList.of());
  }

  static RestRefusal noRule(String identifier) {
    return new RestRefusal(
        404,
        "ResourceNotFoundException",
        "The rule '%s' does not exist".formatted(identifier),
        ImmutableList.of());
  }

  /** Returns the same refusal with the rules of the library that were broken. */
  RestRefusal because(ImmutableList<Violation> broken) {
    return new RestRefusal(status, code, words, broken);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String words() {
    return words;
  }

  ImmutableList<Violation> violations() {
    return violations;
  }
}

package dev.amikit.endpoint;

import com.google.common.collect.ImmutableList;

/** What the endpoint itself refuses, before anybody is asked. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String words;
  private final String explanation;

  private Refused(int status, String code, String words, String explanation) {
    super(code + ": " + words);
    this.status = status;
    this.code = code;
    this.words = words;
    this.explanation = explanation;
  }

  Refused(int status, String code, String words) {
    this(status, code, words, "");
  }

  /** A caller who is nobody; EC2 does not say why. */
  static Refused caller(String explanation) {
    return new Refused(
        401,
        "AuthFailure",
        "AWS was not able to validate the provided access credentials",
        explanation);
  }

  static Refused method(String method) {
    return new Refused(
        405,
        "MethodNotAllowed",
        "The specified method is not allowed against this resource.",
        "the method was " + method);
  }

  static Refused value(String parameter, String value, String reason) {
    return new Refused(
        400,
        "InvalidParameterValue",
        "Value (%s) for parameter %s is invalid. %s".formatted(value, parameter, reason));
  }

  static Refused unavailable() {
    return new Refused(
        503, "Unavailable", "The server is overloaded and can't handle the request.");
  }

  /** A fault of the endpoint, or of what is behind it. */
  static Refused fault() {
    return new Refused(500, "InternalError", "An internal error has occurred");
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

  /** Returns more than EC2 tells; may be none. */
  ImmutableList<String> explanations() {
    return explanation.isEmpty() ? ImmutableList.of() : ImmutableList.of(explanation);
  }
}

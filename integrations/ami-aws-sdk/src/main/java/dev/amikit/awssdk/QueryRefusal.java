package dev.amikit.awssdk;

/** A request that is refused for its form, in words of the query protocol. */
final class QueryRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String words;

  QueryRefusal(String code, String words) {
    super(code + ": " + words);
    this.code = code;
    this.words = words;
  }

  QueryRefusal(String code, String words, Throwable cause) {
    this(code, words);
    initCause(cause);
  }

  static QueryRefusal invalidValue(String parameter, String value, String reason) {
    return new QueryRefusal(
        "InvalidParameterValue",
        "Value (%s) for parameter %s is invalid. %s".formatted(value, parameter, reason));
  }

  static QueryRefusal combination(String words) {
    return new QueryRefusal("InvalidParameterCombination", words);
  }

  String code() {
    return code;
  }

  String words() {
    return words;
  }
}

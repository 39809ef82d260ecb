package dev.amikit.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.primitives.Longs;
import dev.amikit.id.Region;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query, each of which is to be taken. */
final class Arguments {
  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  static Arguments parse(String query) throws Refused {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : Splitter.on('&').omitEmptyStrings().split(query)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (values.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
        throw new Refused(
            400,
            "InvalidParameterCombination",
            "The parameter %s is specified more than once.".formatted(name));
      }
    }
    return new Arguments(values);
  }

  private static String decode(String text) throws Refused {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new Refused(400, "MalformedQueryString", "The query string contains a syntax error");
    }
  }

  Optional<String> take(String name) {
    return Optional.ofNullable(values.remove(name));
  }

  String require(String name) throws Refused {
    String value = values.remove(name);
    if (value == null) {
      throw new Refused(400, "MissingParameter", "The request must contain the parameter " + name);
    }
    return value;
  }

  Region region() throws Refused {
    return Region.of(require("region"));
  }

  Duration duration(String name) throws Refused {
    String value = require(name);
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException malformed) {
      throw Refused.value(name, value, "Expected: a duration such as PT5M or P730D.");
    }
  }

  /** Takes a whole number; 0 if there is none. */
  long number(String name) throws Refused {
    String value = take(name).orElse("0");
    Long number = Longs.tryParse(value);
    if (number == null) {
      throw Refused.value(name, value, "Expected: a whole number.");
    }
    return number;
  }

  /** Refuses what was not taken. */
  void end() throws Refused {
    if (!values.isEmpty()) {
      throw new Refused(
          400,
          "UnknownParameter",
          "The parameter %s is not recognized"
              .formatted(values.keySet().iterator().next()));
    }
  }
}

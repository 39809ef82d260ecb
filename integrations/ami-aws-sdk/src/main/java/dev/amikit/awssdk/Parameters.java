package dev.amikit.awssdk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.net.URLDecoder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request by their names: {@code Filter.1.Name} is {@code Name} in {@code 1} in
 * {@code Filter}. Indexes of lists count by their order; there may be gaps.
 */
final class Parameters {
  /** No parameter of EC2 has a name as long as this. */
  private static final int LONGEST_NAME = 255;

  /**
   * The SDK of version 1 makes up two of them for a request, and EC2 takes that. The first counts:
   * sent again, the request has the same two in the same order.
   */
  private static final String TWICE_BY_SDK = "ClientToken";

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  /** Control characters that XML has no way to write. */
  static final CharMatcher UNWRITABLE = CharMatcher.inRange('\0', '\u001f')
      .and(CharMatcher.noneOf("\t\n\r"))
      .or(CharMatcher.anyOf("\ufffe\uffff"))
      .precomputed();

  private final String name;
  private final Map<String, Parameters> inner = new LinkedHashMap<>();
  private @Nullable String text;

  private Parameters(String name) {
    this.name = name;
  }

  /**
   * Reads a form, as it stands in the body of a POST or the query of a GET.
   *
   * @param form names and values, percent-encoded
   * @throws QueryRefusal if it cannot be read
   */
  static Parameters parse(String form) {
    Parameters all = new Parameters("");
    for (String pair : Splitter.on('&').omitEmptyStrings().split(form)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      all.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return all;
  }

  private void put(String name, String value) {
    if (name.length() > LONGEST_NAME) {
      throw unknown(Ascii.truncate(name, LONGEST_NAME, "..."));
    }
    if (UNWRITABLE.matchesAnyOf(value)) {
      throw QueryRefusal.invalidValue(name, value, "It has a character that EC2 does not take.");
    }
    Parameters at = this;
    for (String step : Splitter.on('.').split(name)) {
      String path = at.name.isEmpty() ? step : at.name + "." + step;
      at = at.inner.computeIfAbsent(step, any -> new Parameters(path));
    }
    if (at.text != null && name.equals(TWICE_BY_SDK)) {
      return;
    }
    if (at.text != null) {
      throw QueryRefusal.combination(
          "The parameter %s is specified more than once.".formatted(name));
    }
    at.text = value;
  }

  /** Takes a parameter out; null if it is absent. */
  @Nullable
  String take(String parameter) {
    Parameters found = inner.remove(parameter);
    return found == null ? null : found.text();
  }

  Map<String, Parameters> inner() {
    return inner;
  }

  /** Returns the value, of a parameter that has one and nothing else. */
  String text() {
    if (!inner.isEmpty()) {
      throw inner.values().iterator().next().unknown();
    }
    return text == null ? "" : text;
  }

  /** Returns this, of which there are only members. */
  Parameters asStructure() {
    if (text != null) {
      throw unknown();
    }
    return this;
  }

  /** Returns the elements of a list, in the order of their indexes; one may be without. */
  ImmutableList<Parameters> asList() {
    if (text != null && inner.isEmpty()) {
      return ImmutableList.of(this);
    }
    asStructure();
    for (Map.Entry<String, Parameters> element : inner.entrySet()) {
      if (index(element) == null) {
        throw element.getValue().unknown();
      }
    }
    return inner.entrySet().stream()
        .sorted(Comparator.comparing(Parameters::index))
        .map(Map.Entry::getValue)
        .collect(toImmutableList());
  }

  /** Returns the refusal of a parameter that the operation does not have. */
  QueryRefusal unknown() {
    return text == null && !inner.isEmpty()
        ? inner.values().iterator().next().unknown()
        : unknown(name);
  }

  private static QueryRefusal unknown(String name) {
    return new QueryRefusal(
        "UnknownParameter", "The parameter %s is not recognized".formatted(name));
  }

  private static @Nullable Integer index(Map.Entry<String, Parameters> element) {
    return DIGITS.matchesAllOf(element.getKey()) ? Ints.tryParse(element.getKey()) : null;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new QueryRefusal(
          "MalformedQueryString", "The query string contains a syntax error", malformed);
    }
  }
}

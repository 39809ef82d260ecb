package dev.amikit.query;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;

/**
 * Reads one filter in the short form of the AWS CLI: members joined by commas, a list of values
 * going on until the next member begins; values bare, in quotes, or as a list in brackets.
 */
final class ShorthandSyntax {
  private static final String NAME = "Name=";
  private static final String VALUES = "Values=";
  private static final CharMatcher NEEDS_QUOTES =
      CharMatcher.anyOf(",'\"[]{}=\\").or(CharMatcher.whitespace());

  private final String text;
  private int at;
  private boolean inBrackets;

  ShorthandSyntax(String text) {
    this.text = text;
  }

  static String quoted(String value) {
    return value.isEmpty() || NEEDS_QUOTES.matchesAnyOf(value)
        ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : value;
  }

  Filter filter() {
    if (comes(NAME)) {
      String name = value();
      expect("," + VALUES);
      ImmutableList<String> values = values();
      if (at < text.length()) {
        throw malformed();
      }
      return new Filter(name, values);
    }
    expect(VALUES);
    ImmutableList<String> values = values();
    expect("," + NAME);
    String name = value();
    if (at < text.length()) {
      throw malformed();
    }
    return new Filter(name, values);
  }

  private ImmutableList<String> values() {
    inBrackets = comes("[");
    ImmutableList.Builder<String> values = ImmutableList.builder();
    if (!(inBrackets && text.startsWith("]", at))) {
      do {
        values.add(value());
      } while (!text.startsWith("," + NAME, at) && comes(","));
    }
    if (inBrackets) {
      expect("]");
      inBrackets = false;
    }
    return values.build();
  }

  private String value() {
    return text.startsWith("\"", at) || text.startsWith("'", at) ? quotedValue() : bareValue();
  }

  private String quotedValue() {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      boolean escaped = text.charAt(at) == '\\'
          && at + 1 < text.length()
          && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\');
      value.append(text.charAt(escaped ? at + 1 : at));
      at += escaped ? 2 : 1;
    }
    expect(String.valueOf(quote));
    return value.toString();
  }

  private String bareValue() {
    StringBuilder value = new StringBuilder();
    while (at < text.length()
        && text.charAt(at) != ','
        && !(inBrackets && text.charAt(at) == ']')) {
      if (text.startsWith("\\,", at)) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    return value.toString();
  }

  private boolean comes(String token) {
    boolean comes = text.startsWith(token, at);
    at += comes ? token.length() : 0;
    return comes;
  }

  private void expect(String token) {
    if (!comes(token)) {
      throw malformed();
    }
  }

  private RuntimeException malformed() {
    return Filter.CLI_FORM.refuse("", text);
  }
}

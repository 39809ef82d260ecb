package dev.amikit.filter;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads one filter in the short form of the AWS CLI: members joined by commas, a list of values
 * going on until the next member begins; values bare, in quotes, or as a list in brackets. White
 * space around values says nothing, unless they are in quotes.
 */
final class ShorthandSyntax {
  private static final String NAME = "Name";
  private static final String VALUES = "Values";
  private static final ImmutableSet<String> MEMBERS = ImmutableSet.of(NAME, VALUES);
  private static final CharMatcher SPACE = CharMatcher.whitespace();
  private static final CharMatcher OF_KEY = CharMatcher.inRange('a', 'z')
      .or(CharMatcher.inRange('A', 'Z'))
      .or(CharMatcher.inRange('0', '9'));

  // How bare values begin, and how the first of a list and those after it go on.
  private static final CharMatcher START = CharMatcher.noneOf("\"',=[{");
  private static final CharMatcher OF_FIRST = CharMatcher.noneOf("\"',]}");
  private static final CharMatcher OF_LATER = CharMatcher.noneOf("\"',=");

  /** What needs no quotes wherever it stands. */
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('!', '~').and(CharMatcher.noneOf("\"',=[]{}\\"));

  private final String text;
  private int at;

  ShorthandSyntax(String text) {
    this.text = text;
  }

  static String quoted(String value) {
    return !value.isEmpty() && PLAIN.matchesAllOf(value)
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  Filter filter() {
    Map<String, ImmutableList<String>> members = new HashMap<>();
    do {
      require(members.put(key(), values()) == null);
    } while (comes(','));
    ImmutableList<String> name = members.getOrDefault(NAME, ImmutableList.of());
    require(at == text.length() && members.keySet().equals(MEMBERS) && name.size() == 1);
    return new Filter(name.get(0), members.getOrDefault(VALUES, ImmutableList.of()));
  }

  private String key() {
    int from = at;
    skip(OF_KEY);
    String key = text.substring(from, at);
    require(comes('='));
    return key;
  }

  private boolean isMemberNext() {
    int from = at;
    skip(OF_KEY);
    boolean isMember = comes('=');
    at = from;
    return isMember;
  }

  private ImmutableList<String> values() {
    ImmutableList.Builder<String> values = ImmutableList.builder();
    if (comes('[')) {
      while (!comes(']')) {
        values.add(value(OF_FIRST));
        require(comes(',') || isNext(']'));
      }
      return values.build();
    }
    values.add(value(OF_FIRST));
    int end = at;
    while (comes(',') && !isMemberNext()) {
      require(at < text.length() && !isNext(','));
      values.add(value(OF_LATER));
      end = at;
    }
    at = end;
    return values.build();
  }

  private String value(CharMatcher bare) {
    return isNext('"') || isNext('\'') ? quotedValue() : bareValue(bare);
  }

  private String quotedValue() {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (!isNext(quote)) {
      require(at < text.length());
      boolean escapes = text.charAt(at) == '\\'
          && at + 1 < text.length()
          && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\');
      at += escapes ? 1 : 0;
      value.append(text.charAt(at++));
    }
    require(comes(quote));
    return value.toString();
  }

  private String bareValue(CharMatcher further) {
    StringBuilder value = new StringBuilder();
    CharMatcher legal = START;
    while (at < text.length() && (isEscapedComma() || legal.matches(text.charAt(at)))) {
      at += isEscapedComma() ? 1 : 0;
      value.append(text.charAt(at++));
      legal = further;
    }
    return SPACE.trimTrailingFrom(value);
  }

  private boolean isEscapedComma() {
    return text.startsWith("\\,", at);
  }

  private boolean isNext(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Goes past a character, and the white space around it, if it comes next. */
  private boolean comes(char c) {
    int from = at;
    skip(SPACE);
    if (!isNext(c)) {
      at = from;
      return false;
    }
    at++;
    skip(SPACE);
    return true;
  }

  private void skip(CharMatcher characters) {
    while (at < text.length() && characters.matches(text.charAt(at))) {
      at++;
    }
  }

  private void require(boolean kept) {
    if (!kept) {
      throw Filter.CLI_FORM.refuse("", text);
    }
  }
}

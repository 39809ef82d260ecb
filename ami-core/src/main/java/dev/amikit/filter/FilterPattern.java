package dev.amikit.filter;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.beans.Transient;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a filter value with EC2's wild cards: {@code *} stands for any characters, {@code ?}
 * for one character or none, and a backslash before {@code *}, {@code ?} or a backslash takes that
 * character literally. Everything else stands for itself, and the pattern covers the whole text.
 * Requests may not have a {@linkplain #badEscape backslash before anything else}.
 *
 * <p>Matching takes at most as many steps as the text has characters times the pattern has; no
 * pattern is worse than that.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html">List and
 *     filter your resources</a>
 */
public final class FilterPattern {
  private static final char ANY = '*';
  private static final char OPTIONAL = '?';
  private static final char ESCAPE = '\\';

  // Stand for wild cards among the code points, which are never negative.
  static final int ANY_CARD = -1;
  static final int OPTIONAL_CARD = -2;

  private final String text;
  private final String literalPrefix;
  private final int[] rest;

  /** What stands between one {@code *} and the next, and after the last one. */
  private final ImmutableList<String> pieces;

  /** Where the cards are among the rest, if there are no pieces. */
  private final Optional<Places> places;

  private FilterPattern(String text, String literalPrefix, int[] rest) {
    this.text = text;
    this.literalPrefix = literalPrefix;
    this.rest = rest;
    boolean isPieces = isPieces(rest);
    this.pieces = isPieces ? pieces(rest) : ImmutableList.of();
    this.places = isPieces ? Optional.empty() : Optional.of(new Places(rest));
  }

  /**
   * Returns the pattern that a text spells; every text spells one.
   *
   * @param text the value of a filter
   * @return the pattern
   */
  public static FilterPattern of(String text) {
    requireNonNull(text, "text");
    int plain = 0; // most patterns are plain, or nearly so
    while (plain < text.length() && !isSpecial(text.charAt(plain))) {
      plain++;
    }
    int[] tokens = tokens(text, plain);
    int literals = 0;
    while (literals < tokens.length && tokens[literals] >= 0) {
      literals++;
    }
    return new FilterPattern(
        text,
        text.substring(0, plain).concat(new String(tokens, 0, literals)),
        Arrays.copyOfRange(tokens, literals, tokens.length));
  }

  /**
   * Returns the filter value that finds a text and nothing else.
   *
   * @param literal the text
   * @return the text, its wild cards and backslashes escaped
   */
  public static String escape(String literal) {
    requireNonNull(literal, "literal");
    StringBuilder escaped = new StringBuilder(literal.length());
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (isSpecial(c)) {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /**
   * Returns the escape sequence for which EC2 refuses a filter value: a backslash before another
   * character than a wild card or a backslash, or at the end.
   *
   * @param text the value of a filter
   * @return the first that it has, such as {@code \d}; empty if it has none
   */
  public static Optional<String> badEscape(String text) {
    requireNonNull(text, "text");
    for (int i = text.indexOf(ESCAPE); i >= 0; i = text.indexOf(ESCAPE, i + 2)) {
      boolean isLast = i + 1 == text.length();
      if (isLast || !isSpecial(text.charAt(i + 1))) {
        return Optional.of(text.substring(i, text.offsetByCodePoints(i, isLast ? 1 : 2)));
      }
    }
    return Optional.empty();
  }

  /** {@return whether the pattern has no wild card, and so matches one text only} */
  @Transient
  public boolean isExact() {
    return rest.length == 0;
  }

  /** {@return whether the pattern is a literal text and one {@code *} after it} */
  @Transient
  public boolean isPrefix() {
    return rest.length == 1 && rest[0] == ANY_CARD;
  }

  /**
   * {@return what every matching text begins with, up to the first wild card; the whole text if the
   * pattern {@linkplain #isExact() is exact}}
   */
  public String literalPrefix() {
    return literalPrefix;
  }

  /**
   * Tells whether a text matches.
   *
   * @param candidate the text
   * @return whether the pattern covers all of it
   */
  public boolean matches(CharSequence candidate) {
    requireNonNull(candidate, "candidate");
    String whole = candidate.toString();
    if (!whole.startsWith(literalPrefix)) {
      return false;
    }
    int from = literalPrefix.length();
    if (isExact()) {
      return whole.length() == from;
    }
    return places.isPresent() ? places.get().leadsThrough(whole, from) : hasPieces(whole, from);
  }

  /**
   * Without {@code ?} each piece may have the first place where it fits; the last one fits at the
   * end only.
   */
  private boolean hasPieces(String whole, int from) {
    int at = from;
    int last = pieces.size() - 1;
    for (int i = 0; i < last; i++) {
      int found = whole.indexOf(pieces.get(i), at);
      if (found < 0) {
        return false;
      }
      at = found + pieces.get(i).length();
    }
    return whole.length() - at >= pieces.get(last).length() && whole.endsWith(pieces.get(last));
  }

  /** Whether no card is but {@code *}, and no half of a pair, which must not be found in a pair. */
  private static boolean isPieces(int[] tokens) {
    for (int token : tokens) {
      if (token == OPTIONAL_CARD
          || token >= Character.MIN_SURROGATE && token <= Character.MAX_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  /** What is between the cards, the first of which is the first token, if there is any. */
  private static ImmutableList<String> pieces(int[] tokens) {
    ImmutableList.Builder<String> pieces = ImmutableList.builder();
    int to;
    for (int from = 1; from <= tokens.length; from = to + 1) {
      to = from;
      while (to < tokens.length && tokens[to] != ANY_CARD) {
        to++;
      }
      pieces.add(new String(tokens, from, to - from));
    }
    return pieces.build();
  }

  /**
   * The code points and cards of a pattern from a place on; cards beside a {@code *} say no more
   * than it does.
   */
  private static int[] tokens(String text, int from) {
    int[] tokens = new int[text.length() - from];
    int count = 0;
    int cards = 0; // how many of the last tokens are cards
    int c;
    for (int i = from; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c == ANY) {
        count -= cards;
        cards = 1;
        tokens[count++] = ANY_CARD;
      } else if (c == OPTIONAL) {
        if (cards == 0 || tokens[count - 1] != ANY_CARD) {
          cards++;
          tokens[count++] = OPTIONAL_CARD;
        }
      } else {
        if (c == ESCAPE && i + 1 < text.length() && isSpecial(text.charAt(i + 1))) {
          i++;
          c = text.charAt(i);
        }
        cards = 0;
        tokens[count++] = c;
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  private static boolean isSpecial(char c) {
    return c == ANY || c == OPTIONAL || c == ESCAPE;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof FilterPattern pattern && text.equals(pattern.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the pattern as it was spelt. */
  @Override
  public String toString() {
    return text;
  }
}

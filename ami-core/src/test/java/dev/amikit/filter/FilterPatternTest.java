package dev.amikit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

class FilterPatternTest {
  @Property(tries = 5000)
  @Rules({"FLT-05", "FLT-06", "FLT-07", "FLT-08", "FLT-09", "FLT-10", "FLT-11"})
  void agrees_with_regular_expressions(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    assertThat(FilterPattern.of(pattern).matches(text))
        .isEqualTo(oracle(pattern).matcher(text).matches());
  }

  @Property(tries = 5000)
  @Rules({"FLT-06", "FLT-07", "FLT-08", "FLT-09", "FLT-10"})
  void agrees_with_regular_expressions_on_texts_made_from_the_pattern(
      @ForAll("patterns") String pattern, @ForAll long choices) {
    String text = instance(pattern, choices);
    boolean expected = oracle(pattern).matcher(text).matches();
    Statistics.collect(expected);
    Statistics.coverage(coverage -> coverage.check(true).percentage(p -> p > 20));
    assertThat(FilterPattern.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Property
  @Rules("FLT-08")
  void an_escaped_text_finds_itself_and_nothing_else(
      @ForAll("patterns") String text, @ForAll("patterns") String another) {
    FilterPattern pattern = FilterPattern.of(FilterPattern.escape(text));
    assertThat(pattern.isExact()).isTrue();
    assertThat(pattern.literalPrefix()).isEqualTo(text);
    assertThat(pattern.matches(text)).isTrue();
    assertThat(pattern.matches(another)).isEqualTo(another.equals(text));
  }

  @Property
  void every_matching_text_begins_with_the_literal_prefix(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    FilterPattern read = FilterPattern.of(pattern);
    if (read.matches(text)) {
      assertThat(text).startsWith(read.literalPrefix());
    }
    if (read.isExact()) {
      assertThat(read.matches(read.literalPrefix())).isTrue();
    }
  }

  @Property
  void patterns_of_one_text_are_equal_and_print_it(@ForAll("patterns") String pattern) {
    assertThat(FilterPattern.of(pattern))
        .isEqualTo(FilterPattern.of(pattern))
        .hasSameHashCodeAs(FilterPattern.of(pattern))
        .hasToString(pattern)
        .isNotEqualTo(FilterPattern.of(pattern + "x"));
  }

  @Property(tries = 200)
  void no_pattern_reads_more_than_text_times_pattern(
      @ForAll("adversaries") String pattern, @ForAll @IntRange(min = 0, max = 2000) int length) {
    Counted text = new Counted("a".repeat(length));
    assertThat(FilterPattern.of(pattern).matches(text)).isFalse();
    assertThat(text.reads).isLessThanOrEqualTo(4L * (length + 1) * (pattern.length() + 1));
  }

  @Example
  void many_stars_on_a_long_name_stay_cheap() {
    Counted text = new Counted("a".repeat(10_000));
    assertThat(FilterPattern.of("*a*a*a*a*a*a*a*a*b").matches(text)).isFalse();
    assertThat(text.reads).isLessThan(50_000);
  }

  @Example
  @Rules({"FLT-06", "FLT-07", "FLT-08", "FLT-10"})
  void reads_the_examples_of_the_user_guide() {
    assertThat(FilterPattern.of("prod?").matches("prod")).isTrue();
    assertThat(FilterPattern.of("prod?").matches("prods")).isTrue();
    assertThat(FilterPattern.of("prod?").matches("prodss")).isFalse();
    assertThat(FilterPattern.of("\\*amazon\\?\\\\").matches("*amazon?\\")).isTrue();
    assertThat(FilterPattern.of("\\*amazon\\?\\\\").matches("xamazon?\\")).isFalse();
    assertThat(FilterPattern.of("*").matches("")).isTrue();
    assertThat(FilterPattern.of("amazon").matches("amazon-linux")).isFalse();
  }

  @Example
  @Rules("FLT-09")
  void a_backslash_before_anything_else_is_itself() {
    assertThat(FilterPattern.of("a\\b").matches("a\\b")).isTrue();
    assertThat(FilterPattern.of("a\\").matches("a\\")).isTrue();
    assertThat(FilterPattern.of("a\\b").matches("ab")).isFalse();
  }

  @Example
  @Rules("FLT-11")
  void brackets_and_dots_are_literal() {
    assertThat(FilterPattern.of("[ab].").matches("[ab].")).isTrue();
    assertThat(FilterPattern.of("[ab].").matches("ax")).isFalse();
  }

  @Example
  void an_optional_card_takes_a_whole_character() {
    assertThat(FilterPattern.of("a?b").matches("a\uD83D\uDE00b")).isTrue();
    assertThat(FilterPattern.of("?").matches("\uD83D\uDE00\uD83D\uDE00")).isFalse();
  }

  @Property(tries = 2000)
  void long_patterns_agree_with_a_walk_from_place_to_place(
      @ForAll("longPatterns") String pattern, @ForAll long choices, @ForAll boolean isSpoilt) {
    String text = instance(pattern, choices) + (isSpoilt ? "b" : "");
    boolean expected = walk(pattern, text);
    Statistics.collect(expected);
    Statistics.coverage(coverage -> {
      coverage.check(true).percentage(p -> p > 20);
      coverage.check(false).percentage(p -> p > 5);
    });
    assertThat(FilterPattern.of(pattern).matches(text)).isEqualTo(expected);
  }

  /** The plain way: all places in the pattern that can be reached are followed one by one. */
  private static boolean walk(String pattern, String text) {
    boolean[] reached = new boolean[pattern.length() + 1];
    reached[0] = true;
    for (int at = 0; at <= text.length(); at++) {
      for (int i = 0; i < pattern.length(); i++) {
        reached[i + 1] |= reached[i] && "*?".indexOf(pattern.charAt(i)) >= 0;
      }
      if (at < text.length()) {
        for (int i = pattern.length(); i >= 0; i--) {
          boolean stays = i < pattern.length() && reached[i] && pattern.charAt(i) == '*';
          boolean comes = i > 0
              && reached[i - 1]
              && (pattern.charAt(i - 1) == '?' || pattern.charAt(i - 1) == text.charAt(at));
          reached[i] = stays || comes;
        }
      }
    }
    return reached[pattern.length()];
  }

  @Provide
  Arbitrary<String> longPatterns() {
    return Arbitraries.strings().withChars("aaab???*").ofMinLength(40).ofMaxLength(255);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings()
        .withChars("aab*?\\.[\n\r")
        .ofMaxLength(8)
        .map(FilterPatternTest::withPairs);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aaab*\\.\n\r")
        .ofMaxLength(8)
        .map(FilterPatternTest::withPairs);
  }

  /**
   * The text with characters beyond the 65,536 first, and with halves of such, which are in none.
   */
  private static String withPairs(String text) {
    return text.replace("\n", "\uD83D\uDE00").replace("\r", "\uDE00");
  }

  @Provide
  Arbitrary<String> adversaries() {
    return Arbitraries.strings().withChars("a*?").ofMaxLength(40).map(pattern -> pattern + "b");
  }

  /** The pattern with a text in the place of each card. */
  private static String instance(String pattern, long choices) {
    StringBuilder text = new StringBuilder();
    long left = choices;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int choice = (int) (left & 3);
      left >>>= 2;
      text.append(
          switch (c) {
            case '*' -> "abaab".substring(0, choice);
            case '?' -> choice < 2 ? "" : "b";
            case '\\' -> choice < 3 ? "" : "\\";
            default -> String.valueOf(c);
          });
    }
    return text.toString();
  }

  private static Pattern oracle(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 'x';
      if (c == '\\' && (next == '*' || next == '?' || next == '\\')) {
        regex.append(Pattern.quote(String.valueOf(next)));
        i++;
      } else if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append(".?");
      } else if (Character.isHighSurrogate(c)) {
        regex.append(Pattern.quote(pattern.substring(i, i + 2)));
        i++;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** A text that counts how often it is read. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long reads;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}

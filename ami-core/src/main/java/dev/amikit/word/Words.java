package dev.amikit.word;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The words of one list that are known today.
 *
 * @param <W> the type of the words
 */
public final class Words<W extends Word> {
  /** A word has letters; absence is something else. */
  public static final Rule NOT_EMPTY = Rule.rule(
      "word.not-empty",
      "a word of one of EC2's lists is not empty",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "inferred: no answer of EC2 holds an empty word",
      "BOOT-01",
      "BOOT-03",
      "BOOT-05");

  private final ImmutableMap<String, W> known;
  private final Function<String, W> unknown;

  private Words(ImmutableMap<String, W> known, Function<String, W> unknown) {
    this.known = known;
    this.unknown = unknown;
  }

  /**
   * Returns a list.
   *
   * @param <W> the type of the words
   * @param unknown how to hold a word that is not in the list
   * @param known the words known today
   * @return the list
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <W extends Word> Words<W> of(Function<String, W> unknown, W... known) {
    requireNonNull(unknown, "unknown");
    requireNonNull(known, "known");
    return new Words<>(Arrays.stream(known).collect(toImmutableMap(Word::word, w -> w)), unknown);
  }

  /**
   * Returns a word, which need not be in the list.
   *
   * @param word the word as EC2 spells it
   * @return the known word that is spelt so, or a new one
   */
  public W get(String word) {
    requireNonNull(word, "word");
    W found = known.get(word);
    return found == null ? unknown.apply(word) : found;
  }

  /**
   * Tells whether a word is in the list.
   *
   * @param word the word as EC2 spells it
   * @return whether it is known
   */
  public boolean knows(String word) {
    requireNonNull(word, "word");
    return known.containsKey(word);
  }

  /**
   * Returns the words known today.
   *
   * @return the words, in the order of EC2's documentation
   */
  public ImmutableCollection<W> known() {
    return known.values();
  }

  /**
   * Returns a word if it is one.
   *
   * @param word the word
   * @return the word
   */
  public static String checked(String word) {
    requireNonNull(word, "word");
    if (word.isEmpty()) {
      throw NOT_EMPTY.refuse("", word);
    }
    return Characters.checked("", word);
  }
}

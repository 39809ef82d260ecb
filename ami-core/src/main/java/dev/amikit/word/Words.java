package dev.amikit.word;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The words of one list that are known today. A list is a class of its own: a function that it were
 * given would be the first lambda of many a program, which costs a JVM a hundred classes.
 *
 * @param <W> the type of the words
 */
public abstract class Words<W extends Word> {
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

  /**
   * Makes a list.
   *
   * @param known the words known today, in the order of EC2's documentation
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  protected Words(W... known) {
    requireNonNull(known, "known");
    ImmutableMap.Builder<String, W> words = ImmutableMap.builderWithExpectedSize(known.length);
    for (W word : known) {
      words.put(word.word(), word);
    }
    this.known = words.buildOrThrow();
  }

  /**
   * Returns a word that is not in the list.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  protected abstract W unknown(String word);

  /**
   * Returns a word, which need not be in the list.
   *
   * @param word the word as EC2 spells it
   * @return the known word that is spelt so, or a new one
   */
  public final W get(String word) {
    requireNonNull(word, "word");
    W found = known.get(word);
    return found == null ? unknown(word) : found;
  }

  /**
   * Tells whether a word is in the list.
   *
   * @param word the word as EC2 spells it
   * @return whether it is known
   */
  public final boolean knows(String word) {
    requireNonNull(word, "word");
    return known.containsKey(word);
  }

  /**
   * Returns the words known today.
   *
   * @return the words, in the order of EC2's documentation
   */
  public final ImmutableCollection<W> known() {
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

package dev.amikit.word;

/**
 * A word of a list that AWS keeps and may extend, such as an architecture or a boot mode. Two words
 * are equal if they are spelt alike, letter case included; {@link Object#toString()} is the word.
 */
public interface Word {
  /**
   * Returns the word as EC2 spells it.
   *
   * @return the word, never empty
   */
  String word();

  /**
   * Returns the list that the word is from.
   *
   * @return the words known today
   */
  Words<?> words();

  /**
   * Tells whether the library knows the word.
   *
   * @return false for a word that AWS added later, or that was misspelt
   */
  default boolean isKnown() {
    return words().knows(word());
  }
}

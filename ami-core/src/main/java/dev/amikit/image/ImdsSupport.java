package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * Which instance metadata service the instances of an image ask for by default.
 *
 * @param word the word as EC2 spells it
 */
public record ImdsSupport(String word) implements Word {
  /** Version 2: requests need a token. */
  public static final ImdsSupport V2_0 = new ImdsSupport("v2.0");

  /** The words known today. */
  public static final Words<ImdsSupport> WORDS = new Words<>(V2_0) {
    @Override
    protected ImdsSupport unknown(String word) {
      return new ImdsSupport(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public ImdsSupport {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static ImdsSupport of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<ImdsSupport> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImdsSupport that && word.equals(that.word);
  }

  @Override
  public int hashCode() {
    return word.hashCode();
  }

  /** Returns the word. */
  @Override
  public String toString() {
    return word;
  }
}

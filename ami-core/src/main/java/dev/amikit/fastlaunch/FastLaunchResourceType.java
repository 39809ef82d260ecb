package dev.amikit.fastlaunch;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * What is prepared for fast launch of an image.
 *
 * @param word the word as EC2 spells it
 */
public record FastLaunchResourceType(String word) implements Word {
  /** Snapshots. */
  public static final FastLaunchResourceType SNAPSHOT = new FastLaunchResourceType("snapshot");

  /** The words known today. */
  public static final Words<FastLaunchResourceType> WORDS = new Words<>(SNAPSHOT) {
    @Override
    protected FastLaunchResourceType unknown(String word) {
      return new FastLaunchResourceType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public FastLaunchResourceType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static FastLaunchResourceType of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<FastLaunchResourceType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof FastLaunchResourceType that && word.equals(that.word);
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

package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * Which enhanced networking over Intel's 82599 an image has.
 *
 * @param word the word as EC2 spells it
 */
public record SriovNetSupport(String word) implements Word {
  /** The one that exists. */
  public static final SriovNetSupport SIMPLE = new SriovNetSupport("simple");

  /** The words known today. */
  public static final Words<SriovNetSupport> WORDS = new Words<>(SIMPLE) {
    @Override
    protected SriovNetSupport unknown(String word) {
      return new SriovNetSupport(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public SriovNetSupport {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static SriovNetSupport of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<SriovNetSupport> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SriovNetSupport that && word.equals(that.word);
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

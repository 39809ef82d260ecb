package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * Which TPM an image is made for.
 *
 * @param word the word as EC2 spells it
 */
public record TpmSupport(String word) implements Word {
  /** NitroTPM. */
  public static final TpmSupport V2_0 = new TpmSupport("v2.0");

  /** The words known today. */
  public static final Words<TpmSupport> WORDS = new Words<>(V2_0) {
    @Override
    protected TpmSupport unknown(String word) {
      return new TpmSupport(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public TpmSupport {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static TpmSupport of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<TpmSupport> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof TpmSupport that && word.equals(that.word);
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

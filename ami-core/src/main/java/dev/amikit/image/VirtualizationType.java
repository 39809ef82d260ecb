package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How an image is virtualized; fixed for life.
 *
 * @param word the word as EC2 spells it
 */
public record VirtualizationType(String word) implements Word {
  /** Hardware virtual machine: every current instance type. */
  public static final VirtualizationType HVM = new VirtualizationType("hvm");

  /** Paravirtual: a few instance types of the first generations. */
  public static final VirtualizationType PARAVIRTUAL = new VirtualizationType("paravirtual");

  /** The words known today. */
  public static final Words<VirtualizationType> WORDS = new Words<>(HVM, PARAVIRTUAL) {
    @Override
    protected VirtualizationType unknown(String word) {
      return new VirtualizationType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public VirtualizationType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static VirtualizationType of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<VirtualizationType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof VirtualizationType that && word.equals(that.word);
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

package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How a snapshot was copied.
 *
 * @param word the word as EC2 spells it
 */
public record TransferType(String word) implements Word {
  /** As fast as it went. */
  public static final TransferType STANDARD = new TransferType("standard");

  /** Within a duration that was asked for. */
  public static final TransferType TIME_BASED = new TransferType("time-based");

  /** The words known today. */
  public static final Words<TransferType> WORDS = new Words<>(STANDARD, TIME_BASED) {
    @Override
    protected TransferType unknown(String word) {
      return new TransferType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public TransferType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static TransferType of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<TransferType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof TransferType that && word.equals(that.word);
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

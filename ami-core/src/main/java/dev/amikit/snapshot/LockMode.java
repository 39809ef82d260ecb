package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How strictly a snapshot is locked against deletion.
 *
 * @param word the word as EC2 spells it
 */
public record LockMode(String word) implements Word {
  /** Whoever is permitted may unlock it. */
  public static final LockMode GOVERNANCE = new LockMode("governance");

  /** Nobody may unlock it after the cooling-off period. */
  public static final LockMode COMPLIANCE = new LockMode("compliance");

  /** The words known today. */
  public static final Words<LockMode> WORDS = new Words<>(GOVERNANCE, COMPLIANCE) {
    @Override
    protected LockMode unknown(String word) {
      return new LockMode(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public LockMode {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static LockMode of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<LockMode> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof LockMode that && word.equals(that.word);
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

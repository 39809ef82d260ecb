package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How a snapshot is locked now.
 *
 * @param word the word as EC2 spells it
 */
public record LockState(String word) implements Word {
  /** Locked in governance mode. */
  public static final LockState GOVERNANCE = new LockState("governance");

  /** Locked in compliance mode. */
  public static final LockState COMPLIANCE = new LockState("compliance");

  /** Locked in compliance mode, still in the cooling-off period. */
  public static final LockState COMPLIANCE_COOLOFF = new LockState("compliance-cooloff");

  /** No longer locked. */
  public static final LockState EXPIRED = new LockState("expired");

  /** The words known today. */
  public static final Words<LockState> WORDS =
      new Words<>(GOVERNANCE, COMPLIANCE, COMPLIANCE_COOLOFF, EXPIRED) {
        @Override
        protected LockState unknown(String word) {
          return new LockState(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public LockState {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static LockState of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<LockState> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof LockState that && word.equals(that.word);
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

package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * Where a snapshot is kept.
 *
 * @param word the word as EC2 spells it
 */
public record StorageTier(String word) implements Word {
  /** Ready for use. */
  public static final StorageTier STANDARD = new StorageTier("standard");

  /** Cheaper, and to be restored before use. */
  public static final StorageTier ARCHIVE = new StorageTier("archive");

  /** The words known today. */
  public static final Words<StorageTier> WORDS = new Words<>(STANDARD, ARCHIVE) {
    @Override
    protected StorageTier unknown(String word) {
      return new StorageTier(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public StorageTier {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static StorageTier of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<StorageTier> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof StorageTier that && word.equals(that.word);
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

package dev.amikit.s3;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How far the storing of an image in S3 came.
 *
 * @param word the word as EC2 spells it
 */
public record StoreTaskState(String word) implements Word {
  /** The image is being stored. */
  public static final StoreTaskState IN_PROGRESS = new StoreTaskState("InProgress");

  /** The image is stored, and its object is there. */
  public static final StoreTaskState COMPLETED = new StoreTaskState("Completed");

  /** The image could not be stored. */
  public static final StoreTaskState FAILED = new StoreTaskState("Failed");

  /** The words known today. */
  public static final Words<StoreTaskState> WORDS = new Words<>(IN_PROGRESS, COMPLETED, FAILED) {
    @Override
    protected StoreTaskState unknown(String word) {
      return new StoreTaskState(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public StoreTaskState {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static StoreTaskState of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<StoreTaskState> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof StoreTaskState that && word.equals(that.word);
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

package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How far a snapshot is. {@code completed} and {@code error} are final.
 *
 * @param word the word as EC2 spells it
 */
public record SnapshotState(String word) implements Word {
  /** Being made. */
  public static final SnapshotState PENDING = new SnapshotState("pending");

  /** Ready. */
  public static final SnapshotState COMPLETED = new SnapshotState("completed");

  /** Failed. */
  public static final SnapshotState ERROR = new SnapshotState("error");

  /** In the Recycle Bin, as far as EC2 tells. */
  public static final SnapshotState RECOVERABLE = new SnapshotState("recoverable");

  /** Coming back from the Recycle Bin, as far as EC2 tells. */
  public static final SnapshotState RECOVERING = new SnapshotState("recovering");

  /** The words known today. */
  public static final Words<SnapshotState> WORDS =
      new Words<>(PENDING, COMPLETED, ERROR, RECOVERABLE, RECOVERING) {
        @Override
        protected SnapshotState unknown(String word) {
          return new SnapshotState(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public SnapshotState {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static SnapshotState of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<SnapshotState> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SnapshotState that && word.equals(that.word);
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

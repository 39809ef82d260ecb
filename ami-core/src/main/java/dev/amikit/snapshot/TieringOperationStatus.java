package dev.amikit.snapshot;

import com.google.errorprone.annotations.Immutable;
import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How far the last move between tiers came.
 *
 * @param word the word as EC2 spells it
 */
@Immutable
public record TieringOperationStatus(String word) implements Word {
  /** Being archived. */
  public static final TieringOperationStatus ARCHIVAL_IN_PROGRESS =
      new TieringOperationStatus("archival-in-progress");

  /** Archived. */
  public static final TieringOperationStatus ARCHIVAL_COMPLETED =
      new TieringOperationStatus("archival-completed");

  /** Not archived, still in the standard tier. */
  public static final TieringOperationStatus ARCHIVAL_FAILED =
      new TieringOperationStatus("archival-failed");

  /** Being restored for some days. */
  public static final TieringOperationStatus TEMPORARY_RESTORE_IN_PROGRESS =
      new TieringOperationStatus("temporary-restore-in-progress");

  /** Restored for some days. */
  public static final TieringOperationStatus TEMPORARY_RESTORE_COMPLETED =
      new TieringOperationStatus("temporary-restore-completed");

  /** Not restored, still archived. */
  public static final TieringOperationStatus TEMPORARY_RESTORE_FAILED =
      new TieringOperationStatus("temporary-restore-failed");

  /** Being restored for good. */
  public static final TieringOperationStatus PERMANENT_RESTORE_IN_PROGRESS =
      new TieringOperationStatus("permanent-restore-in-progress");

  /** Restored for good. */
  public static final TieringOperationStatus PERMANENT_RESTORE_COMPLETED =
      new TieringOperationStatus("permanent-restore-completed");

  /** Not restored, still archived. */
  public static final TieringOperationStatus PERMANENT_RESTORE_FAILED =
      new TieringOperationStatus("permanent-restore-failed");

  /** The words known today. */
  public static final Words<TieringOperationStatus> WORDS =
      new Words<>(
          ARCHIVAL_IN_PROGRESS,
          ARCHIVAL_COMPLETED,
          ARCHIVAL_FAILED,
          TEMPORARY_RESTORE_IN_PROGRESS,
          TEMPORARY_RESTORE_COMPLETED,
          TEMPORARY_RESTORE_FAILED,
          PERMANENT_RESTORE_IN_PROGRESS,
          PERMANENT_RESTORE_COMPLETED,
          PERMANENT_RESTORE_FAILED) {
        @Override
        protected TieringOperationStatus unknown(String word) {
          return new TieringOperationStatus(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public TieringOperationStatus {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static TieringOperationStatus of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<TieringOperationStatus> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof TieringOperationStatus that && word.equals(that.word);
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

package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * What became of one snapshot.
 *
 * @param snapshotId the snapshot
 * @param returnCode what became of it
 */
public record DeleteSnapshotReturnCode(SnapshotId snapshotId, ReturnCode returnCode) {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param returnCode what became of it
   */
  public DeleteSnapshotReturnCode {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(returnCode, "returnCode");
  }

  /**
   * What became of a snapshot that was to be deleted with its image.
   *
   * @param word the word as EC2 spells it
   */
  public record ReturnCode(String word) implements Word {
    /** Deleted; a retention rule for snapshots may keep it in the Recycle Bin. */
    public static final ReturnCode SUCCESS = new ReturnCode("success");

    /** Left alone, since another image uses it. */
    public static final ReturnCode SKIPPED = new ReturnCode("skipped");

    /** Left alone, since it belongs to another account. */
    public static final ReturnCode MISSING_PERMISSIONS = new ReturnCode("missing-permissions");

    /** Left alone for a fault of EC2's, which a registry does not have. */
    public static final ReturnCode INTERNAL_ERROR = new ReturnCode("internal-error");

    /** Left alone, since it is locked, or AWS Backup manages it; or gone before. */
    public static final ReturnCode CLIENT_ERROR = new ReturnCode("client-error");

    /** The words known today. */
    public static final Words<ReturnCode> WORDS =
        new Words<>(SUCCESS, SKIPPED, MISSING_PERMISSIONS, INTERNAL_ERROR, CLIENT_ERROR) {
          @Override
          protected ReturnCode unknown(String word) {
            return new ReturnCode(word);
          }
        };

    /**
     * Checks that there is a word.
     *
     * @param word the word as EC2 spells it
     * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
     */
    public ReturnCode {
      word = Words.checked(word);
    }

    /**
     * Returns a word, known or not.
     *
     * @param word the word as EC2 spells it
     * @return the word
     */
    public static ReturnCode of(String word) {
      return WORDS.get(word);
    }

    @Override
    public Words<ReturnCode> words() {
      return WORDS;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof ReturnCode that && word.equals(that.word);
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
}

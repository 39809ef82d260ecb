package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * The name of an attribute of a snapshot that has operations of its own.
 *
 * @param word the word as EC2 spells it
 */
public record SnapshotAttributeName(String word) implements Word {
  /** Who may use the snapshot; the only one that can be modified or reset. */
  public static final SnapshotAttributeName CREATE_VOLUME_PERMISSION =
      new SnapshotAttributeName("createVolumePermission");

  /** The paid products that the snapshot is part of. */
  public static final SnapshotAttributeName PRODUCT_CODES =
      new SnapshotAttributeName("productCodes");

  /** The words known today. */
  public static final Words<SnapshotAttributeName> WORDS =
      new Words<>(CREATE_VOLUME_PERMISSION, PRODUCT_CODES) {
        @Override
        protected SnapshotAttributeName unknown(String word) {
          return new SnapshotAttributeName(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public SnapshotAttributeName {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static SnapshotAttributeName of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<SnapshotAttributeName> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SnapshotAttributeName that && word.equals(that.word);
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

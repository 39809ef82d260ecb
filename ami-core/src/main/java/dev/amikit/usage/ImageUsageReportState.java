package dev.amikit.usage;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How far a report on the usage of an image came.
 *
 * @param word the word as EC2 spells it
 */
public record ImageUsageReportState(String word) implements Word {
  /** The report is there, and its entries can be read. */
  public static final ImageUsageReportState AVAILABLE = new ImageUsageReportState("available");

  /** The report is being created. */
  public static final ImageUsageReportState PENDING = new ImageUsageReportState("pending");

  /** The report could not be created. */
  public static final ImageUsageReportState ERROR = new ImageUsageReportState("error");

  /** The words known today. */
  public static final Words<ImageUsageReportState> WORDS = new Words<>(AVAILABLE, PENDING, ERROR) {
    @Override
    protected ImageUsageReportState unknown(String word) {
      return new ImageUsageReportState(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public ImageUsageReportState {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static ImageUsageReportState of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<ImageUsageReportState> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageUsageReportState that && word.equals(that.word);
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

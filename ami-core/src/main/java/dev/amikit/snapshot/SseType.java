package dev.amikit.snapshot;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How a snapshot is encrypted on the server; reserved by EC2, without meaning.
 *
 * @param word the word as EC2 spells it
 */
public record SseType(String word) implements Word {
  /** By EBS. */
  public static final SseType SSE_EBS = new SseType("sse-ebs");

  /** By KMS. */
  public static final SseType SSE_KMS = new SseType("sse-kms");

  /** Not at all. */
  public static final SseType NONE = new SseType("none");

  /** The words known today. */
  public static final Words<SseType> WORDS = new Words<>(SSE_EBS, SSE_KMS, NONE) {
    @Override
    protected SseType unknown(String word) {
      return new SseType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public SseType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static SseType of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<SseType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SseType that && word.equals(that.word);
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

package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * What kind of root device an image has; it follows from how the image was made, and never changes.
 *
 * @param word the word as EC2 spells it
 */
public record DeviceType(String word) implements Word {
  /** An EBS volume, made from a snapshot at launch. */
  public static final DeviceType EBS = new DeviceType("ebs");

  /** An instance store volume, filled from a bundle in Amazon S3 at launch. */
  public static final DeviceType INSTANCE_STORE = new DeviceType("instance-store");

  /** The words known today. */
  public static final Words<DeviceType> WORDS = new Words<>(EBS, INSTANCE_STORE) {
    @Override
    protected DeviceType unknown(String word) {
      return new DeviceType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public DeviceType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static DeviceType of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<DeviceType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof DeviceType that && word.equals(that.word);
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

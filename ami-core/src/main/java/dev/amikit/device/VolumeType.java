package dev.amikit.device;

import dev.amikit.word.Word;
import dev.amikit.word.Words;
import java.util.Optional;

/**
 * The type of an EBS volume. The types known today have {@linkplain #limits() limits}.
 *
 * @param word the word as EC2 spells it
 */
public record VolumeType(String word) implements Word {
  /** General purpose SSD. */
  public static final VolumeType GP3 = new VolumeType("gp3");

  /** General purpose SSD of the generation before. */
  public static final VolumeType GP2 = new VolumeType("gp2");

  /** Provisioned IOPS SSD. */
  public static final VolumeType IO1 = new VolumeType("io1");

  /** Provisioned IOPS SSD, Block Express. */
  public static final VolumeType IO2 = new VolumeType("io2");

  /** Throughput optimized HDD. */
  public static final VolumeType ST1 = new VolumeType("st1");

  /** Cold HDD. */
  public static final VolumeType SC1 = new VolumeType("sc1");

  /** Magnetic, of the previous generation. */
  public static final VolumeType STANDARD = new VolumeType("standard");

  /** The words known today. */
  public static final Words<VolumeType> WORDS =
      new Words<>(GP3, GP2, IO1, IO2, ST1, SC1, STANDARD) {
        @Override
        protected VolumeType unknown(String word) {
          return new VolumeType(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public VolumeType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static VolumeType of(String word) {
    return WORDS.get(word);
  }

  /**
   * Returns the limits of the type.
   *
   * @return the limits in force today; empty for a type that the library does not know
   */
  public Optional<VolumeLimits> limits() {
    return VolumeLimits.of(this);
  }

  @Override
  public Words<VolumeType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof VolumeType that && word.equals(that.word);
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

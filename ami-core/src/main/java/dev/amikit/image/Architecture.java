package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * The processor architecture that an image is built for.
 *
 * @param word the word as EC2 spells it
 */
public record Architecture(String word) implements Word {
  /** 32-bit x86. */
  public static final Architecture I386 = new Architecture("i386");

  /** 64-bit x86. */
  public static final Architecture X86_64 = new Architecture("x86_64");

  /** 64-bit ARM. */
  public static final Architecture ARM64 = new Architecture("arm64");

  /** A Mac with an Intel processor. */
  public static final Architecture X86_64_MAC = new Architecture("x86_64_mac");

  /** A Mac with an Apple processor. */
  public static final Architecture ARM64_MAC = new Architecture("arm64_mac");

  /** The words known today. */
  public static final Words<Architecture> WORDS =
      new Words<>(I386, X86_64, ARM64, X86_64_MAC, ARM64_MAC) {
        @Override
        protected Architecture unknown(String word) {
          return new Architecture(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public Architecture {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static Architecture of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<Architecture> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Architecture that && word.equals(that.word);
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

package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * How an image boots. An image without one boots as the instance type does by default.
 *
 * @param word the word as EC2 spells it
 */
public record BootMode(String word) implements Word {
  /** BIOS. */
  public static final BootMode LEGACY_BIOS = new BootMode("legacy-bios");

  /** UEFI. */
  public static final BootMode UEFI = new BootMode("uefi");

  /** UEFI where the instance type has it, else BIOS. */
  public static final BootMode UEFI_PREFERRED = new BootMode("uefi-preferred");

  /** The words known today. */
  public static final Words<BootMode> WORDS = new Words<>(LEGACY_BIOS, UEFI, UEFI_PREFERRED) {
    @Override
    protected BootMode unknown(String word) {
      return new BootMode(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public BootMode {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static BootMode of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<BootMode> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof BootMode that && word.equals(that.word);
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

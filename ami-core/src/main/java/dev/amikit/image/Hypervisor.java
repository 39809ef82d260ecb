package dev.amikit.image;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * The hypervisor that an image names: always {@code xen}, also where it runs on Nitro.
 *
 * @param word the word as EC2 spells it
 */
public record Hypervisor(String word) implements Word {
  /** Xen. */
  public static final Hypervisor XEN = new Hypervisor("xen");

  /** Listed by EC2, and supported nowhere. */
  public static final Hypervisor OVM = new Hypervisor("ovm");

  /** The words known today. */
  public static final Words<Hypervisor> WORDS = new Words<>(XEN, OVM) {
    @Override
    protected Hypervisor unknown(String word) {
      return new Hypervisor(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public Hypervisor {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static Hypervisor of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<Hypervisor> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Hypervisor that && word.equals(that.word);
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

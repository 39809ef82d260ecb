package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * What kind of product a {@link ProductCode} stands for.
 *
 * @param word the word as EC2 spells it
 */
public record ProductCodeType(String word) implements Word {
  /** A product of AWS Marketplace. */
  public static final ProductCodeType MARKETPLACE = new ProductCodeType("marketplace");

  /** A product of DevPay, which is retired. */
  public static final ProductCodeType DEVPAY = new ProductCodeType("devpay");

  /** The words known today. */
  public static final Words<ProductCodeType> WORDS = new Words<>(MARKETPLACE, DEVPAY) {
    @Override
    protected ProductCodeType unknown(String word) {
      return new ProductCodeType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public ProductCodeType {
    requireNonNull(word, "word");
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static ProductCodeType of(String word) {
    requireNonNull(word, "word");
    return WORDS.get(word);
  }

  @Override
  public Words<ProductCodeType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ProductCodeType that && word.equals(that.word);
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

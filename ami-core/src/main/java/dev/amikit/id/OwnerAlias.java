package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * The name that AWS gives to some owners of public images and snapshots; not the alias that an
 * account gives itself in IAM.
 *
 * @param word the word as EC2 spells it
 */
public record OwnerAlias(String word) implements Word {
  /** Amazon. */
  public static final OwnerAlias AMAZON = new OwnerAlias("amazon");

  /** Sellers in AWS Marketplace. */
  public static final OwnerAlias AWS_MARKETPLACE = new OwnerAlias("aws-marketplace");

  /** Logically air-gapped vaults of AWS Backup. */
  public static final OwnerAlias AWS_BACKUP_VAULT = new OwnerAlias("aws-backup-vault");

  /** The words known today. */
  public static final Words<OwnerAlias> WORDS =
      new Words<>(AMAZON, AWS_MARKETPLACE, AWS_BACKUP_VAULT) {
        @Override
        protected OwnerAlias unknown(String word) {
          return new OwnerAlias(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public OwnerAlias {
    requireNonNull(word, "word");
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static OwnerAlias of(String word) {
    requireNonNull(word, "word");
    return WORDS.get(word);
  }

  @Override
  public Words<OwnerAlias> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof OwnerAlias that && word.equals(that.word);
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

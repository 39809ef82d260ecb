package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * An account, or a word that stands for accounts, as queries name owners and users. Which words
 * have a meaning depends on where they stand, and is checked there.
 *
 * @param value 12 digits, or a word
 */
public record UserId(String value) {
  /** Whoever asks. */
  public static final UserId SELF = new UserId("self");

  /** Everyone. */
  public static final UserId ALL = new UserId("all");

  /** Nobody; only in Allowed AMIs. */
  public static final UserId NONE = new UserId("none");

  /** Amazon and verified providers. */
  public static final UserId AMAZON = new UserId("amazon");

  /** Verified providers in AWS Marketplace. */
  public static final UserId AWS_MARKETPLACE = new UserId("aws-marketplace");

  /** Logically air-gapped vaults of AWS Backup. */
  public static final UserId AWS_BACKUP_VAULT = new UserId("aws-backup-vault");

  /**
   * Refuses null.
   *
   * @param value 12 digits, or a word
   */
  public UserId {
    requireNonNull(value, "value");
  }

  /**
   * Returns what a text names.
   *
   * @param value 12 digits, or a word
   * @return the account or word
   */
  public static UserId of(String value) {
    requireNonNull(value, "value");
    return new UserId(value);
  }

  /**
   * Returns an account.
   *
   * @param account its ID
   * @return the account
   */
  public static UserId of(AccountId account) {
    requireNonNull(account, "account");
    return new UserId(account.value());
  }

  /**
   * Returns what some texts name.
   *
   * @param values 12 digits or a word each
   * @return the accounts and words, in the same order
   */
  public static ImmutableList<UserId> each(String... values) {
    requireNonNull(values, "values");
    return Arrays.stream(values).map(UserId::of).collect(ImmutableList.toImmutableList());
  }

  /** {@return whether this is one account} */
  public boolean isAccount() {
    return AccountId.hasForm(value);
  }

  /**
   * Tells whether an owner is meant.
   *
   * @param owner the account of the owner
   * @param alias the name that AWS gives to the owner
   * @return whether this is the account or the name
   */
  public boolean names(AccountId owner, Optional<OwnerAlias> alias) {
    requireNonNull(owner, "owner");
    requireNonNull(alias, "alias");
    return is(owner) || alias.isPresent() && alias.get().word().equals(value);
  }

  /**
   * Tells whether an account is meant.
   *
   * @param account the account
   * @return whether this is that account
   */
  public boolean is(AccountId account) {
    requireNonNull(account, "account");
    return value.equals(account.value());
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof UserId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the digits, or the word. */
  @Override
  public String toString() {
    return value;
  }
}

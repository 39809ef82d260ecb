package dev.amikit.account;

import com.google.common.base.Ascii;

/** Who manages a setting of an account. */
public enum ManagedBy {
  /** The account itself. */
  ACCOUNT,
  /** A declarative policy of its organization; the account can only read the setting. */
  DECLARATIVE_POLICY;

  /** Returns the word that EC2 writes, such as {@code declarative-policy}. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}

package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;

/**
 * The ID of an AWS account: exactly 12 decimal digits, such as {@code 111122223333}. Leading zeros
 * count, so it is text and never a number.
 *
 * @param value the text of the ID
 * @see <a
 *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS
 *     account identifiers</a>
 */
public record AccountId(String value) implements Comparable<AccountId> {
  private static final int DIGITS = 12;

  /** What EC2 says of an ID in the permissions of a snapshot. */
  public static final MessageTemplate OF_SNAPSHOT_PERMISSION = recorded("UserId {value}");

  /** The form of the ID. */
  public static final Rule FORMAT = Rule.rule(
          "account-id.format",
          "an account ID is 12 decimal digits",
          ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE,
          "AWS account identifiers",
          "ID-13",
          "ACCT-02",
          "PERM-05",
          "IMG-04")
      .saying(
          recorded("Invalid attribute item value \"{value} \" for userId item type."),
          OF_SNAPSHOT_PERMISSION);

  /**
   * Checks the form.
   *
   * @param value the text of the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
   */
  public AccountId {
    requireNonNull(value, "value");
    if (!hasForm(value)) {
      throw FORMAT.refuse("", value);
    }
  }

  /**
   * Returns the ID that a text spells.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
   */
  public static AccountId of(String value) {
    requireNonNull(value, "value");
    return new AccountId(value);
  }

  /**
   * Tells whether a text is an account ID.
   *
   * @param text any text
   * @return whether it is 12 decimal digits
   */
  public static boolean hasForm(String text) {
    requireNonNull(text, "text");
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(AccountId other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof AccountId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the text of the ID. */
  @Override
  public String toString() {
    return value;
  }
}

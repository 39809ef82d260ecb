package dev.amikit.image;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * What identifies a watermark: the account that attached it first, and the name it chose.
 *
 * @param accountId the account
 * @param name 3 to 128 characters of the alphabet of image names, neither beginning nor ending with
 *     a space; case-sensitive
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageWatermark.html">ImageWatermark</a>
 */
public record WatermarkKey(AccountId accountId, String name) {
  /** The form of the name. */
  public static final Rule NAME = Rule.rule(
          "watermark.name",
          "a watermark name has 3 to 128 characters out of letters, digits, space and"
              + " ( ) [ ] . / - ' @ _, no space at either end",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, AttachImageWatermark",
          "WMK-04",
          "WMK-05",
          "WM-02")
      .saying(own("Value ({value}) for parameter watermarkName is invalid. Watermark names must"
          + " be between 3 and 128 characters long, may not begin or end with a space,"
          + " and may contain letters, numbers, spaces, '(', ')', '[', ']', '.', '/',"
          + " '-', ''', '@' and '_'"));

  /** The form of the key. */
  public static final Rule FORMAT = Rule.rule(
          "watermark.key-format",
          "a watermark key is a 12-digit account ID, a colon and a name",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, AttachImageWatermark",
          "WMK-06",
          "WM-01")
      .saying(own("Value ({value}) for parameter watermarkKey is invalid. Expected: a 12-digit"
          + " account ID, a colon and a watermark name."));

  /**
   * Checks the name.
   *
   * @param accountId the account
   * @param name 3 to 128 characters of the alphabet of image names, neither beginning nor ending
   *     with a space; case-sensitive
   * @throws dev.amikit.rule.RuleViolationException by {@code watermark.name}
   */
  public WatermarkKey {
    requireNonNull(accountId, "accountId");
    requireNonNull(name, "name");
    if (!ImageName.hasForm(name) || name.startsWith(" ") || name.endsWith(" ")) {
      throw NAME.refuse("name", name);
    }
  }

  /**
   * Returns the key that a text spells.
   *
   * @param text account ID, colon, name
   * @return the key
   * @throws dev.amikit.rule.RuleViolationException by {@code watermark.key-format} or
   *     {@code watermark.name}
   */
  public static WatermarkKey parse(String text) {
    requireNonNull(text, "text");
    int colon = text.indexOf(':');
    if (colon < 0 || !AccountId.hasForm(text.substring(0, colon))) {
      throw FORMAT.refuse("", text);
    }
    return new WatermarkKey(AccountId.of(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** Returns account and name, joined by a colon. */
  @Override
  public String toString() {
    return accountId + ":" + name;
  }
}

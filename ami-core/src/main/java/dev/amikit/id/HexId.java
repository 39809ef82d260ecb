package dev.amikit.id;

/** The form that EC2's resource IDs share: a prefix, and 8 or 17 lower-case hexadecimal digits. */
final class HexId {
  private static final int OLD_DIGITS = 8;
  private static final int DIGITS = 17;

  /**
   * An x at the place of each character of ASCII that is a digit. Looking it up takes half as long
   * as to compare, whose branches nobody can foresee.
   */
  private static final String HEX = " "
      .repeat('0')
      .concat("xxxxxxxxxx")
      .concat(" ".repeat('a' - '9' - 1))
      .concat("xxxxxx")
      .concat(" ".repeat(127 - 'f'));

  private static final String ZEROS = "0".repeat(DIGITS);

  private HexId() {}

  static boolean hasForm(String text, String prefix) {
    int digits = text.length() - prefix.length();
    return (digits == DIGITS || digits == OLD_DIGITS)
        && text.startsWith(prefix)
        && isHex(text, prefix.length());
  }

  /** Whether the digits are 17 zeros, which EC2 takes for no image and no snapshot. */
  static boolean isZero(String text) {
    return text.endsWith(ZEROS);
  }

  /** Why a text is no ID of an image or a snapshot although it looks like one. */
  static String hint(String text) {
    return isZero(text) ? "17 zeros are none" : "";
  }

  static boolean isHex(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit >= HEX.length() || HEX.charAt(digit) != 'x') {
        return false;
      }
    }
    return true;
  }
}

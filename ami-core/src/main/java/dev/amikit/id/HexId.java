package dev.amikit.id;

/** The form that EC2's resource IDs share: a prefix, and 8 or 17 lower-case hexadecimal digits. */
final class HexId {
  private static final int OLD_DIGITS = 8;
  private static final int DIGITS = 17;

  /** Bit n stands for the character n places after 0; set are those of 0 to 9 and a to f. */
  private static final long HEX = 0x007E_0000_0000_03FFL;

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
      int place = text.charAt(i) - '0';
      if (place < 0 || place >= Long.SIZE || (HEX >>> place & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}

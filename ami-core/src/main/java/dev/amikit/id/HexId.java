package dev.amikit.id;

/** The form that EC2's resource IDs share: a prefix, and 8 or 17 lower-case hexadecimal digits. */
final class HexId {
  private static final int OLD_DIGITS = 8;
  private static final int DIGITS = 17;

  private HexId() {}

  static boolean hasForm(String text, String prefix) {
    int digits = text.length() - prefix.length();
    return (digits == DIGITS || digits == OLD_DIGITS)
        && text.startsWith(prefix)
        && isHex(text, prefix.length());
  }

  static boolean isHex(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}

package dev.amikit.awssdk;

/**
 * Writes XML: elements and text, without white space of its own. A character that XML cannot write
 * becomes U+FFFD.
 */
final class XmlWriter {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  void begin(String element) {
    out.append('<').append(element).append('>');
  }

  void begin(String element, String namespace) {
    out.append('<').append(element).append(" xmlns=\"").append(namespace).append("\">");
  }

  void end(String element) {
    out.append("</").append(element).append('>');
  }

  void element(String element, String text) {
    begin(element);
    text(text);
    end(element);
  }

  void text(String text) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '>' && c < '\uFFFE') {
        continue; // as most are
      }
      String instead = switch (c) {
        case '&' -> "&amp;";
        case '<' -> "&lt;";
        case '>' -> "&gt;";
        case '\r' -> "&#xD;";
        default -> Parameters.UNWRITABLE.matches(c) ? "\uFFFD" : "";
      };
      if (!instead.isEmpty()) {
        out.append(text, written, i).append(instead);
        written = i + 1;
      }
    }
    out.append(text, written, text.length());
  }

  /** Returns what was written. */
  @Override
  public String toString() {
    return out.toString();
  }
}

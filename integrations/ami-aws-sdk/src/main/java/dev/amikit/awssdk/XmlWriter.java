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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#xD;");
        default -> out.append(Parameters.UNWRITABLE.matches(c) ? '\uFFFD' : c);
      }
    }
  }

  /** Returns what was written. */
  @Override
  public String toString() {
    return out.toString();
  }
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/**
 * A document is no JSON, breaks off, or is no answer of the kind that was to be read; nothing of it
 * should be taken for the whole. Tells the place.
 */
public final class MalformedAnswerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** The number of the line. */
  private final int line;

  /** The number of the character or byte in the line. */
  private final int column;

  MalformedAnswerException(String problem, JsonLocation place, @Nullable Exception cause) {
    super(
        "line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), problem), cause);
    this.line = place.getLineNr();
    this.column = place.getColumnNr();
  }

  /**
   * Returns the line.
   *
   * @return the number of the line, from 1 on
   */
  public int line() {
    return line;
  }

  /**
   * Returns the place in the line.
   *
   * @return the number of the character, or of the byte where bytes were read, from 1 on
   */
  public int column() {
    return column;
  }
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Measures what is held of a document in memory, and refuses too much. The size is that of all
 * names and values in characters, and one more for each of them and for each bracket.
 */
final class Measure {
  /** How much may be held at once. */
  static final int MOST = 10_000_000;

  private long size;

  /** Adds the token where a parser stands. */
  void add(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return;
    }
    boolean hasText =
        token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING || token.isNumeric();
    if (!holds(hasText ? parser.getTextLength() : 0)) {
      throw new StreamConstraintsException(
          "a record, or what stands beside the records, is larger than " + MOST,
          parser.currentTokenLocation());
    }
  }

  /** Adds a token with so many characters, and tells whether that is not too much yet. */
  boolean holds(int characters) {
    size += 1 + characters;
    return size <= MOST;
  }

  /** Returns the same parser, of which each token is added, the present one at once. */
  JsonParser of(JsonParser parser) throws IOException {
    add(parser);
    return new Measured(parser, this);
  }

  private static final class Measured extends JsonParserDelegate {
    private final Measure measure;

    Measured(JsonParser parser, Measure measure) {
      super(parser);
      this.measure = measure;
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
      JsonToken token = delegate.nextToken();
      measure.add(delegate);
      return token;
    }

    @Override
    public @Nullable String nextFieldName() throws IOException {
      String name = delegate.nextFieldName();
      measure.add(delegate);
      return name;
    }
  }
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.core.util.JsonParserSequence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a document, token by token. Forms make values of them without a tree, which spares
 * a third of the time and more than half of the memory. A form that meets anything but what it
 * looks for {@linkplain #expect(boolean) gives up}: then the tree is made after all, and tells what
 * is wrong. For that, the tokens of the record are kept as they come.
 */
final class Tokens {
  /** A record of more tokens may as well be kept as a tree. */
  private static final int MOST = 4_096;

  private final JsonParser parser;

  /** The tokens so far, the last of which is the present one; each is what it says. */
  private Object[] said = new Object[32];

  private int size;
  private Measure measure = new Measure();

  /** That the parser stands at a token that could not be kept. */
  private boolean isAhead;

  /** The records at whose first tokens a parser comes to stand. */
  Tokens(JsonParser parser) {
    this.parser = parser;
  }

  /** Begins with the record where the parser stands. */
  Tokens begin() throws IOException {
    size = 0;
    measure = new Measure();
    isAhead = false;
    take(parser.currentToken());
    return this;
  }

  /** Goes on to the next token. */
  @Nullable
  JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    take(token);
    return token;
  }

  /**
   * Goes on to the name of the next member, which is found out quickly if it is the likely one;
   * null at the end of the object.
   */
  @Nullable
  String nextName(SerializableString likely) throws IOException {
    if (parser.nextFieldName(likely)) {
      return takeName(likely.getValue());
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.FIELD_NAME) {
      return takeName(parser.currentName());
    }
    take(token);
    return null;
  }

  /** Sees that this is the present token. */
  void expect(JsonToken token) {
    expect(present() == token);
  }

  /** Gives up if something else comes than is looked for. */
  static void expect(boolean isSo) {
    if (!isSo) {
      throw new Unforeseen();
    }
  }

  String text() {
    if (present() instanceof String text) {
      return text;
    }
    throw new Unforeseen();
  }

  Integer figure() {
    if (present() instanceof Integer figure) {
      return figure;
    }
    throw new Unforeseen();
  }

  Long largeFigure() {
    return present() instanceof Long figure ? figure : Long.valueOf(figure());
  }

  boolean isTrue() {
    if (present() != JsonToken.VALUE_TRUE) {
      expect(JsonToken.VALUE_FALSE);
    }
    return present() == JsonToken.VALUE_TRUE;
  }

  /** Goes to the end of the value that begins here. */
  void skip() throws IOException {
    if (present() == JsonToken.START_ARRAY) {
      while (next() != JsonToken.END_ARRAY) {
        skip();
      }
    } else if (present() == JsonToken.START_OBJECT) {
      Set<String> names = new HashSet<>();
      while (next() != JsonToken.END_OBJECT) {
        expect(names.add(text()));
        next();
        skip();
      }
    }
  }

  /** The record as a tree: of what was kept, and of what is left. */
  JsonNode tree() throws IOException {
    if (size == 0) {
      return Json.readTree(parser, new Measure());
    }
    try (TokenBuffer kept = new TokenBuffer(parser.getCodec(), false)) {
      boolean isNamed = false;
      for (int i = 0; i < size; i++) {
        isNamed =
            !isNamed && said[i] instanceof String && kept.getOutputContext().inObject();
        if (isNamed) {
          kept.writeFieldName((String) said[i]);
        } else {
          write(said[i], kept);
        }
      }
      JsonParser rest = new JsonParserDelegate(parser); // no sequence, which would be taken apart
      return Json.readTree(
          JsonParserSequence.createFlattened(isAhead, kept.asParser(), rest), new Measure());
    }
  }

  private Object present() {
    return said[size - 1];
  }

  /** Keeps the token where the parser stands, unless nodes of several kinds can be made of it. */
  private void take(@Nullable JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      take(text, text.length());
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      take(number(), parser.getTextLength());
    } else if (token == JsonToken.FIELD_NAME) {
      takeName(parser.currentName());
    } else if (token != null
        && (token.isStructStart()
            || token.isStructEnd()
            || token.isBoolean()
            || token == JsonToken.VALUE_NULL)) {
      take(token, 0);
    } else {
      throw giveUpAhead();
    }
  }

  private String takeName(String name) {
    take(name, name.length());
    return name;
  }

  private void take(Object says, int characters) {
    if (!measure.holds(characters)) {
      throw giveUpAhead();
    }
    if (size == said.length) {
      if (size == MOST) {
        throw giveUpAhead();
      }
      said = Arrays.copyOf(said, 2 * size);
    }
    said[size++] = says;
  }

  private Number number() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> Integer.valueOf(parser.getIntValue());
      case LONG -> Long.valueOf(parser.getLongValue());
      default -> throw giveUpAhead();
    };
  }

  private Unforeseen giveUpAhead() {
    isAhead = true;
    return new Unforeseen();
  }

  private static void write(Object said, TokenBuffer out) throws IOException {
    if (said instanceof String text) {
      out.writeString(text);
    } else if (said instanceof Integer figure) {
      out.writeNumber(figure.intValue());
    } else if (said instanceof Long figure) {
      out.writeNumber(figure.longValue());
    } else if (said == JsonToken.START_OBJECT) {
      out.writeStartObject();
    } else if (said == JsonToken.END_OBJECT) {
      out.writeEndObject();
    } else if (said == JsonToken.START_ARRAY) {
      out.writeStartArray();
    } else if (said == JsonToken.END_ARRAY) {
      out.writeEndArray();
    } else if (said == JsonToken.VALUE_NULL) {
      out.writeNull();
    } else {
      out.writeBoolean(said == JsonToken.VALUE_TRUE);
    }
  }

  /** That something else comes than is looked for. It is caught, and tells nothing. */
  static final class Unforeseen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unforeseen() {
      super("", null, false, false);
    }
  }
}

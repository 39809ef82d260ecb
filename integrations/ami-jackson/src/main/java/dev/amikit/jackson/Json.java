package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.amikit.rule.RefusedException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Jackson, set so that nothing gets lost. */
final class Json {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
      .maxNestingDepth(1_000)
      .maxNumberLength(1_000)
      .maxNameLength(50_000)
      .maxStringLength(1_000_000)
      .build();
  private static final JsonMapper MAPPER = JsonMapper.builder(
          JsonFactory.builder().streamReadConstraints(BOUNDS).build())
      .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
      .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();
  private static final JsonFactory FACTORY = MAPPER.getFactory();
  private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);
  private static final Separators SEPARATORS = Separators.createDefaultInstance()
      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
      .withArrayEmptySeparator("")
      .withObjectEmptySeparator("");
  private static final DefaultIndenter INDENTER = new DefaultIndenter("    ", "\n");

  private Json() {}

  /**
   * A step in a document.
   *
   * @param <R> what it comes to
   */
  @FunctionalInterface
  interface Step<R> {
    R go() throws IOException;
  }

  static JsonParser parser(Path file) {
    requireNonNull(file, "file");
    return open(() -> FACTORY.createParser(Files.newInputStream(file)));
  }

  static JsonParser parser(InputStream stream) {
    requireNonNull(stream, "stream");
    return open(() -> FACTORY.createParser(stream));
  }

  static JsonParser parser(Reader reader) {
    requireNonNull(reader, "reader");
    return open(() -> {
      PushbackReader text = new PushbackReader(reader);
      int first = text.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        text.unread(first);
      }
      return FACTORY.createParser(text);
    });
  }

  static JsonParser parser(String text) {
    requireNonNull(text, "text");
    return open(
        () -> FACTORY.createParser(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text));
  }

  /** A generator of a document, in one line or set out as the AWS CLI does. */
  static JsonGenerator generator(Writer writer, boolean isCompact) {
    requireNonNull(writer, "writer");
    return open(() -> laidOut(FACTORY.createGenerator(writer), isCompact));
  }

  /** A generator of a document in UTF-8, in one line or set out as the AWS CLI does. */
  static JsonGenerator generator(OutputStream stream, boolean isCompact) {
    requireNonNull(stream, "stream");
    return open(() -> laidOut(FACTORY.createGenerator(stream), isCompact));
  }

  /** The document that a value is alone. */
  static <T> String text(T value, Written<T> written, boolean isCompact) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = generator(text, isCompact)) {
      written.write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What is written of a value, as a tree. */
  static <T> JsonNode tree(T value, Written<T> written) throws IOException {
    try (TokenBuffer tokens = new TokenBuffer(MAPPER, false)) {
      written.write(value, tokens);
      return TREE.readTree(tokens.asParserOnFirstToken());
    }
  }

  /** What is written of a value, as a tree. */
  static <T> JsonNode treeOf(T value, Written<T> written) {
    return open(() -> tree(value, written));
  }

  static void beginObject(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw malformed(parser, "the document is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      throw malformed(parser, "an answer of EC2 is an object");
    }
  }

  static void end(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw malformed(parser, "something follows the answer");
    }
  }

  /** Reads the record that begins here. */
  static <T> ReadResult<T> read(JsonParser parser, Form<T> form, Shared shared, boolean keeps)
      throws IOException {
    return read(new Tokens(parser), form, shared, keeps);
  }

  /** Reads the record that comes next, without its tree unless that is to be kept or refused. */
  static <T> ReadResult<T> read(Tokens tokens, Form<T> form, Shared shared, boolean keeps)
      throws IOException {
    if (!keeps) {
      try {
        Reading reading = new Reading(shared);
        T value = form.read(tokens.begin(), reading);
        if (value != null) {
          return new ReadResult.Read<>(value, reading.unknownMembers(), Optional.empty());
        }
      } catch (Tokens.Unforeseen | RefusedException e) {
        // The tree tells all that is wrong.
      }
    }
    return read(tokens.tree(), form, shared, keeps);
  }

  static <T> ReadResult<T> read(JsonNode content, Form<T> form, Shared shared, boolean keeps) {
    Reading reading = new Reading(shared);
    T value = form.read(content, reading);
    return value == null || reading.refusals() > 0
        ? new ReadResult.Refused<>(reading.violations(), reading.unknownMembers(), content)
        : new ReadResult.Read<>(
            value, reading.unknownMembers(), keeps ? Optional.of(content) : Optional.empty());
  }

  /** Writes a record that was read: as it was, but for what its value tells otherwise by now. */
  static <T> void write(ReadResult<T> record, Form<T> form, JsonGenerator out) throws IOException {
    if (record instanceof ReadResult.Refused<T> refused) {
      out.writeTree(refused.content());
    } else if (record instanceof ReadResult.Read<T> read) {
      if (read.kept().isPresent()) {
        out.writeTree(Kept.changed(read.kept().get(), read.value(), form));
      } else {
        form.write(read.value(), out);
      }
    }
  }

  static JsonNode readTree(JsonParser parser, Measure measure) throws IOException {
    return TREE.readTree(measure.of(parser));
  }

  /** Goes a step; what is wrong with the document comes out with its place. */
  static <R> R attempt(JsonParser parser, Step<R> step) {
    try {
      return step.go();
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw new MalformedAnswerException(e.getOriginalMessage(), place, e);
    } catch (CharConversionException e) {
      throw new MalformedAnswerException(
          String.valueOf(e.getMessage()), parser.currentLocation(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MalformedAnswerException malformed(JsonParser parser, String problem) {
    JsonLocation place =
        parser.hasCurrentToken() ? parser.currentTokenLocation() : parser.currentLocation();
    return new MalformedAnswerException(problem, place, null);
  }

  private static JsonGenerator laidOut(JsonGenerator generator, boolean isCompact) {
    if (isCompact) {
      return generator;
    }
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS);
    printer.indentArraysWith(INDENTER);
    printer.indentObjectsWith(INDENTER);
    return generator.setPrettyPrinter(printer);
  }

  private static <R> R open(Step<R> opening) {
    try {
      return opening.go();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/**
 * Documents that are a list of records, such as {@code {"Images": […]}}. What is read from is
 * closed afterwards; bytes may be UTF-8, UTF-16 or UTF-32, with or without a byte order mark. What
 * is written is set out as the AWS CLI does, unless it is {@linkplain #compact() compact}.
 *
 * <p>Where a document is broken, reading throws a {@link MalformedAnswerException}; where it cannot
 * be read, an {@link UncheckedIOException}.
 *
 * @param <T> the kind of value that a record is
 */
public final class AnswerFormat<T> {
  private final String list;
  private final Form<T> form;
  private final boolean isCompact;
  private final boolean keeps;

  AnswerFormat(String list, Form<T> form) {
    this(list, form, false, false);
  }

  private AnswerFormat(String list, Form<T> form, boolean isCompact, boolean keeps) {
    this.list = list;
    this.form = form;
    this.isCompact = isCompact;
    this.keeps = keeps;
  }

  /** {@return the same format, which writes without white space} */
  public AnswerFormat<T> compact() {
    return new AnswerFormat<>(list, form, true, keeps);
  }

  /**
   * Returns the same format, whose reading keeps each record as it was, with the members that the
   * library does not know. A document so read is written as it was: where a value was changed
   * meanwhile, what it tells otherwise than before is changed, and all else stays.
   *
   * @return the format, which needs the memory of what it keeps
   */
  public AnswerFormat<T> keepingUnknownMembers() {
    return new AnswerFormat<>(list, form, isCompact, true);
  }

  /**
   * Reads a document.
   *
   * @param text the document
   * @return all of it
   */
  public AnswerDocument<T> read(String text) {
    return read(stream(Json.parser(text)));
  }

  /**
   * Reads a document.
   *
   * @param file the file that holds it
   * @return all of it
   */
  public AnswerDocument<T> read(Path file) {
    return read(stream(file));
  }

  /**
   * Reads a document.
   *
   * @param stream its bytes
   * @return all of it
   */
  public AnswerDocument<T> read(InputStream stream) {
    return read(stream(stream));
  }

  /**
   * Reads a document.
   *
   * @param reader its characters
   * @return all of it
   */
  public AnswerDocument<T> read(Reader reader) {
    return read(stream(reader));
  }

  /**
   * Opens a document, to be read record by record.
   *
   * @param file the file that holds it
   * @return its records, to be closed
   */
  public AnswerReader<T> stream(Path file) {
    return stream(Json.parser(file));
  }

  /**
   * Opens a document, to be read record by record.
   *
   * @param stream its bytes
   * @return its records, to be closed
   */
  public AnswerReader<T> stream(InputStream stream) {
    return stream(Json.parser(stream));
  }

  /**
   * Opens a document, to be read record by record.
   *
   * @param reader its characters
   * @return its records, to be closed
   */
  public AnswerReader<T> stream(Reader reader) {
    return stream(Json.parser(reader));
  }

  /**
   * Writes a document.
   *
   * @param values the values
   * @return the document
   */
  public String write(Iterable<? extends T> values) {
    StringWriter text = new StringWriter();
    write(values, text);
    return text.toString();
  }

  /**
   * Writes a document.
   *
   * @param values the values, walked once
   * @param writer where to, closed afterwards
   */
  public void write(Iterable<? extends T> values, Writer writer) {
    requireNonNull(values, "values");
    write(values, Json.generator(writer, isCompact));
  }

  /**
   * Writes a document in UTF-8.
   *
   * @param values the values, walked once
   * @param stream where to, closed afterwards
   */
  public void write(Iterable<? extends T> values, OutputStream stream) {
    requireNonNull(values, "values");
    write(values, Json.generator(stream, isCompact));
  }

  /**
   * Writes a document that was read: its values, the records that were refused as they were, its
   * token, and what was kept.
   *
   * @param document the document, in which values may have been changed
   * @return the document as text
   */
  public String write(AnswerDocument<T> document) {
    StringWriter text = new StringWriter();
    write(document, text);
    return text.toString();
  }

  /**
   * Writes a document that was read: its values, the records that were refused as they were, its
   * token, and what was kept.
   *
   * @param document the document, in which values may have been changed
   * @param writer where to, closed afterwards
   */
  public void write(AnswerDocument<T> document, Writer writer) {
    requireNonNull(document, "document");
    write(document, Json.generator(writer, isCompact));
  }

  /**
   * Writes a document that was read in UTF-8: its values, the records that were refused as they
   * were, its token, and what was kept.
   *
   * @param document the document, in which values may have been changed
   * @param stream where to, closed afterwards
   */
  public void write(AnswerDocument<T> document, OutputStream stream) {
    requireNonNull(document, "document");
    write(document, Json.generator(stream, isCompact));
  }

  private AnswerReader<T> stream(JsonParser parser) {
    return AnswerReader.open(parser, list, form, keeps);
  }

  private static <T> AnswerDocument<T> read(AnswerReader<T> reader) {
    try (reader) {
      return reader.document();
    }
  }

  private void write(Iterable<? extends T> values, JsonGenerator generator) {
    try (generator) {
      generator.writeStartObject();
      generator.writeArrayFieldStart(list);
      for (T value : values) {
        form.write(value, generator);
      }
      generator.writeEndArray();
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(AnswerDocument<T> document, JsonGenerator generator) {
    try (generator) {
      generator.writeStartObject();
      generator.writeArrayFieldStart(list);
      for (ReadResult<T> record : document.records()) {
        Json.write(record, form, generator);
      }
      generator.writeEndArray();
      if (document.nextToken().isPresent()) {
        generator.writeStringField("NextToken", document.nextToken().get());
      }
      for (Map.Entry<String, JsonNode> member : document.kept().entrySet()) {
        generator.writeFieldName(member.getKey());
        generator.writeTree(member.getValue());
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

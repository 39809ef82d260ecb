package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/**
 * Documents that are a list of records, such as {@code {"Images": […]}}. What is read from is
 * closed afterwards; bytes may be UTF-8, UTF-16 or UTF-32, with or without a byte order mark.
 *
 * <p>Where a document is broken, reading throws a {@link MalformedAnswerException}; where it cannot
 * be read, an {@link UncheckedIOException}.
 *
 * @param <T> the kind of value that a record is
 */
public final class AnswerFormat<T> {
  private final String list;
  private final Form<T> form;

  AnswerFormat(String list, Form<T> form) {
    this.list = list;
    this.form = form;
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
   * Writes a document, set out as the AWS CLI does.
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
   * Writes a document, set out as the AWS CLI does.
   *
   * @param values the values, walked once
   * @param writer where to, closed afterwards
   */
  public void write(Iterable<? extends T> values, Writer writer) {
    requireNonNull(values, "values");
    write(values, Json.generator(writer));
  }

  /**
   * Writes a document in UTF-8, set out as the AWS CLI does.
   *
   * @param values the values, walked once
   * @param stream where to, closed afterwards
   */
  public void write(Iterable<? extends T> values, OutputStream stream) {
    requireNonNull(values, "values");
    write(values, Json.generator(stream));
  }

  private AnswerReader<T> stream(JsonParser parser) {
    return AnswerReader.open(parser, list, form);
  }

  private static <T> AnswerDocument<T> read(AnswerReader<T> reader) {
    try (reader) {
      ImmutableList<ReadResult<T>> records = ImmutableList.copyOf(reader);
      return new AnswerDocument<>(records, reader.nextToken(), reader.unknownMembers());
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
}

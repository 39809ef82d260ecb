package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Documents that are one record, such as a DescribeImageAttribute answer. What is read from is
 * closed afterwards; bytes may be UTF-8, UTF-16 or UTF-32, with or without a byte order mark.
 *
 * <p>Where a document is broken, reading throws a {@link MalformedAnswerException}; where it cannot
 * be read, an {@link UncheckedIOException}.
 *
 * @param <T> the kind of value that the record is
 */
public final class RecordFormat<T> {
  private final Form<T> form;

  RecordFormat(Form<T> form) {
    this.form = form;
  }

  /**
   * Reads a document.
   *
   * @param text the document
   * @return what became of it
   */
  public ReadResult<T> read(String text) {
    return read(Json.parser(text));
  }

  /**
   * Reads a document.
   *
   * @param file the file that holds it
   * @return what became of it
   */
  public ReadResult<T> read(Path file) {
    return read(Json.parser(file));
  }

  /**
   * Reads a document.
   *
   * @param stream its bytes
   * @return what became of it
   */
  public ReadResult<T> read(InputStream stream) {
    return read(Json.parser(stream));
  }

  /**
   * Reads a document.
   *
   * @param reader its characters
   * @return what became of it
   */
  public ReadResult<T> read(Reader reader) {
    return read(Json.parser(reader));
  }

  /**
   * Reads a record that is part of another document.
   *
   * @param content the record
   * @return what became of it
   */
  public ReadResult<T> read(JsonNode content) {
    requireNonNull(content, "content");
    return Json.read(content, form, new Shared());
  }

  /**
   * Writes a document, set out as the AWS CLI does.
   *
   * @param value the value
   * @return the document
   */
  public String write(T value) {
    requireNonNull(value, "value");
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = Json.generator(text)) {
      form.write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private ReadResult<T> read(JsonParser parser) {
    try (parser) {
      return Json.attempt(parser, () -> {
        Json.beginObject(parser);
        ReadResult<T> result = Json.read(parser, form, new Shared());
        Json.end(parser);
        return result;
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Documents that are one record, such as a DescribeImageAttribute answer. What is read from is
 * closed afterwards; bytes may be UTF-8, UTF-16 or UTF-32, with or without a byte order mark. What
 * is written is set out as the AWS CLI does, unless it is {@linkplain #compact() compact}.
 *
 * <p>Where a document is broken, reading throws a {@link MalformedAnswerException}; where it cannot
 * be read, an {@link UncheckedIOException}.
 *
 * @param <T> the kind of value that the record is
 */
public final class RecordFormat<T> {
  private final Form<T> form;
  private final boolean isCompact;
  private final boolean keeps;

  RecordFormat(Form<T> form) {
    this(form, false, false);
  }

  private RecordFormat(Form<T> form, boolean isCompact, boolean keeps) {
    this.form = form;
    this.isCompact = isCompact;
    this.keeps = keeps;
  }

  /** {@return the same format, which writes without white space} */
  public RecordFormat<T> compact() {
    return new RecordFormat<>(form, true, keeps);
  }

  /**
   * Returns the same format, whose reading keeps the record as it was, with the members that the
   * library does not know. A record so read is written as it was: if its value was changed
   * meanwhile, what it tells otherwise than before is changed, and all else stays.
   *
   * @return the format
   */
  public RecordFormat<T> keepingUnknownMembers() {
    return new RecordFormat<>(form, isCompact, true);
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
    return Json.read(content, form, new Shared(), keeps);
  }

  /**
   * Writes a document.
   *
   * @param value the value
   * @return the document
   */
  public String write(T value) {
    requireNonNull(value, "value");
    return Json.text(value, form, isCompact);
  }

  /**
   * Returns what is written of a value, to be part of another document.
   *
   * @param value the value
   * @return the record
   */
  public JsonNode tree(T value) {
    requireNonNull(value, "value");
    return Json.treeOf(value, form);
  }

  /**
   * Writes a document that was read: its value and what was kept; or all of it, if it was refused.
   *
   * @param record the record, in which the value may have been changed
   * @return the document
   */
  public String write(ReadResult<T> record) {
    requireNonNull(record, "record");
    return Json.text(record, (read, out) -> Json.write(read, form, out), isCompact);
  }

  private ReadResult<T> read(JsonParser parser) {
    try (parser) {
      return Json.attempt(parser, () -> {
        Json.beginObject(parser);
        ReadResult<T> result = Json.read(parser, form, new Shared(), keeps);
        Json.end(parser);
        return result;
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.amikit.jackson;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one document one after the other, and holds no more than one of them. Every
 * method that goes on in the document throws a {@link MalformedAnswerException} where it is broken,
 * and an {@link java.io.UncheckedIOException} where it cannot be read; then the records so far are
 * not all there are. Not for several threads.
 *
 * @param <T> the kind of value that a record is
 */
public final class AnswerReader<T> implements Iterator<ReadResult<T>>, AutoCloseable {
  private static final String NEXT_TOKEN = "NextToken";

  private final JsonParser parser;
  private final Tokens tokens;
  private final String list;
  private final Form<T> form;
  private final boolean keeps;
  private final Shared shared = new Shared();
  private final ImmutableList.Builder<String> unknownMembers = ImmutableList.builder();
  private final ImmutableMap.Builder<String, JsonNode> kept = ImmutableMap.builder();
  private final Measure beside = new Measure();
  private @Nullable String nextToken;
  private @Nullable ReadResult<T> next;
  private boolean isComplete;

  private AnswerReader(JsonParser parser, String list, Form<T> form, boolean keeps) {
    this.parser = parser;
    this.tokens = new Tokens(parser);
    this.list = list;
    this.form = form;
    this.keeps = keeps;
  }

  /** Opens a document and goes to the list of its records. */
  static <T> AnswerReader<T> open(JsonParser parser, String list, Form<T> form, boolean keeps) {
    AnswerReader<T> reader = new AnswerReader<>(parser, list, form, keeps);
    return reader.attempt(reader::begin);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !isComplete) {
      attempt(this::advance);
    }
    return next != null;
  }

  @Override
  public ReadResult<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ReadResult<T> record = requireNonNull(next);
    next = null;
    return record;
  }

  /** {@return the records that are left, to be walked once; closing it closes this} */
  public Stream<ReadResult<T>> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /**
   * Returns what to ask for the next page with.
   *
   * @return the token; empty if this is the last page
   * @throws IllegalStateException if the document was not read to its end, where the token stands
   */
  public Optional<String> nextToken() {
    checkState(isComplete, "the document was not read to its end");
    return Optional.ofNullable(nextToken);
  }

  /**
   * Returns the members beside the list that the library does not know.
   *
   * @return their names
   * @throws IllegalStateException if the document was not read to its end: there may be more
   */
  public ImmutableList<String> unknownMembers() {
    checkState(isComplete, "the document was not read to its end");
    return unknownMembers.build();
  }

  /** Reads the document to its end. */
  AnswerDocument<T> document() {
    ImmutableList<ReadResult<T>> records = ImmutableList.copyOf(this);
    return new AnswerDocument<>(
        list, records, nextToken(), unknownMembers(), kept.buildKeepingLast());
  }

  /** Closes the document. */
  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AnswerReader<T> begin() throws IOException {
    Json.beginObject(parser);
    if (!seek()) {
      throw Json.malformed(parser, "the answer has no member " + list);
    }
    return this;
  }

  private AnswerReader<T> advance() throws IOException {
    checkState(!parser.isClosed(), "the document was closed before its end");
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      next = Json.read(tokens, form, shared, keeps);
    } else if (seek()) {
      throw Json.malformed(parser, "the answer has the member " + list + " twice");
    } else {
      Json.end(parser);
      isComplete = true;
    }
    return this;
  }

  /** Goes through the members up to the start of the list, or else to the end. */
  private boolean seek() throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      beside.add(parser);
      JsonToken value = parser.nextToken();
      if (name.equals(list)) {
        if (value != JsonToken.START_ARRAY) {
          throw Json.malformed(parser, list + " is not a list");
        }
        return true;
      } else if (name.equals(NEXT_TOKEN) && value == JsonToken.VALUE_STRING) {
        nextToken = parser.getText();
      } else {
        if (!name.equals(NEXT_TOKEN) || value != JsonToken.VALUE_NULL) {
          unknownMembers.add(name);
        }
        pass(name);
      }
    }
    return false;
  }

  private void pass(String name) throws IOException {
    if (keeps) {
      kept.put(name, Json.readTree(parser, beside));
    } else {
      parser.skipChildren();
    }
  }

  private AnswerReader<T> attempt(Json.Step<AnswerReader<T>> step) {
    try {
      return Json.attempt(parser, step);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The forms of what has no members of its own, and of lists. */
final class Forms {
  static final Form<String> TEXT = text(text -> text);

  static final Form<Boolean> BOOLEAN = scalar(
      JsonRules.BOOLEAN,
      JsonNode::isBoolean,
      JsonNode::booleanValue,
      Tokens::isTrue,
      (value, out) -> out.writeBoolean(value));

  static final Form<Integer> INT = scalar(
      JsonRules.WHOLE_NUMBER,
      node -> node.isIntegralNumber() && node.canConvertToInt(),
      JsonNode::intValue,
      Tokens::figure,
      (value, out) -> out.writeNumber(value));

  static final Form<Long> LONG = scalar(
      JsonRules.WHOLE_NUMBER,
      node -> node.isIntegralNumber() && node.canConvertToLong(),
      JsonNode::longValue,
      Tokens::largeFigure,
      (value, out) -> out.writeNumber(value));

  /** A time; empty text is none. Written with milliseconds. */
  static final Form<Instant> TIME = orBlank(text(Times::parse, Times::withMillis));

  /** A time; empty text is none. Written in whole seconds where it is one. */
  static final Form<Instant> TIME_IN_SECONDS = orBlank(text(Times::parse, Instant::toString));

  /** A percentage; empty text is none. */
  static final Form<Integer> PERCENT = orBlank(text(Forms::percent, percent -> percent + "%"));

  private Forms() {}

  /** Returns the form of a value that its text spells. */
  static <V> Form<V> text(Function<String, V> of) {
    return text(of, Object::toString);
  }

  private static <V> Form<V> text(Function<String, V> of, Function<V, String> toText) {
    return scalar(
        JsonRules.TEXT,
        JsonNode::isTextual,
        node -> of.apply(node.textValue()),
        tokens -> of.apply(tokens.text()),
        (value, out) -> out.writeString(toText.apply(value)));
  }

  /** Returns the form of one of some values, of each of which its text is the word. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  static <V> Form<V> oneOf(V... values) {
    return oneOf(Object::toString, values);
  }

  /** Returns the form of one of some values, each of which has a word. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  static <V> Form<V> oneOf(Function<V, String> word, V... values) {
    ImmutableMap<String, V> byWord = Maps.uniqueIndex(Arrays.asList(values), word::apply);
    return text(
        text -> {
          V value = byWord.get(text);
          if (value == null) {
            Violation unknown = JsonRules.WORD.brokenBy("", text);
            throw Refusal.of(unknown.with("words", String.join(", ", byWord.keySet())))
                .toException();
          }
          return value;
        },
        word);
  }

  /** Returns the form of what EC2 always says alike; anything else is told as not known. */
  static <V> Form<V> fixed(Form<V> form, V value) {
    return new Form<>() {
      @Override
      public @Nullable V read(JsonNode node, Reading reading) {
        if (!value.equals(form.read(node, reading))) {
          reading.unknown("");
        }
        return null;
      }

      @Override
      public @Nullable V read(Tokens tokens, Reading reading) throws IOException {
        Tokens.expect(value.equals(form.read(tokens, reading)));
        return null;
      }

      @Override
      public void write(V any, JsonGenerator out) throws IOException {
        form.write(value, out);
      }
    };
  }

  /** Returns a form whose equal values are one object within a document. */
  static <V> Form<V> shared(Form<V> form) {
    return shared(form, value -> true);
  }

  /** Returns a form of which equal values of some sort are one object within a document. */
  static <V> Form<V> shared(Form<V> form, Predicate<V> sort) {
    return new Form<>() {
      @Override
      public @Nullable V read(JsonNode node, Reading reading) {
        V value = form.read(node, reading);
        return value == null || !sort.test(value) ? value : reading.share(value);
      }

      @Override
      public @Nullable V read(Tokens tokens, Reading reading) throws IOException {
        V value = form.read(tokens, reading);
        return value == null || !sort.test(value) ? value : reading.share(value);
      }

      @Override
      public @Nullable String spell(String path) {
        return form.spell(path);
      }

      @Override
      public void write(V value, JsonGenerator out) throws IOException {
        form.write(value, out);
      }
    };
  }

  /** Returns a form of what is made from values of another form. */
  static <W, V> Form<V> mapped(Form<W> form, Function<W, V> of, Function<V, W> back) {
    return new Form<>() {
      @Override
      public @Nullable V read(JsonNode node, Reading reading) {
        W read = form.read(node, reading);
        return read == null ? null : reading.check(this, () -> of.apply(read));
      }

      @Override
      public @Nullable V read(Tokens tokens, Reading reading) throws IOException {
        W read = form.read(tokens, reading);
        return read == null ? null : of.apply(read);
      }

      @Override
      public @Nullable String spell(String path) {
        return form.spell(path);
      }

      @Override
      public void write(V value, JsonGenerator out) throws IOException {
        form.write(back.apply(value), out);
      }
    };
  }

  static <V> Form<ImmutableList<V>> list(Form<V> element) {
    return new Elements<>(element, ImmutableList::builder);
  }

  static <V> Form<ImmutableSet<V>> set(Form<V> element) {
    return new Elements<>(element, ImmutableSet::builder);
  }

  /** Returns how a list is written whose elements are not read. */
  static <V> Written<ImmutableList<V>> listed(Written<V> element) {
    return (values, out) -> writeAll(values, element, out);
  }

  private static <V> void writeAll(Iterable<V> values, Written<V> element, JsonGenerator out)
      throws IOException {
    out.writeStartArray();
    for (V value : values) {
      element.write(value, out);
    }
    out.writeEndArray();
  }

  private static <V> Form<V> orBlank(Form<V> form) {
    return new Form<>() {
      @Override
      public @Nullable V read(JsonNode node, Reading reading) {
        return node.isTextual() && node.textValue().isEmpty() ? null : form.read(node, reading);
      }

      @Override
      public @Nullable V read(Tokens tokens, Reading reading) throws IOException {
        return tokens.text().isEmpty() ? null : form.read(tokens, reading);
      }

      @Override
      public void write(V value, JsonGenerator out) throws IOException {
        form.write(value, out);
      }
    };
  }

  private static <V> Form<V> scalar(
      Rule rule,
      Predicate<JsonNode> fits,
      Function<JsonNode, V> read,
      Function<Tokens, V> readToken,
      Written<V> write) {
    return new Form<>() {
      @Override
      public @Nullable V read(JsonNode node, Reading reading) {
        if (!fits.test(node)) {
          reading.refuse(rule, node);
          return null;
        }
        return reading.check(() -> read.apply(node));
      }

      @Override
      public V read(Tokens tokens, Reading reading) {
        return readToken.apply(tokens);
      }

      @Override
      public void write(V value, JsonGenerator out) throws IOException {
        write.write(value, out);
      }
    };
  }

  private static int percent(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > 9 || text.charAt(digits) != '%') {
      throw JsonRules.PERCENT.refuse("", text);
    }
    int percent = 0;
    for (int i = 0; i < digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw JsonRules.PERCENT.refuse("", text);
      }
      percent = 10 * percent + digit;
    }
    return percent;
  }

  /** Many of one kind; a refused one does not hide the others. */
  private record Elements<V, C extends ImmutableCollection<V>>(
      Form<V> element, Supplier<ImmutableCollection.Builder<V>> builder) implements Form<C> {
    @Override
    @SuppressWarnings("unchecked") // the builder builds a C
    public @Nullable C read(JsonNode node, Reading reading) {
      if (!node.isArray()) {
        reading.refuse(JsonRules.LIST, node);
        return null;
      }
      ImmutableCollection.Builder<V> values = builder.get();
      for (int i = 0; i < node.size(); i++) {
        reading.enter(i);
        V value = element.read(node.get(i), reading);
        if (value != null) {
          values.add(value);
        }
        reading.leave();
      }
      return (C) values.build();
    }

    @Override
    @SuppressWarnings("unchecked") // the builder builds a C
    public C read(Tokens tokens, Reading reading) throws IOException {
      tokens.expect(JsonToken.START_ARRAY);
      ImmutableCollection.Builder<V> values = builder.get();
      for (int i = 0; tokens.next() != JsonToken.END_ARRAY; i++) {
        int unknown = reading.unknownMembersSoFar();
        V value = element.read(tokens, reading);
        reading.within(i, unknown);
        if (value != null) {
          values.add(value);
        }
      }
      return (C) values.build();
    }

    @Override
    public @Nullable String spell(String path) {
      int end = path.indexOf(']') + 1;
      return path.startsWith("[") && end > 0
          ? path.substring(0, end) + Form.rest(element, path, end)
          : null;
    }

    @Override
    public void write(C values, JsonGenerator out) throws IOException {
      writeAll(values, element, out);
    }
  }
}

package dev.amikit.jackson;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.MissingAttributesException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as a table of its members: for each its name, its form, where a value keeps it, and
 * where a builder takes it. Reading and writing both follow the table.
 *
 * @param <T> the value
 * @param <B> what collects the members of a value
 */
final class Shape<T, B> implements Form<T> {
  private static final CharMatcher END_OF_NAME = CharMatcher.anyOf(".[");

  private final Supplier<B> builder;
  private final Function<B, @Nullable T> build;
  private final ImmutableMap<String, Member<T, B, ?>> members;
  private final ImmutableMap<String, Member<T, B, ?>> byAttribute;

  /** The names of the members in their order, and a last one that none of them has. */
  private final ImmutableList<SerializableString> keys;

  private final long required;

  private Shape(
      Supplier<B> builder,
      Function<B, @Nullable T> build,
      ImmutableMap<String, Member<T, B, ?>> members,
      ImmutableMap<String, Member<T, B, ?>> byAttribute) {
    this.builder = builder;
    this.build = build;
    this.members = members;
    this.byAttribute = byAttribute;
    this.keys = Stream.concat(
            members.values().stream().map(Member::key), Stream.of(new SerializedString("")))
        .collect(toImmutableList());
    this.required = members.values().stream()
        .filter(member -> member.need() == Need.REQUIRED)
        .mapToLong(Member::bit)
        .sum();
  }

  static <T, B> Table<T, B> of(Supplier<B> builder, Function<B, @Nullable T> build) {
    return new Table<>(builder, build);
  }

  /** Begins the table of a value without builder, whose members are put together by name. */
  static <T> RecordTable<T> ofRecord(Function<Parts, T> build) {
    return new RecordTable<>(of(Parts::new, build));
  }

  /** The names of the members, in the order in which they are written. */
  ImmutableSet<String> names() {
    return members.keySet();
  }

  /**
   * Reads the parts, then asks the rules of the whole, unless there is no whole without what is
   * missing or was refused.
   */
  @Override
  public @Nullable T read(JsonNode node, Reading reading) {
    if (!(node instanceof ObjectNode object)) {
      reading.refuse(JsonRules.OBJECT, node);
      return null;
    }
    B parts = builder.get();
    boolean isWhole = true;
    long answered = 0;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Member<T, B, ?> member = members.get(entry.getKey());
      if (member == null) {
        reading.unknown(entry.getKey());
      } else if (!entry.getValue().isNull()) {
        int refusals = reading.refusals();
        boolean isSet = member.read(entry.getValue(), parts, reading);
        boolean isRefused = reading.refusals() > refusals;
        isWhole &= isSet || !isRefused || member.need() == Need.NONE;
        answered |= isSet || isRefused ? member.bit() : 0;
      }
    }
    if ((required & ~answered) != 0) {
      isWhole = false;
      for (Member<T, B, ?> member : members.values()) {
        if ((required & ~answered & member.bit()) != 0) {
          reading.enter(member.name());
          reading.refuse(MissingAttributesException.REQUIRED, "absent");
          reading.leave();
        }
      }
    }
    return isWhole ? reading.check(this, () -> build.apply(parts)) : null;
  }

  /**
   * Reads the parts, and leaves all that is wrong to the tree. Members mostly come in the order of
   * the table, so the likely one is that after the last.
   */
  @Override
  public @Nullable T read(Tokens tokens, Reading reading) throws IOException {
    tokens.expect(JsonToken.START_OBJECT);
    B parts = builder.get();
    Set<String> unknown = null;
    int likely = 0;
    long met = 0;
    long set = 0;
    for (String name = tokens.nextName(keys.get(likely));
        name != null;
        name = tokens.nextName(keys.get(likely))) {
      Member<T, B, ?> member = members.get(name);
      if (member == null) {
        unknown = unknown == null ? new HashSet<>() : unknown;
        Tokens.expect(unknown.add(name));
        reading.unknown(name);
        tokens.next();
        tokens.skip();
      } else {
        Tokens.expect((met & member.bit()) == 0);
        met |= member.bit();
        boolean isNull = tokens.next() == JsonToken.VALUE_NULL;
        set |= !isNull && member.read(tokens, parts, reading) ? member.bit() : 0;
        likely = member.index() + 1;
      }
    }
    Tokens.expect((required & ~set) == 0);
    return build.apply(parts);
  }

  /** A member that the domain has here, and the document one object deeper, is found there. */
  @Override
  public @Nullable String spell(String path) {
    int end = END_OF_NAME.indexIn(path);
    Member<T, B, ?> member = byAttribute.get(end < 0 ? path : path.substring(0, end));
    if (member != null) {
      return end < 0 ? member.name() : member.name() + Form.rest(member.form(), path, end);
    }
    for (Member<T, B, ?> outer : members.values()) {
      String inner = outer.form().spell(path);
      if (inner != null) {
        return outer.name() + "." + inner;
      }
    }
    return null;
  }

  @Override
  public void write(T value, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Member<T, B, ?> member : members.values()) {
      member.write(value, out);
    }
    out.writeEndObject();
  }

  /** How much the rules of the whole need a member. */
  private enum Need {
    /** Its absence breaks no rule. */
    NONE,
    /** It may be absent, but rules turn on that: they are not asked if it was refused. */
    DECISIVE,
    /** No value lacks it. */
    REQUIRED
  }

  private record Member<T, B, V>(
      int index,
      SerializableString key,
      Form<V> form,
      Need need,
      Function<T, @Nullable V> get,
      BiConsumer<B, V> set) {
    String name() {
      return key.getValue();
    }

    long bit() {
      return 1L << index;
    }

    boolean read(JsonNode node, B parts, Reading reading) {
      reading.enter(name());
      V value = form.read(node, reading);
      reading.leave();
      if (value == null) {
        return false;
      }
      set.accept(parts, value);
      return true;
    }

    boolean read(Tokens tokens, B parts, Reading reading) throws IOException {
      int unknown = reading.unknownMembersSoFar();
      V value = form.read(tokens, reading);
      reading.within(name(), unknown);
      if (value == null) {
        return false;
      }
      set.accept(parts, value);
      return true;
    }

    void write(T holder, JsonGenerator out) throws IOException {
      V value = get.apply(holder);
      if (value != null) {
        out.writeFieldName(key);
        form.write(value, out);
      }
    }
  }

  /**
   * The table while it is written down; the order of the lines is that of the members in JSON.
   *
   * @param <T> the value
   * @param <B> what collects its members
   */
  static final class Table<T, B> {
    private final Supplier<B> builder;
    private final Function<B, @Nullable T> build;
    private final Map<String, Member<T, B, ?>> members = new LinkedHashMap<>();
    private final Map<String, Member<T, B, ?>> byAttribute = new HashMap<>();

    private Table(Supplier<B> builder, Function<B, @Nullable T> build) {
      this.builder = builder;
      this.build = build;
    }

    /** A member that every value has. */
    <V> Table<T, B> required(String name, Form<V> form, Function<T, V> get, BiConsumer<B, V> set) {
      return member(name, form, Need.REQUIRED, get, set);
    }

    /** A member that may be absent. */
    <V> Table<T, B> optional(
        String name, Form<V> form, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
      return member(name, form, Need.NONE, value -> orNull(get.apply(value)), set);
    }

    /** A member of any number of elements, which is absent if there are none. */
    <C extends Collection<?>> Table<T, B> many(
        String name, Form<C> form, Function<T, C> get, BiConsumer<B, C> set) {
      return member(name, form, Need.NONE, value -> orNull(get.apply(value)), set);
    }

    /** A member that may be absent, which rules of the whole are about. */
    <V> Table<T, B> decisive(
        String name, Form<V> form, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
      return member(name, form, Need.DECISIVE, value -> orNull(get.apply(value)), set);
    }

    /** A member that rules of the domain call otherwise than by its name. */
    Table<T, B> alias(String attribute, String name) {
      byAttribute.put(attribute, requireNonNull(members.get(name), name));
      return this;
    }

    Shape<T, B> end() {
      return new Shape<>(
          builder, build, ImmutableMap.copyOf(members), ImmutableMap.copyOf(byAttribute));
    }

    private <V> Table<T, B> member(
        String name, Form<V> form, Need need, Function<T, @Nullable V> get, BiConsumer<B, V> set) {
      Member<T, B, V> member =
          new Member<>(members.size(), new SerializedString(name), form, need, get, set);
      members.put(name, member);
      byAttribute.put(Ascii.toLowerCase(name.charAt(0)) + name.substring(1), member);
      return this;
    }

    private static <V> @Nullable V orNull(Optional<V> value) {
      return value.orElse(null);
    }

    private static <C extends Collection<?>> @Nullable C orNull(C elements) {
      return elements.isEmpty() ? null : elements;
    }
  }

  /**
   * The table of a value without builder, while it is written down.
   *
   * @param <T> the value
   */
  static final class RecordTable<T> {
    private final Table<T, Parts> table;

    private RecordTable(Table<T, Parts> table) {
      this.table = table;
    }

    /** A member that every value has. */
    <V> RecordTable<T> required(String name, Form<V> form, Function<T, V> get) {
      table.required(name, form, get, (to, v) -> to.put(name, v));
      return this;
    }

    /** A member that may be absent. */
    <V> RecordTable<T> optional(String name, Form<V> form, Function<T, Optional<V>> get) {
      table.optional(name, form, get, (to, v) -> to.put(name, v));
      return this;
    }

    /** A member of any number of elements, which is absent if there are none. */
    <C extends Collection<?>> RecordTable<T> many(String name, Form<C> form, Function<T, C> get) {
      table.many(name, form, get, (to, v) -> to.put(name, v));
      return this;
    }

    /** A member that rules of the domain call otherwise than by its name. */
    RecordTable<T> alias(String attribute, String name) {
      table.alias(attribute, name);
      return this;
    }

    Shape<T, Parts> end() {
      return table.end();
    }
  }
}

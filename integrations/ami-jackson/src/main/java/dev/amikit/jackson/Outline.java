package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is only written: a table as that of a {@link Shape}, of a value that cannot be
 * read since EC2 tells less of it than it holds.
 *
 * @param <T> the value
 */
final class Outline<T> implements Written<T> {
  private final ImmutableList<Member<T, ?>> members;

  private Outline(ImmutableList<Member<T, ?>> members) {
    this.members = members;
  }

  /** An object without members. */
  static <T> Outline<T> empty() {
    return new Outline<>(ImmutableList.of());
  }

  /** A member that is always there. */
  <V> Outline<T> required(String name, Written<V> written, Function<T, V> get) {
    return with(new Member<>(new SerializedString(name), written, get));
  }

  /** A member that may be absent. */
  <V> Outline<T> optional(String name, Written<V> written, Function<T, Optional<V>> get) {
    return with(
        new Member<>(new SerializedString(name), written, value -> orNull(get.apply(value))));
  }

  @Override
  public void write(T value, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Member<T, ?> member : members) {
      member.write(value, out);
    }
    out.writeEndObject();
  }

  private Outline<T> with(Member<T, ?> member) {
    return new Outline<>(
        ImmutableList.<Member<T, ?>>builder().addAll(members).add(member).build());
  }

  private static <V> @Nullable V orNull(Optional<V> value) {
    return value.orElse(null);
  }

  private record Member<T, V>(
      SerializableString name, Written<V> written, Function<T, @Nullable V> get) {
    void write(T holder, JsonGenerator out) throws IOException {
      V value = get.apply(holder);
      if (value != null) {
        out.writeFieldName(name);
        written.write(value, out);
      }
    }
  }
}

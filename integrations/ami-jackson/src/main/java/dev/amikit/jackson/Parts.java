package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The members that were read of a value without builder. Their shape sees that none is missing. */
final class Parts {
  private Object[] members = new Object[8];
  private int size;

  void put(String name, Object value) {
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
    }
    members[size++] = name;
    members[size++] = value;
  }

  /** Returns a member that every value has. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the form of the member made it
  <V> V get(String name) {
    return requireNonNull(this.<V>orNull(name), name);
  }

  /** Returns a member that may be absent. */
  <V> Optional<V> find(String name) {
    return Optional.ofNullable(orNull(name));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the form of the member made it
  private <V> @Nullable V orNull(String name) {
    for (int i = 0; i < size; i += 2) {
      if (members[i].equals(name)) {
        return (V) members[i + 1];
      }
    }
    return null;
  }

  /** Returns a list that has no elements if it is absent. */
  <V> ImmutableList<V> all(String name) {
    return this.<ImmutableList<V>>find(name).orElse(ImmutableList.of());
  }

  /** Returns a set that has no elements if it is absent. */
  <V> ImmutableSet<V> each(String name) {
    return this.<ImmutableSet<V>>find(name).orElse(ImmutableSet.of());
  }

  /** Returns what is false if it is absent. */
  boolean isTrue(String name) {
    return this.<Boolean>find(name).orElse(false);
  }

  /** Returns a whole number that may be absent. */
  OptionalInt figure(String name) {
    Optional<Integer> figure = find(name);
    return figure.isPresent() ? OptionalInt.of(figure.get()) : OptionalInt.empty();
  }
}

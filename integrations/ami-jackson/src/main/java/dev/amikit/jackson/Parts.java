package dev.amikit.jackson;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The members that were read of a value without builder. Their shape sees that none is missing. */
final class Parts {
  private final Map<String, Object> members = new HashMap<>();

  void put(String name, Object value) {
    members.put(name, value);
  }

  /** Returns a member that every value has. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the form of the member made it
  <V> V get(String name) {
    return this.<V>find(name).orElseThrow();
  }

  /** Returns a member that may be absent. */
  @SuppressWarnings("unchecked") // the form of the member made it
  <V> Optional<V> find(String name) {
    return Optional.ofNullable((V) members.get(name));
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

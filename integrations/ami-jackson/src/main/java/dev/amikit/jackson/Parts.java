package dev.amikit.jackson;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
}

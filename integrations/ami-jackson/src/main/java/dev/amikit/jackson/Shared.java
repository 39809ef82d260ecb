package dev.amikit.jackson;

import java.util.HashMap;
import java.util.Map;

/**
 * Equal values of one document become one object. It holds so many and no more, so that a document
 * without end needs no memory without end.
 */
final class Shared {
  private static final int MOST = 10_000;

  private final Map<Object, Object> values = new HashMap<>();

  /** Returns the value, or the equal one that came before. */
  @SuppressWarnings("unchecked") // equal values are of one type
  <V> V share(V value) {
    Object earlier = values.size() < MOST ? values.putIfAbsent(value, value) : values.get(value);
    return earlier == null ? value : (V) earlier;
  }
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * How values of one kind are written in JSON.
 *
 * @param <V> the kind of value
 */
interface Written<V> {
  /** Writes a value. */
  void write(V value, JsonGenerator out) throws IOException;
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How values of one kind stand in JSON.
 *
 * @param <V> the kind of value
 */
interface Form<V> {
  /**
   * Returns the value that a node spells; null if it spells none, or if a rule refuses it, which
   * the reading then knows.
   */
  @Nullable
  V read(JsonNode node, Reading reading);

  /** Writes what {@link #read} reads. */
  void write(V value, JsonGenerator out) throws IOException;
}

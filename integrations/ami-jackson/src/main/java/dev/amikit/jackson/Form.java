package dev.amikit.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How values of one kind stand in JSON: read is what was written.
 *
 * @param <V> the kind of value
 */
interface Form<V> extends Written<V> {
  /**
   * Returns the value that a node spells; null if it spells none, or if a rule refuses it, which
   * the reading then knows.
   */
  @Nullable
  V read(JsonNode node, Reading reading);

  /**
   * Returns a path from the value on as the document spells it, such as {@code Ebs.Iops} for
   * {@code ebs.iops}; null if it leads to no member.
   */
  default @Nullable String spell(String path) {
    return null;
  }

  /** Spells what comes after the place in a path where the value of a form stands. */
  static String rest(Form<?> form, String path, int from) {
    boolean isMember = path.startsWith(".", from);
    String inner = form.spell(path.substring(isMember ? from + 1 : from));
    return inner == null ? "" : isMember ? "." + inner : inner;
  }
}

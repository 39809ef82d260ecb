package dev.amikit.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
   * Returns the value that begins at the present token, as it is read of its tree; null if it
   * spells none. Stands at its last token then.
   *
   * @throws Tokens.Unforeseen if it cannot be read so, and its tree has to be asked
   * @throws dev.amikit.rule.RefusedException if a rule refuses it; its tree tells all that do
   */
  @Nullable
  V read(Tokens tokens, Reading reading) throws IOException;

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

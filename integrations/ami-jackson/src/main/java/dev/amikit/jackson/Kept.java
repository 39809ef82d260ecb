package dev.amikit.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import com.google.common.collect.Sets;
import java.io.IOException;

/**
 * A record that is written back: what its value tells otherwise than before is changed, and all
 * else stays as it was read.
 */
final class Kept {
  private Kept() {}

  /** Returns what is written of a value whose record was once read. */
  static <T> JsonNode changed(JsonNode content, T value, Form<T> form) throws IOException {
    T before = form.read(content, new Reading(new Shared()));
    return before == null || before.equals(value)
        ? content
        : changed(content, Json.tree(before, form), Json.tree(value, form));
  }

  /**
   * Changes a part of a document.
   *
   * @param part as it stands in the document
   * @param told what the value told of it when it was read
   * @param now what the value tells of it now
   */
  private static JsonNode changed(JsonNode part, JsonNode told, JsonNode now) {
    if (told.equals(now)) {
      return part;
    }
    if (part instanceof ObjectNode object && told.isObject() && now.isObject()) {
      return changedObject(object, told, now);
    }
    if (part.isArray() && told.isArray() && part.size() == told.size() && now.isArray()) {
      return changedArray((ArrayNode) part, told, now);
    }
    return now;
  }

  private static JsonNode changedObject(ObjectNode object, JsonNode told, JsonNode now) {
    ObjectNode changed = object.objectNode().setAll(object);
    for (String name : Sets.union(names(told), names(now))) {
      JsonNode wanted = now.get(name);
      if (wanted == null) {
        changed.remove(name);
      } else if (!wanted.equals(told.get(name))) {
        changed.set(
            name,
            object.has(name) && told.has(name)
                ? changed(object.get(name), told.get(name), wanted)
                : wanted);
      }
    }
    return changed;
  }

  /** Elements that are told as before are found again; if none came or went, so are the others. */
  private static JsonNode changedArray(ArrayNode array, JsonNode told, JsonNode now) {
    ArrayNode changed = array.arrayNode();
    for (int i = 0; i < now.size(); i++) {
      JsonNode wanted = now.get(i);
      int before =
          wanted.equals(told.get(i)) ? i : Iterators.indexOf(told.iterator(), wanted::equals);
      if (before >= 0) {
        changed.add(array.get(before));
      } else if (now.size() == told.size()) {
        changed.add(changed(array.get(i), told.get(i), wanted));
      } else {
        changed.add(wanted);
      }
    }
    return changed;
  }

  private static ImmutableSet<String> names(JsonNode object) {
    return ImmutableSet.copyOf(object.fieldNames());
  }
}

package dev.amikit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Ascii;
import dev.amikit.jackson.AmiModule;
import dev.amikit.registry.RecordedEvent;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Events as JSON, to be read by tests: a record is an object with its components and its
 * {@code Type}; what the AWS CLI has a form for stands in that; all else is text.
 */
final class EventTrees {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new AmiModule());

  private EventTrees() {}

  static ObjectNode tree(RecordedEvent recorded) {
    ObjectNode tree = MAPPER.createObjectNode();
    tree.put("Sequence", recorded.sequence());
    tree.put("At", recorded.at().toString());
    recorded.caller().ifPresent(caller -> tree.put("Caller", caller.toString()));
    return tree.setAll((ObjectNode) tree(recorded.event()));
  }

  private static JsonNode tree(Object value) {
    if (value instanceof Iterable<?> values) {
      ArrayNode trees = MAPPER.createArrayNode();
      values.forEach(each -> trees.add(tree(each)));
      return trees;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode tree = MAPPER.createObjectNode();
      map.forEach((key, each) -> tree.set(key.toString(), tree(each)));
      return tree;
    }
    return withForm(value)
        .orElseGet(() ->
            value instanceof Record record ? ofRecord(record) : TextNode.valueOf(value.toString()));
  }

  private static Optional<JsonNode> withForm(Object value) {
    try {
      return Optional.of(MAPPER.valueToTree(value));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static ObjectNode ofRecord(Record record) {
    ObjectNode tree = MAPPER.createObjectNode();
    tree.put("Type", record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String name = component.getName();
      present(component(record, component))
          .ifPresent(value ->
              tree.set(Ascii.toUpperCase(name.charAt(0)) + name.substring(1), tree(value)));
    }
    return tree;
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException hidden) {
      throw new LinkageError(record.getClass() + " is public, as are all events", hidden);
    }
  }

  private static Optional<?> present(Object value) {
    if (value instanceof OptionalInt figure) {
      return figure.stream().boxed().findFirst();
    }
    if (value instanceof OptionalLong figure) {
      return figure.stream().boxed().findFirst();
    }
    return value instanceof Optional<?> optional ? optional : Optional.of(value);
  }
}

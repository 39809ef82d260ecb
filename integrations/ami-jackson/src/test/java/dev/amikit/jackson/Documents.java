package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The documents that the tests read. */
final class Documents {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Documents() {}

  /** The document of that name. */
  static String text(String name) {
    try (InputStream document =
        Objects.requireNonNull(Documents.class.getResourceAsStream(name), name)) {
      return new String(document.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The image that has every member. */
  static ObjectNode image() {
    return (ObjectNode) tree(text("images.json")).get("Images").get(0);
  }

  /** The image that has every member, changed. */
  static ObjectNode image(Consumer<ObjectNode> change) {
    ObjectNode image = image();
    change.accept(image);
    return image;
  }

  static String images(JsonNode... images) {
    ObjectNode document = MAPPER.createObjectNode();
    document.putArray("Images").addAll(List.of(images));
    return document.toString();
  }
}

package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.google.common.collect.ImmutableList;
import dev.amikit.rule.RefusedException;
import java.io.IOException;

/** Reads values of a type from their form. */
final class FormDeserializer<T> extends JsonDeserializer<T> {
  private final Class<T> type;
  private final Form<T> form;

  FormDeserializer(Class<T> type, Form<T> form) {
    this.type = type;
    this.form = form;
  }

  @Override
  public Class<T> handledType() {
    return type;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    ReadResult<T> result = Json.read(parser, form, new Shared(), false);
    if (result instanceof ReadResult.Read<T> read
        && !read.unknownMembers().isEmpty()
        && context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)) {
      throw UnrecognizedPropertyException.from(
          parser, type, read.unknownMembers().get(0), ImmutableList.of());
    }
    try {
      return result.orThrow();
    } catch (RefusedException refused) {
      throw JsonMappingException.from(parser, refused.getMessage(), refused);
    }
  }
}

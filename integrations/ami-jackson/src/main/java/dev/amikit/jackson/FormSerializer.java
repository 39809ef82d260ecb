package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes values of a type in their form. */
final class FormSerializer<T> extends JsonSerializer<T> {
  private final Class<T> type;
  private final Form<T> form;

  FormSerializer(Class<T> type, Form<T> form) {
    this.type = type;
    this.form = form;
  }

  @Override
  public Class<T> handledType() {
    return type;
  }

  @Override
  public void serialize(T value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    form.write(value, out);
  }
}

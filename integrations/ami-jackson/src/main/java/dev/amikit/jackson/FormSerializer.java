package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes values of a type in their form. */
final class FormSerializer<T> extends JsonSerializer<T> {
  private final Class<T> type;
  private final Written<T> written;

  FormSerializer(Class<T> type, Written<T> written) {
    this.type = type;
    this.written = written;
  }

  @Override
  public Class<T> handledType() {
    return type;
  }

  @Override
  public void serialize(T value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    written.write(value, out);
  }
}

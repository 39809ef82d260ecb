package dev.amikit.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.impl.UnsupportedTypeDeserializer;
import com.fasterxml.jackson.databind.deser.std.EnumDeserializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.EnumSerializer;

/**
 * The types of the library that have no form. Jackson would take them for beans and write the part
 * of them that looks like one; here they are refused. What a user has for them is left alone.
 */
final class Others {
  private static final String LIBRARY = "dev.amikit.";
  private static final String THIS = "dev.amikit.jackson.";

  private Others() {}

  /** Refuses to write them. */
  static final class Writing extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
      return serializer instanceof BeanSerializerBase || serializer instanceof UnknownSerializer
          ? refusing(bean.getType(), serializer)
          : serializer;
    }

    @Override
    public JsonSerializer<?> modifyEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription bean,
        JsonSerializer<?> serializer) {
      return serializer instanceof EnumSerializer ? refusing(type, serializer) : serializer;
    }

    private static JsonSerializer<?> refusing(JavaType type, JsonSerializer<?> serializer) {
      return isOfLibrary(type) ? new UnsupportedTypeSerializer(type, problem(type)) : serializer;
    }
  }

  /** Refuses to read them. */
  static final class Reading extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
      return deserializer instanceof BeanDeserializerBase
              || deserializer instanceof AbstractDeserializer
          ? refusing(bean.getType(), deserializer)
          : deserializer;
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription bean,
        JsonDeserializer<?> deserializer) {
      return deserializer instanceof EnumDeserializer ? refusing(type, deserializer) : deserializer;
    }

    private static JsonDeserializer<?> refusing(JavaType type, JsonDeserializer<?> deserializer) {
      return isOfLibrary(type)
          ? new UnsupportedTypeDeserializer(type, problem(type))
          : deserializer;
    }
  }

  private static boolean isOfLibrary(JavaType type) {
    String name = type.getRawClass().getName();
    return name.startsWith(LIBRARY) && !name.startsWith(THIS);
  }

  private static String problem(JavaType type) {
    return "amikit has no JSON for " + type.getRawClass().getName();
  }
}

package dev.amikit.testkit.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.member.Members;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes values as the Java expressions that make them, and keeps what they import. */
final class JavaCode {
  private final Set<String> imports = new TreeSet<>();

  /** {@return the types named so far, in full and in order} */
  ImmutableSet<String> imports() {
    return ImmutableSet.copyOf(imports);
  }

  /** Returns the name of a type in code that imports it. */
  String name(Class<?> type) {
    Class<?> outer = type;
    while (outer.getDeclaringClass() != null) {
      outer = outer.getDeclaringClass();
    }
    if (!outer.getPackageName().equals("java.lang")) {
      imports.add(outer.getName());
    }
    return type.getCanonicalName().substring(outer.getPackageName().length() + 1);
  }

  /**
   * Returns an expression for a value.
   *
   * @throws IllegalArgumentException if no public way is found to make it
   */
  String of(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    } else if (value instanceof Integer || value instanceof Boolean) {
      return value.toString();
    } else if (value instanceof Long) {
      return value + "L";
    } else if (value instanceof Instant || value instanceof Duration) {
      return "%s.parse(%s)".formatted(name(value.getClass()), quoted(value.toString()));
    } else if (value instanceof Optional<?> optional) {
      return call(name(Optional.class), optional.stream());
    } else if (value instanceof OptionalInt optional) {
      return call(name(OptionalInt.class), optional.stream().boxed());
    } else if (value instanceof ImmutableList<?> list) {
      return name(ImmutableList.class) + ".of" + arguments(list.stream());
    } else if (value instanceof ImmutableSet<?> set) {
      return name(ImmutableSet.class) + ".of" + arguments(set.stream());
    } else if (value instanceof ImmutableMap<?, ?> map) {
      return name(ImmutableMap.class) + ".of"
          + arguments(map.entrySet().stream()
              .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())));
    } else if (value instanceof Tags tags) {
      return name(Tags.class) + ".of(" + of(ImmutableMap.copyOf(tags.asMap())) + ")";
    } else if (value instanceof Enum<?> constant) {
      return name(constant.getDeclaringClass()) + "." + constant.name();
    }
    return made(value);
  }

  private String call(String type, Stream<?> content) {
    String arguments = arguments(content);
    return type + (arguments.equals("()") ? ".empty" : ".of") + arguments;
  }

  private String arguments(Stream<?> values) {
    return values.map(this::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private String made(Object value) {
    return types(value.getClass())
        .flatMap(type -> Stream.of(ofText(type, value), ofNothing(type, value)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> types(value.getClass())
            .flatMap(type -> Stream.of(ofComponents(type, value), ofBuilder(type, value)))
            .flatMap(Optional::stream)
            .findFirst())
        .orElseThrow(() -> new IllegalArgumentException(
            "There is no code for " + value.getClass() + ": " + value));
  }

  /** The public types that a class is of, itself first. */
  private static Stream<Class<?>> types(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    return Stream.concat(
            Modifier.isPublic(type.getModifiers()) ? Stream.of(type) : Stream.of(),
            above.flatMap(JavaCode::types))
        .filter(each -> each.getName().startsWith("dev.amikit."));
  }

  private Optional<String> ofText(Class<?> type, Object value) {
    return factories(type, String.class)
        .filter(method -> makes(method, value, value.toString()))
        .map(
            method -> "%s.%s(%s)".formatted(name(type), method.getName(), quoted(value.toString())))
        .findFirst();
  }

  private Optional<String> ofNothing(Class<?> type, Object value) {
    return factories(type)
        .filter(method -> makes(method, value))
        .map(method -> "%s.%s()".formatted(name(type), method.getName()))
        .findFirst();
  }

  private static Stream<Method> factories(Class<?> type, Class<?>... parameters) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Arrays.equals(method.getParameterTypes(), parameters));
  }

  private static boolean makes(Method factory, Object value, Object... arguments) {
    try {
      return value.equals(factory.invoke(null, arguments));
    } catch (InvocationTargetException refused) {
      return false;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(factory.toString(), e);
    }
  }

  private Optional<String> ofComponents(Class<?> type, Object value) {
    return type.isRecord()
        ? Optional.of("new %s%s"
            .formatted(name(type), arguments(Members.of(value).all(value).values().stream())))
        : Optional.empty();
  }

  private Optional<String> ofBuilder(Class<?> type, Object value) {
    if (factories(type).noneMatch(method -> method.getName().equals("builder"))) {
      return Optional.empty();
    }
    StringBuilder code = new StringBuilder(name(type)).append(".builder()");
    for (Map.Entry<String, Object> member : Members.of(value).set(value).entrySet()) {
      code.append('.').append(member.getKey());
      code.append('(').append(of(member.getValue())).append(')');
    }
    return Optional.of(code.append(".build()").toString());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ' || c > '~') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}

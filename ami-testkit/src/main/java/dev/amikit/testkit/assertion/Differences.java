package dev.amikit.testkit.assertion;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members in which two values differ. */
final class Differences {
  private Differences() {}

  /** Tells what is expected and found of each member that differs, a line each. */
  static <T> String between(T expected, T found, Class<T> type) {
    return members(type).stream()
        .filter(member -> !Objects.equals(value(member, expected), value(member, found)))
        .map(member -> "%n  %s: expected %s but was %s"
            .formatted(member.getName(), value(member, expected), value(member, found)))
        .collect(Collectors.joining());
  }

  /** What a value is made of: the methods that the type leaves to what is generated. */
  private static ImmutableList<Method> members(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .sorted(Comparator.comparing(Method::getName))
        .collect(ImmutableList.toImmutableList());
  }

  private static @Nullable Object value(Method member, Object of) {
    try {
      return member.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(member.toString(), e);
    }
  }
}

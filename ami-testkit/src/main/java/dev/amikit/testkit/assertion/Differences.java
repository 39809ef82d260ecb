package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The members in which two values differ. */
final class Differences {
  private Differences() {}

  /** Tells what is expected and found of each member that differs, a line each. */
  static <T> String between(T expected, T found, Class<T> type) {
    return members(type).stream()
        .filter(member -> !value(member, expected).equals(value(member, found)))
        .map(member -> "%n  %s: expected %s but was %s"
            .formatted(
                member.getName(), shown(value(member, expected)), shown(value(member, found))))
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

  /** What is there without its Optional, or that nothing is. */
  private static Object shown(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? (Object) number.getAsInt() : "absent";
    }
    return value instanceof Optional<?> some ? some.<Object>map(it -> it).orElse("absent") : value;
  }

  private static Object value(Method member, Object of) {
    try {
      return requireNonNull(member.invoke(of));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(member.toString(), e);
    }
  }
}

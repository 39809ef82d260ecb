package dev.amikit.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Primitives;
import dev.amikit.rule.RefusedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The members of a value, be it a record or one with a builder: what they are, and the same value
 * with one of them changed.
 */
final class Members {
  private Members() {}

  /** The type that a value is of, as its users know it. */
  static Class<?> typeOf(Object value) {
    Class<?> type = value.getClass();
    return type.getSimpleName().startsWith("Immutable") ? type.getSuperclass() : type;
  }

  /** The accessors of a type. */
  static ImmutableList<Method> of(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getAccessor)
            .collect(toImmutableList())
        : Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .collect(toImmutableList());
  }

  static Object get(Object whole, Method member) {
    return invoke(member, whole);
  }

  /** What a member holds, one by one; nothing of an absent one. */
  static Stream<?> held(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.stream();
    }
    if (value instanceof OptionalInt optional) {
      return optional.stream().boxed();
    }
    return value instanceof Collection<?> all ? all.stream() : Stream.of(value);
  }

  /** What a member holds, or what it holds one or more of. */
  static Class<?> elementType(Method member) {
    if (member.getReturnType().equals(OptionalInt.class)) {
      return Integer.class;
    }
    Type type = member.getGenericReturnType();
    while (type instanceof ParameterizedType holder) {
      type = holder.getActualTypeArguments()[0];
    }
    return Primitives.wrap((Class<?>) type);
  }

  /** A member that holds some values, or one. */
  static Object holding(Method member, ImmutableList<Object> values) {
    return holding(member.getGenericReturnType(), values);
  }

  private static Object holding(Type type, ImmutableList<Object> values) {
    if (type.equals(OptionalInt.class)) {
      return OptionalInt.of((Integer) values.get(0));
    }
    if (!(type instanceof ParameterizedType holder)) {
      return values.get(0);
    }
    if (holder.getRawType().equals(Optional.class)) {
      return Optional.of(holding(holder.getActualTypeArguments()[0], values));
    }
    return holder.getRawType().equals(ImmutableSet.class) ? ImmutableSet.copyOf(values) : values;
  }

  /** A member like another, with something else in place of one of the things that it holds. */
  static Object replaced(Object value, Object held, Object by) {
    if (value instanceof Optional<?>) {
      return Optional.of(by);
    }
    if (value instanceof Collection<?> all) {
      ImmutableList<Object> changed =
          all.stream().map(each -> each == held ? by : each).collect(toImmutableList());
      return value instanceof ImmutableSet<?> ? ImmutableSet.copyOf(changed) : changed;
    }
    return by;
  }

  /**
   * A value like another, but for one member.
   *
   * @throws RefusedException if there can be no such value
   */
  static Object with(Object whole, Method member, Object value) {
    Class<?> type = typeOf(whole);
    Object[] values = of(type).stream()
        .map(each -> each.equals(member) ? value : get(whole, each))
        .toArray();
    return type.isRecord() ? made(type, values) : built(type, values);
  }

  private static Object made(Class<?> type, Object... values) {
    Class<?>[] types = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw refusal(e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object built(Class<?> type, Object... values) {
    try {
      Object builder = invoke(type.getMethod("builder"), null);
      ImmutableList<Method> members = of(type);
      for (int i = 0; i < values.length; i++) {
        set(builder, members.get(i), values[i]);
      }
      return invoke(builder.getClass().getMethod("build"), builder);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static void set(Object builder, Method member, Object value) {
    Object given = value instanceof Optional<?> optional && !takes(builder, member, value)
        ? optional.orElse(null)
        : value;
    if (given != null) {
      invoke(setter(builder, member, given).orElseThrow(), builder, given);
    }
  }

  private static boolean takes(Object builder, Method member, Object value) {
    return setter(builder, member, value).isPresent();
  }

  private static Optional<Method> setter(Object builder, Method member, Object value) {
    return Arrays.stream(builder.getClass().getMethods())
        .filter(method -> method.getName().equals(member.getName()))
        .filter(method -> method.getParameterCount() == 1 && !method.isVarArgs())
        .filter(method -> Primitives.wrap(method.getParameterTypes()[0]).isInstance(value))
        .findFirst();
  }

  private static Object invoke(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw refusal(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static RefusedException refusal(InvocationTargetException e) {
    if (e.getCause() instanceof RefusedException refused) {
      return refused;
    }
    throw new AssertionError(e.getCause());
  }
}

package dev.amikit.testkit.contract;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Primitives;
import com.google.common.reflect.TypeToken;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.rule.RefusedException;
import dev.amikit.word.Word;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What values of a type are made of: the components of a record, or what a builder takes under the
 * name of a method that tells it.
 */
final class Members {
  private static final String UNKNOWN_WORD = "new-1";
  private static final ImmutableMap<Class<?>, Object> EMPTY = ImmutableMap.of(
      String.class, "",
      Set.class, ImmutableSet.of(),
      ImmutableSet.class, ImmutableSet.of(),
      List.class, ImmutableList.of(),
      ImmutableList.class, ImmutableList.of(),
      Map.class, ImmutableMap.of(),
      ImmutableMap.class, ImmutableMap.of());
  private static final ImmutableSet<Object> NOTHING =
      ImmutableSet.of(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());

  private static final ClassValue<Members> KNOWN = new ClassValue<>() {
    @Override
    protected Members computeValue(Class<?> type) {
      return found(type);
    }
  };

  private final Class<?> type;
  private final ImmutableMap<String, Method> getters;
  private final ImmutableListMultimap<String, Method> setters;

  private Members(
      Class<?> type,
      ImmutableMap<String, Method> getters,
      ImmutableListMultimap<String, Method> setters) {
    this.type = type;
    this.getters = getters;
    this.setters = setters;
  }

  /**
   * Returns the members of values like one.
   *
   * @throws UnsupportedOperationException if they are not known
   */
  static Members of(Object value) {
    return KNOWN.get(visible(value.getClass()));
  }

  private static Members found(Class<?> type) {
    if (type.isRecord()) {
      return new Members(
          type,
          Arrays.stream(type.getRecordComponents())
              .collect(toImmutableMap(RecordComponent::getName, Members::accessor)),
          ImmutableListMultimap.of());
    }
    ImmutableListMultimap<String, Method> setters = Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("toBuilder") && !method.isBridge())
        .findFirst()
        .or(() -> Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("builder"))
            .findFirst())
        .map(method -> setters(method.getReturnType()))
        .orElseThrow(() -> new UnsupportedOperationException(
            type + " is no record and has no builder: override changes and rebuilt"));
    return new Members(
        type,
        Arrays.stream(type.getMethods())
            .filter(getter -> getter.getParameterCount() == 0 && !getter.isBridge())
            .filter(getter -> getter.getDeclaringClass() != Object.class)
            .filter(getter -> setters.containsKey(getter.getName()))
            .sorted(Comparator.comparing(Method::getName))
            .collect(toImmutableMap(Method::getName, getter -> getter)),
        setters);
  }

  /** What a builder takes, one at a time. */
  private static ImmutableListMultimap<String, Method> setters(Class<?> builder) {
    return Arrays.stream(builder.getMethods())
        .filter(method -> method.getParameterCount() == 1)
        .collect(toImmutableListMultimap(Method::getName, method -> method));
  }

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // records of tests are seldom public
    return accessor;
  }

  /** Tells what is expected and found of each member that differs, a line each. */
  static String differences(Object expected, Object found) {
    String whole = "%n  expected %s but was %s".formatted(expected, found);
    if (!visible(expected.getClass()).equals(visible(found.getClass()))) {
      return whole;
    }
    Members members;
    try {
      members = of(expected);
    } catch (UnsupportedOperationException unknown) {
      return whole;
    }
    return members.getters.keySet().stream()
        .filter(name -> !members.get(expected, name).equals(members.get(found, name)))
        .map(name -> "%n  %s: expected %s but was %s"
            .formatted(name, members.get(expected, name), members.get(found, name)))
        .collect(Collectors.joining());
  }

  /** Returns the members of a value, by name. */
  ImmutableMap<String, Object> all(Object value) {
    return getters.keySet().stream()
        .collect(toImmutableMap(name -> name, name -> get(value, name)));
  }

  /** Returns what a builder is to be given to make a value: nothing for what is empty. */
  ImmutableMap<String, Object> set(Object value) {
    ImmutableMap.Builder<String, Object> set = ImmutableMap.builder();
    all(value).forEach((name, member) -> {
      if (!NOTHING.contains(member) && !EMPTY.containsValue(member)) {
        forms(member).reverse().stream()
            .filter(form -> setter(name, form).isPresent())
            .findFirst()
            .ifPresent(form -> set.put(name, form));
      }
    });
    return set.buildOrThrow();
  }

  private Optional<Method> setter(String name, Object form) {
    return setters.get(name).stream()
        .filter(method -> Primitives.wrap(method.getParameterTypes()[0]).isInstance(form))
        .findFirst();
  }

  /** Returns values that differ from a value in one member. */
  <T> ImmutableList<Change<T>> changes(T value, T other) {
    ImmutableList.Builder<Change<T>> changes = ImmutableList.builder();
    getters.forEach((name, getter) -> {
      add(Change.Kind.ANOTHER, value, name, get(other, name), changes);
      // Where two methods tell the same, as isPublic and launchPermissions, the one that tells less
      // makes the other one empty.
      add(Change.Kind.UNTOLD, value, name, get(value, name), changes);
      NOTHING.stream()
          .filter(getter.getReturnType()::isInstance)
          .forEach(nothing -> add(Change.Kind.UNTOLD, value, name, nothing, changes));
      TypeToken<?> told = told(getter);
      Optional.ofNullable(EMPTY.get(told.getRawType()))
          .ifPresent(empty -> add(Change.Kind.EMPTY, value, name, like(getter, empty), changes));
      unknownWord(told.getRawType())
          .ifPresent(
              word -> add(Change.Kind.UNKNOWN_WORD, value, name, like(getter, word), changes));
    });
    return changes.build();
  }

  private <T> void add(
      Change.Kind kind,
      T value,
      String member,
      Object changed,
      ImmutableList.Builder<Change<T>> changes) {
    with(value, member, changed)
        .filter(after -> !after.equals(value))
        .ifPresent(after -> changes.add(new Change<>(kind, member, after)));
  }

  /** Returns an equal value, and another object. */
  <T> T rebuilt(T value) {
    return with(value, ImmutableMap.of()).orElseThrow();
  }

  private <T> Optional<T> with(T value, String member, Object changed) {
    return with(value, ImmutableMap.of(member, changed));
  }

  /** Returns a value with other members; empty if there may be no such value. */
  @SuppressWarnings("unchecked") // made as values of the type are
  private <T> Optional<T> with(T value, ImmutableMap<String, Object> changed) {
    try {
      if (type.isRecord()) {
        Map<String, Object> components = new LinkedHashMap<>();
        getters.keySet().forEach(name -> components.put(name, get(value, name)));
        components.putAll(changed);
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return Optional.of((T) constructor.newInstance(components.values().toArray()));
      }
      Object builder = begun(value);
      for (Map.Entry<String, Object> member : changed.entrySet()) {
        if (!set(builder, member.getKey(), member.getValue())) {
          return Optional.empty();
        }
      }
      return Optional.of((T) builder.getClass().getMethod("build").invoke(builder));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RefusedException
          || e.getCause() instanceof IllegalArgumentException) {
        return Optional.empty();
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a builder with the members of a value. */
  private Object begun(Object value) throws ReflectiveOperationException {
    if (Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals("toBuilder"))) {
      return type.getMethod("toBuilder").invoke(value);
    }
    Object builder = type.getMethod("builder").invoke(null);
    for (Map.Entry<String, Object> member : all(value).entrySet()) {
      set(builder, member.getKey(), member.getValue());
    }
    return builder;
  }

  /** Sets a member as it is told, or what an optional member holds. */
  @CanIgnoreReturnValue
  private boolean set(Object builder, String name, Object value)
      throws ReflectiveOperationException {
    for (Object form : forms(value)) {
      Optional<Method> setter = setter(name, form);
      if (setter.isPresent()) {
        setter.get().invoke(builder, form);
        return true;
      }
    }
    return false;
  }

  private static ImmutableList<Object> forms(Object value) {
    if (value instanceof OptionalInt number && number.isPresent()) {
      return ImmutableList.of(value, number.getAsInt());
    }
    return value instanceof Optional<?> optional && optional.isPresent()
        ? ImmutableList.of(value, optional.get())
        : ImmutableList.of(value);
  }

  /** What a method tells; of an optional, what it holds. */
  private static TypeToken<?> told(Method getter) {
    TypeToken<?> told = TypeToken.of(getter.getGenericReturnType());
    return told.getRawType() == Optional.class
        ? told.resolveType(Optional.class.getTypeParameters()[0])
        : told;
  }

  private static Object like(Method getter, Object value) {
    return getter.getReturnType() == Optional.class ? Optional.of(value) : value;
  }

  private static Optional<Object> unknownWord(Class<?> type) {
    if (!Word.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    try {
      return Optional.of(type.getMethod("of", String.class).invoke(null, UNKNOWN_WORD));
    } catch (InvocationTargetException closed) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object get(Object value, String member) {
    try {
      return requireNonNull(requireNonNull(getters.get(member)).invoke(value), member);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(member, e);
    }
  }

  /** The type that callers see. */
  private static Class<?> visible(Class<?> type) {
    Class<?> seen = type;
    while (!seen.isRecord()
        && !Modifier.isPublic(seen.getModifiers())
        && seen.getSuperclass() != Object.class) {
      seen = seen.getSuperclass();
    }
    return seen;
  }
}

package dev.amikit.testkit.member;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Primitives;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.rule.RefusedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What values of a type are made of: the components of a record; else the methods that a type
 * leaves to what is generated, and what a builder takes under the name of a method that tells it.
 */
public final class Members {
  private static final ImmutableSet<Object> NOTHING = ImmutableSet.of(
      Optional.empty(),
      OptionalInt.empty(),
      OptionalLong.empty(),
      "",
      ImmutableSet.of(),
      ImmutableList.of(),
      ImmutableMap.of());

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
   * @throws UnsupportedOperationException if values like it are made in a way that is not known
   */
  public static Members of(Object value) {
    Members members = KNOWN.get(visible(value.getClass()));
    if (!members.type.isRecord() && members.setters.isEmpty()) {
      throw new UnsupportedOperationException(
          members.type + " is no record and has no builder: override changes and rebuilt");
    }
    return members;
  }

  private static Members found(Class<?> type) {
    if (type.isRecord()) {
      return new Members(
          type,
          Arrays.stream(type.getRecordComponents())
              .collect(toImmutableMap(RecordComponent::getName, Members::accessor)),
          ImmutableListMultimap.of());
    }
    ImmutableListMultimap<String, Method> setters = Stream.of("toBuilder", "builder")
        .flatMap(name -> Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(name) && !method.isBridge()))
        .findFirst()
        .map(method -> setters(method.getReturnType()))
        .orElse(ImmutableListMultimap.of());
    return new Members(
        type,
        Arrays.stream(type.getMethods())
            .filter(getter -> getter.getParameterCount() == 0 && !getter.isBridge())
            .filter(getter -> getter.getDeclaringClass() != Object.class)
            .filter(getter ->
                Modifier.isAbstract(getter.getModifiers()) || setters.containsKey(getter.getName()))
            .sorted(Comparator.comparing(Method::getName))
            .collect(toImmutableMap(Method::getName, getter -> getter, (one, same) -> one)),
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
  public static String differences(Object expected, Object found) {
    Members members = KNOWN.get(visible(expected.getClass()));
    if (members.getters.isEmpty() || !members.type.isInstance(found)) {
      return line("", expected, found);
    }
    return members.names().stream()
        .filter(name -> !members.get(expected, name).equals(members.get(found, name)))
        .map(name -> line(name + ": ", members.get(expected, name), members.get(found, name)))
        .collect(Collectors.joining());
  }

  private static String line(String name, Object expected, Object found) {
    return "%n  %sexpected %s but was %s".formatted(name, shown(expected), shown(found));
  }

  /** What is there without its Optional, or that nothing is; a text that is empty can be seen. */
  private static Object shown(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? (Object) number.getAsInt() : "absent";
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? (Object) number.getAsLong() : "absent";
    }
    if (value instanceof Optional<?> some) {
      return some.<Object>map(Members::shown).orElse("absent");
    }
    return value.equals("") ? "\"\"" : value;
  }

  /** Returns the names of the members. */
  public ImmutableSet<String> names() {
    return getters.keySet();
  }

  /** Returns the method that tells a member. */
  public Method getter(String member) {
    return requireNonNull(getters.get(member), member);
  }

  /** Returns the members of a value, by name. */
  public ImmutableMap<String, Object> all(Object value) {
    return getters.keySet().stream()
        .collect(toImmutableMap(name -> name, name -> get(value, name)));
  }

  /** Returns what a builder is to be given to make a value: nothing for what is empty. */
  public ImmutableMap<String, Object> set(Object value) {
    ImmutableMap.Builder<String, Object> set = ImmutableMap.builder();
    all(value).forEach((name, member) -> {
      if (!NOTHING.contains(member)) {
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

  /** Returns an equal value, and another object. */
  public <T> T rebuilt(T value) {
    return with(value, ImmutableMap.of()).orElseThrow();
  }

  /** Returns a value with another member; empty if there may be no such value. */
  public <T> Optional<T> with(T value, String member, Object changed) {
    return type.isRecord() || setters.containsKey(member)
        ? with(value, ImmutableMap.of(member, changed))
        : Optional.empty();
  }

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

  /** Returns a member of a value. */
  public Object get(Object value, String member) {
    try {
      return requireNonNull(getter(member).invoke(value), member);
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

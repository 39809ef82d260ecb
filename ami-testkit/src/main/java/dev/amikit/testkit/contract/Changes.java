package dev.amikit.testkit.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.TypeToken;
import dev.amikit.testkit.member.Members;
import dev.amikit.word.Word;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Values that differ from a value in one member. */
final class Changes<T> {
  private static final String UNKNOWN_WORD = "new-1";
  private static final ImmutableMap<Class<?>, Object> EMPTY = ImmutableMap.of(
      String.class, "",
      Set.class, ImmutableSet.of(),
      ImmutableSet.class, ImmutableSet.of(),
      List.class, ImmutableList.of(),
      ImmutableList.class, ImmutableList.of(),
      Map.class, ImmutableMap.of(),
      ImmutableMap.class, ImmutableMap.of());
  private static final ImmutableSet<Object> UNTOLD =
      ImmutableSet.of(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());

  private final T value;
  private final Members members;
  private final ImmutableList.Builder<Change<T>> found = ImmutableList.builder();

  private Changes(T value) {
    this.value = value;
    this.members = Members.of(value);
  }

  /**
   * Returns values that differ from a value in one member.
   *
   * @throws UnsupportedOperationException if it is not known how values like it are made
   */
  static <T> ImmutableList<Change<T>> of(T value, T other) {
    Changes<T> changes = new Changes<>(value);
    changes.members.names().forEach(name -> changes.change(name, other));
    return changes.found.build();
  }

  private void change(String name, T other) {
    Method getter = members.getter(name);
    add(Change.Kind.ANOTHER, name, members.get(other, name));
    // Where two methods tell the same, as isPublic and launchPermissions, the one that tells less
    // makes the other one empty.
    add(Change.Kind.UNTOLD, name, members.get(value, name));
    UNTOLD.stream()
        .filter(getter.getReturnType()::isInstance)
        .forEach(nothing -> add(Change.Kind.UNTOLD, name, nothing));
    Class<?> told = told(getter);
    Optional.ofNullable(EMPTY.get(told))
        .ifPresent(empty -> add(Change.Kind.EMPTY, name, like(getter, empty)));
    unknownWord(told).ifPresent(word -> add(Change.Kind.UNKNOWN_WORD, name, like(getter, word)));
  }

  private void add(Change.Kind kind, String member, Object changed) {
    members
        .with(value, member, changed)
        .filter(after -> !after.equals(value))
        .ifPresent(after -> found.add(new Change<>(kind, member, after)));
  }

  /** What a method tells; of an optional, what it holds. */
  private static Class<?> told(Method getter) {
    TypeToken<?> told = TypeToken.of(getter.getGenericReturnType());
    return told.getRawType() == Optional.class
        ? told.resolveType(Optional.class.getTypeParameters()[0]).getRawType()
        : told.getRawType();
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
}

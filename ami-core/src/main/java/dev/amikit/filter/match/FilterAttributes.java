package dev.amikit.filter.match;

import static java.util.Objects.requireNonNull;

import dev.amikit.filter.Filter;
import dev.amikit.tag.Tags;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Makes attributes from what gives their values, and filters from values. */
public final class FilterAttributes {
  private FilterAttributes() {}

  /**
   * Returns the text of what is always there.
   *
   * @param <T> what is filtered
   * @param value the attribute
   * @return its text
   */
  public static <T> FilterAttribute<T> always(Function<T, ?> value) {
    requireNonNull(value, "value");
    return (resource, test) -> test.test(value.apply(resource).toString());
  }

  /**
   * Returns the text of what may be absent.
   *
   * @param <T> what is filtered
   * @param value the attribute
   * @return its text, if it is there
   */
  public static <T> FilterAttribute<T> optional(Function<T, ? extends Optional<?>> value) {
    requireNonNull(value, "value");
    return (resource, test) -> {
      Optional<?> found = value.apply(resource);
      return found.isPresent() && test.test(found.get().toString());
    };
  }

  /** The texts of many things, each of which may have one. */
  public static <T, E> FilterAttribute<T> each(
      Function<T, ? extends Iterable<E>> elements, Function<E, ? extends Optional<?>> value) {
    return (resource, test) -> {
      for (E element : elements.apply(resource)) {
        Optional<?> found = value.apply(element);
        if (found.isPresent() && test.test(found.get().toString())) {
          return true;
        }
      }
      return false;
    };
  }

  /**
   * Returns the value of one tag.
   *
   * @param <T> what is filtered
   * @param tags its tags
   * @param key the key of the tag
   * @return its value, if the tag is there
   */
  public static <T> FilterAttribute<T> tag(Function<T, Tags> tags, String key) {
    requireNonNull(tags, "tags");
    requireNonNull(key, "key");
    return optional(resource -> tags.apply(resource).get(key));
  }

  /**
   * Returns the keys of all tags.
   *
   * @param <T> what is filtered
   * @param tags its tags
   * @return their keys
   */
  public static <T> FilterAttribute<T> tagKeys(Function<T, Tags> tags) {
    requireNonNull(tags, "tags");
    return each(resource -> tags.apply(resource).keys(), Optional::of);
  }

  public static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  public static Filter filter(String name, Object[] values) {
    requireNonNull(values, "values");
    return Filter.of(name, Arrays.stream(values).map(Object::toString).toArray(String[]::new));
  }
}

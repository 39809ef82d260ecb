package dev.amikit.filter.match;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;

/**
 * What a filter looks at: the texts of one attribute of an image or a snapshot. An absent attribute
 * has no text, and so no filter finds it.
 *
 * @param <T> what is filtered
 */
@FunctionalInterface
public interface FilterAttribute<T> {
  /**
   * Tells whether a text of the attribute passes a test.
   *
   * @param resource the image or snapshot
   * @param test the test
   * @return whether any does; false if there is none
   */
  boolean anyMatch(T resource, Predicate<String> test);

  /**
   * Returns the texts of the attribute.
   *
   * @param resource the image or snapshot
   * @return the texts, such as the snapshot IDs of all its devices
   */
  default ImmutableList<String> texts(T resource) {
    requireNonNull(resource, "resource");
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    boolean unused = anyMatch(resource, text -> {
      texts.add(text);
      return false;
    });
    return texts.build();
  }
}

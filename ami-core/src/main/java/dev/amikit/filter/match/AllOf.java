package dev.amikit.filter.match;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;

/** Tests that all must pass, asked in their order. */
public record AllOf<T>(ImmutableList<Predicate<T>> tests) implements Predicate<T> {
  @Override
  public boolean test(T resource) {
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).test(resource)) {
        return false;
      }
    }
    return true;
  }
}

package dev.amikit.filter.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import java.util.function.Predicate;

/** A filter made ready to be asked many times. */
public final class CompiledFilter<T> implements Predicate<T> {
  private final FilterAttribute<T> attribute;
  private final ImmutableSet<String> exact;
  private final ImmutableList<FilterPattern> patterns;
  private final Predicate<String> matches = this::matches;

  public CompiledFilter(FilterAttribute<T> attribute, Filter filter) {
    this.attribute = attribute;
    ImmutableSet.Builder<String> plain = ImmutableSet.builder();
    ImmutableList.Builder<FilterPattern> others = ImmutableList.builder();
    for (String value : filter.values()) {
      FilterPattern pattern = FilterPattern.of(value);
      if (pattern.isExact()) {
        plain.add(pattern.literalPrefix());
      } else {
        others.add(pattern);
      }
    }
    this.exact = plain.build();
    this.patterns = others.build();
  }

  @Override
  public boolean test(T resource) {
    return attribute.anyMatch(resource, matches);
  }

  private boolean matches(String text) {
    if (exact.contains(text)) {
      return true;
    }
    for (FilterPattern pattern : patterns) {
      if (pattern.matches(text)) {
        return true;
      }
    }
    return false;
  }
}

package dev.amikit.filter.match;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.filter.Filter;
import dev.amikit.rule.Violation;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The filters that an operation takes, and what each of them looks at.
 *
 * @param <T> what is filtered
 * @param attributes what a filter looks at, by its name
 * @param ofTag what a filter {@code tag:KEY} looks at, by the key
 */
public record Filters<T>(
    ImmutableMap<String, FilterAttribute<T>> attributes,
    Function<String, FilterAttribute<T>> ofTag) {
  /**
   * Refuses null.
   *
   * @param attributes what a filter looks at, by its name
   * @param ofTag what a filter {@code tag:KEY} looks at, by the key
   */
  public Filters {
    requireNonNull(attributes, "attributes");
    requireNonNull(ofTag, "ofTag");
  }

  /**
   * Makes the filters of what has no tags, of which a filter on one finds nothing.
   *
   * @param attributes what a filter looks at, by its name
   */
  public Filters(ImmutableMap<String, FilterAttribute<T>> attributes) {
    this(attributes, key -> (untagged, test) -> false);
  }

  /**
   * Tells what is wrong with the filters of a request.
   *
   * @param filters the filters
   * @return the broken rules
   */
  public ImmutableList<Violation> violations(ImmutableList<Filter> filters) {
    requireNonNull(filters, "filters");
    ImmutableList.Builder<Violation> found = ImmutableList.builder();
    FilterRules.check(filters, attributes.keySet(), found);
    return found.build();
  }

  /**
   * Returns what passes the filters of a request.
   *
   * @param filters the filters, whose names are known
   * @return the test, made ready to be asked of many
   */
  public Predicate<T> predicate(ImmutableList<Filter> filters) {
    requireNonNull(filters, "filters");
    return new AllOf<>(filters.stream()
        .<Predicate<T>>map(filter -> new CompiledFilter<>(attribute(filter.name()), filter))
        .collect(ImmutableList.toImmutableList()));
  }

  private FilterAttribute<T> attribute(String name) {
    return FilterRules.tagKey(name)
        .map(ofTag)
        .orElseGet(() -> requireNonNull(attributes.get(name)));
  }
}

package dev.amikit.filter.match;

import static dev.amikit.rule.ErrorCode.FILTER_LIMIT_EXCEEDED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import dev.amikit.filter.Filter;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What EC2 asks of filters, whatever operation they belong to. */
public final class FilterRules {
  private static final String FILTERING = "EC2 User Guide, Filter limits";
  private static final int MOST_FILTERS = 50;
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_VALUE = 255;

  static final Rule FILTER_NAME = rule(
      "query.filter-name",
      "a filter has one of the names that the operation documents, letter case included",
      INVALID_PARAMETER_VALUE,
      "API reference, Filter; observed",
      "FLT-04",
      "FLT-22",
      "FLT-73",
      "ERR-38");

  static final Rule FILTERS_LIMIT = rule(
      "query.filters-limit",
      "a query has at most 50 filters",
      FILTER_LIMIT_EXCEEDED,
      FILTERING,
      "FLT-12",
      "QUOTA-08");

  static final Rule FILTER_VALUES_LIMIT = rule(
      "query.filter-values-limit",
      "a filter has at most 200 values",
      FILTER_LIMIT_EXCEEDED,
      FILTERING,
      "FLT-12",
      "QUOTA-08");

  static final Rule FILTER_VALUE_LENGTH = rule(
      "query.filter-value-length",
      "a filter value has at most 255 characters",
      INVALID_PARAMETER_VALUE,
      FILTERING,
      "FLT-12",
      "QUOTA-08");

  private static final ImmutableList<Rule> ALL =
      ImmutableList.of(FILTER_NAME, FILTERS_LIMIT, FILTER_VALUES_LIMIT, FILTER_VALUE_LENGTH);

  private FilterRules() {}

  /** {@return the rules} */
  public static ImmutableList<Rule> all() {
    return ALL;
  }

  /** Adds what is wrong with the filters of a request. */
  public static void check(
      ImmutableList<Filter> filters,
      Predicate<String> isName,
      ImmutableList.Builder<Violation> found) {
    if (filters.size() > MOST_FILTERS) {
      found.add(FILTERS_LIMIT.brokenBy("filters", filters.size()));
    }
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      String path = "filters[" + i + "]";
      if (!isName.test(filter.name())) {
        found.add(FILTER_NAME.brokenBy(path + ".name", filter.name()));
      }
      if (filter.values().size() > MOST_VALUES) {
        found.add(FILTER_VALUES_LIMIT.brokenBy(path + ".values", filter.values().size()));
      }
      for (int j = 0; j < filter.values().size(); j++) {
        String value = filter.values().get(j);
        if (value.codePointCount(0, value.length()) > LONGEST_VALUE) {
          found.add(FILTER_VALUE_LENGTH.brokenBy(path + ".values[" + j + "]", value));
        }
      }
    }
  }

  /**
   * The tag key that a filter of a name looks at, which may be empty text; empty if it does not.
   */
  public static Optional<String> tagKey(String name) {
    return name.startsWith(Filter.TAG)
        ? Optional.of(name.substring(Filter.TAG.length()))
        : Optional.empty();
  }

  /** Whether a name is one of some, letter case included, or {@code tag:} with a key. */
  public static boolean isName(String name, Set<String> names) {
    return tagKey(name).map(key -> !key.isEmpty()).orElseGet(() -> names.contains(name));
  }
}

package dev.amikit.filter.match;

import static dev.amikit.rule.ErrorCode.FILTER_LIMIT_EXCEEDED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.rule.Characters;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.Set;

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
          "API reference, Filter; observed: answers of DescribeImages quoted in 2022",
          "FLT-04",
          "FLT-22",
          "FLT-73",
          "ERR-38")
      .saying(quoted("The filter '{value}' is invalid"));

  static final Rule FILTERS_LIMIT = rule(
          "query.filters-limit",
          "a query has at most 50 filters",
          FILTER_LIMIT_EXCEEDED,
          FILTERING,
          "FLT-12",
          "QUOTA-08")
      .saying(own("The maximum number of filters specified on a single call is 50"));

  static final Rule FILTER_VALUES_LIMIT = rule(
          "query.filter-values-limit",
          "all filters of a query together have at most 200 values",
          FILTER_LIMIT_EXCEEDED,
          FILTERING + "; observed: answers of DescribeInstances quoted by users",
          "FLT-12",
          "QUOTA-08")
      .saying(quoted("The maximum number of filter values specified on a single call is 200"));

  static final Rule FILTER_VALUE_LENGTH = rule(
          "query.filter-value-length",
          "a filter value has at most 255 characters",
          FILTER_LIMIT_EXCEEDED,
          FILTERING + "; observed: an answer quoted by users",
          "FLT-12",
          "QUOTA-08")
      .saying(quoted("The maximum length for a filter value is 255 characters"));

  static final Rule FILTER_ESCAPE = rule(
          "query.filter-escape",
          "in a filter value a backslash stands before *, ? or another backslash",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Using_Filtering; observed: an answer of DescribeImages quoted in 2018",
          "FLT-08",
          "FLT-09")
      .saying(quoted("Invalid filter value: The escape sequence '{sequence}' is invalid"));

  private static final ImmutableList<Rule> ALL = ImmutableList.of(
      FILTER_NAME, FILTERS_LIMIT, FILTER_VALUES_LIMIT, FILTER_VALUE_LENGTH, FILTER_ESCAPE);

  private FilterRules() {}

  /** {@return the rules} */
  public static ImmutableList<Rule> all() {
    return ALL;
  }

  /**
   * Adds what is wrong with the filters of a request to an operation that has these names. If they
   * are too many, that is all: nobody looks at each of a million.
   */
  public static void check(
      ImmutableList<Filter> filters,
      ImmutableSet<String> names,
      ImmutableList.Builder<Violation> found) {
    if (filters.size() > MOST_FILTERS) {
      found.add(FILTERS_LIMIT.brokenBy("filters", filters.size() + " filters"));
      return;
    }
    long values = filters.stream().mapToLong(filter -> filter.values().size()).sum();
    if (values > MOST_VALUES) {
      found.add(FILTER_VALUES_LIMIT.brokenBy("filters", values + " values"));
      return;
    }
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      if (!isName(filter.name(), names)) {
        found.add(FILTER_NAME
            .brokenBy("filters[%d].name".formatted(i), filter.name())
            .hinting(meant(filter.name(), names)));
      }
      if (!Characters.areLegal(filter.name())) {
        Characters.malformed("filters[%d].name".formatted(i), filter.name()).ifPresent(found::add);
      }
      for (int j = 0; j < filter.values().size(); j++) {
        String value = filter.values().get(j);
        if (value.codePointCount(0, value.length()) > LONGEST_VALUE) {
          found.add(FILTER_VALUE_LENGTH.brokenBy(pathOfValue(i, j), value));
        }
        Optional<String> badEscape = FilterPattern.badEscape(value);
        if (badEscape.isPresent()) {
          found.add(
              FILTER_ESCAPE.brokenBy(pathOfValue(i, j), value).with("sequence", badEscape.get()));
        }
        if (!Characters.areLegal(value)) {
          Characters.malformed(pathOfValue(i, j), value).ifPresent(found::add);
        }
      }
    }
  }

  /** Where a value of a filter stands in a request. */
  public static String pathOfValue(int filter, int value) {
    return "filters[%d].values[%d]".formatted(filter, value);
  }

  /** A question for the name that was probably meant; empty text if none is near. */
  private static String meant(String name, ImmutableSet<String> names) {
    int key = name.indexOf(':') + 1;
    Optional<String> nearest = key == 0
        ? NearestName.of(name, names)
        : NearestName.of(name.substring(0, key), ImmutableSet.of(Filter.TAG))
            .map(tag -> tag + name.substring(key));
    return nearest
        .map(meant -> "did you mean %s?".formatted(meant.equals(Filter.TAG) ? "tag:KEY" : meant))
        .orElse("");
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

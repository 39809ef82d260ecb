package dev.amikit.query;

import static dev.amikit.rule.ErrorCode.FILTER_LIMIT_EXCEEDED;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_NEXT_TOKEN;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_USER_ID_MALFORMED;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What EC2 asks of a query before it looks for anything, and the two things it asks after. */
final class QueryRules {
  private static final String IMAGES = "API reference, DescribeImages";
  private static final String SNAPSHOTS = "API reference, DescribeSnapshots";
  private static final String FILTERING = "EC2 User Guide, Filter limits";
  private static final int MOST_IDS = 1000;
  private static final int SMALLEST_PAGE = 5;
  private static final int MOST_FILTERS = 50;
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_VALUE = 255;

  static final int LARGEST_PAGE = 1000;

  static final Rule IMAGE_EXISTS = rule(
      "image-query.image-exists",
      "an image ID that is asked for exists in the Region",
      INVALID_AMI_ID_NOT_FOUND,
      "error codes; observed",
      "QRY-03",
      "COM-03",
      "ID-09");

  static final Rule SNAPSHOT_EXISTS = rule(
      "snapshot-query.snapshot-exists",
      "a snapshot ID that is asked for exists in the Region",
      INVALID_SNAPSHOT_NOT_FOUND,
      SNAPSHOTS,
      "SQRY-04");

  static final Rule NEXT_TOKEN = rule(
      "query.next-token",
      "a next token comes from an answer to the same query by the same account",
      INVALID_NEXT_TOKEN,
      IMAGES + "; error codes",
      "QRY-21",
      "WAIT-05",
      "ERR-39");

  static final Rule OWNERS = rule(
      "image-query.owners",
      "an owner is a 12-digit account ID, self, amazon, aws-marketplace or aws-backup-vault",
      INVALID_USER_ID_MALFORMED,
      IMAGES,
      "QRY-08",
      "QRY-10",
      "ERR-37");

  static final Rule EXECUTABLE_USERS = rule(
      "image-query.executable-users",
      "an executable user is a 12-digit account ID, self or all",
      INVALID_USER_ID_MALFORMED,
      IMAGES,
      "QRY-11",
      "ERR-37");

  static final Rule OWNER_IDS = rule(
      "snapshot-query.owner-ids",
      "an owner of snapshots is a 12-digit account ID, self or amazon",
      INVALID_USER_ID_MALFORMED,
      SNAPSHOTS,
      "SQRY-06");

  static final Rule RESTORABLE_BY = rule(
      "snapshot-query.restorable-by-user-ids",
      "who can restore is a 12-digit account ID, self or all",
      INVALID_USER_ID_MALFORMED,
      SNAPSHOTS,
      "SQRY-07");

  static final Rule IDS_LIMIT = rule(
      "query.ids-limit",
      "a query names at most 1,000 IDs",
      INVALID_PARAMETER_VALUE,
      "EC2 API Developer Guide, Pagination",
      "QRY-06");

  static final Rule MAX_RESULTS = rule(
      "query.max-results",
      "a page has 5 to 1,000 items; snapshots take larger values as 1,000",
      INVALID_PARAMETER_VALUE,
      "observed; API reference, DescribeSnapshots",
      "QRY-18",
      "SQRY-08");

  static final Rule MAX_RESULTS_OR_IDS = rule(
      "query.max-results-or-ids",
      "a query has a page size or names IDs, not both",
      INVALID_PARAMETER_COMBINATION,
      "observed",
      "QRY-19",
      "SQRY-08");

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

  static final Rule DISABLED_STATE = rule(
      "image-query.disabled-state",
      "a state filter names disabled only together with IncludeDisabled",
      INVALID_PARAMETER,
      "observed",
      "QRY-17",
      "FLT-66",
      "LIFE-13",
      "DISABLE-08",
      "ERR-14");

  static final ImmutableList<Rule> OF_BOTH = ImmutableList.of(
      NEXT_TOKEN,
      IDS_LIMIT,
      MAX_RESULTS,
      MAX_RESULTS_OR_IDS,
      FILTER_NAME,
      FILTERS_LIMIT,
      FILTER_VALUES_LIMIT,
      FILTER_VALUE_LENGTH);

  private QueryRules() {}

  static void checkIds(
      String path, int ids, OptionalInt maxResults, ImmutableList.Builder<Violation> found) {
    if (ids > MOST_IDS) {
      found.add(IDS_LIMIT.brokenBy(path, ids));
    }
    if (ids > 0 && maxResults.isPresent()) {
      found.add(MAX_RESULTS_OR_IDS.brokenBy("maxResults", maxResults.getAsInt()));
    }
  }

  /** The refusal of IDs that the Region does not know, if there are any. */
  static Optional<Refusal> refusal(
      Rule exists, String path, ImmutableSet<?> unknown, String message) {
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal(
            exists.errorCode(),
            message,
            unknown.stream()
                .map(id -> exists.brokenBy(path, id))
                .collect(ImmutableList.toImmutableList())));
  }

  static void checkUsers(
      Rule rule,
      String path,
      ImmutableSet<UserId> users,
      ImmutableSet<UserId> words,
      ImmutableList.Builder<Violation> found) {
    for (UserId user : users) {
      if (!user.isAccount() && !words.contains(user)) {
        found.add(rule.brokenBy(path, user));
      }
    }
  }

  static void checkPageSize(
      OptionalInt maxResults,
      boolean smallPages,
      int largest,
      ImmutableList.Builder<Violation> found) {
    int smallest = smallPages ? 1 : SMALLEST_PAGE;
    if (maxResults.isPresent()
        && (maxResults.getAsInt() < smallest || maxResults.getAsInt() > largest)) {
      found.add(MAX_RESULTS.brokenBy("maxResults", maxResults.getAsInt()));
    }
  }

  static void checkFilters(
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
}

package dev.amikit.page;

import static dev.amikit.rule.ErrorCode.INVALID_NEXT_TOKEN;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.OptionalInt;

/** What EC2 asks of a request for a page, and of a query that names IDs instead. */
public final class PageRules {
  /** How many items the largest page has. */
  public static final int LARGEST_PAGE = 1_000;

  private static final String IMAGES = "API reference, DescribeImages";
  private static final int SMALLEST_OF_QUERY = 5;
  private static final int SMALLEST_OF_TAGS = 5;
  private static final int MOST_IDS = 1_000;

  static final Rule NEXT_TOKEN = rule(
      "query.next-token",
      "a next token comes from an answer to the same query by the same account",
      INVALID_NEXT_TOKEN,
      IMAGES + "; error codes",
      "QRY-21",
      "WAIT-05",
      "ERR-39");

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

  static final Rule IDS_LIMIT = rule(
      "query.ids-limit",
      "a query names at most 1,000 IDs",
      INVALID_PARAMETER_VALUE,
      "EC2 API Developer Guide, Pagination",
      "QRY-06");

  /** How many items a page of most lists has. */
  public static final Rule OF_LIST = Rule.rule(
      "listing.max-results",
      "a page of what is in the Recycle Bin or of image metadata has 1 to 1,000 items",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, ListImagesInRecycleBin and DescribeInstanceImageMetadata",
      "BIN-23",
      "QUOTA-14",
      "REF-03");

  /** How many items a page of tags has. */
  public static final Rule OF_TAGS = Rule.rule(
      "describe-tags.max-results",
      "a page of tags has 5 to 1,000 items",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, DescribeTags",
      "TAG-24");

  /** How many items a page of retention rules has. */
  public static final Rule OF_RULES = Rule.rule(
      "list-rules.max-results",
      "a page of retention rules has 1 to 1,000 items",
      ErrorCode.VALIDATION_EXCEPTION,
      "Recycle Bin API reference, ListRules",
      "BIN-30");

  private static final ImmutableList<Rule> ALL = ImmutableList.of(
      NEXT_TOKEN, MAX_RESULTS, MAX_RESULTS_OR_IDS, IDS_LIMIT, OF_LIST, OF_TAGS, OF_RULES);

  private PageRules() {}

  /** {@return the rules} */
  public static ImmutableList<Rule> all() {
    return ALL;
  }

  /**
   * Tells what is wrong with the IDs of a query.
   *
   * @param path the IDs
   * @param ids how many they are
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofIds(String path, int ids, OptionalInt maxResults) {
    requireNonNull(path, "path");
    requireNonNull(maxResults, "maxResults");
    ImmutableList.Builder<Violation> found = ImmutableList.builder();
    if (ids > MOST_IDS) {
      found.add(IDS_LIMIT.brokenBy(path, ids));
    }
    if (ids > 0 && maxResults.isPresent()) {
      found.add(MAX_RESULTS_OR_IDS.brokenBy("maxResults", maxResults.getAsInt()));
    }
    return found.build();
  }

  /**
   * Tells what is wrong with the page size of a query.
   *
   * @param maxResults how many items a page is to have at most
   * @param largest how many it may have
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofQuery(OptionalInt maxResults, int largest) {
    requireNonNull(maxResults, "maxResults");
    return size(MAX_RESULTS, SMALLEST_OF_QUERY, largest, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of the Recycle Bin or of image metadata.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofList(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_LIST, 1, LARGEST_PAGE, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of tags.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofTags(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_TAGS, SMALLEST_OF_TAGS, LARGEST_PAGE, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of retention rules.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofRules(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_RULES, 1, LARGEST_PAGE, maxResults);
  }

  private static ImmutableList<Violation> size(
      Rule rule, int smallest, int largest, OptionalInt maxResults) {
    return maxResults.isEmpty()
            || maxResults.getAsInt() >= smallest && maxResults.getAsInt() <= largest
        ? ImmutableList.of()
        : ImmutableList.of(rule.brokenBy("maxResults", maxResults.getAsInt()));
  }
}

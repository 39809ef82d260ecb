package dev.amikit.page;

import static dev.amikit.rule.ErrorCode.INVALID_NEXT_TOKEN;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.OptionalInt;

/** What EC2 asks of a request for a page, and of a query that names IDs instead. */
public final class PageRules {
  /** How many items the largest page has. */
  public static final int LARGEST_PAGE = 1_000;

  private static final String IMAGES = "API reference, DescribeImages";
  private static final int MOST_IDS = 1_000;

  private static final String CONSTRAINT = "1 validation error detected: Value '{value}' at"
      + " 'maxResults' failed to satisfy constraint: Member must have value ";
  private static final MessageTemplate TOO_SMALL =
      quoted(CONSTRAINT + "greater than or equal to 1");
  private static final MessageTemplate TOO_LARGE =
      quoted(CONSTRAINT + "less than or equal to 1000");
  private static final MessageTemplate SMALLER_THAN_FIVE =
      quoted(CONSTRAINT + "greater than or equal to 5");
  private static final MessageTemplate FEW_IMAGES =
      recorded("Invalid value '{value}' for maxResults. Expecting a value greater than 5.");
  private static final MessageTemplate MANY_IMAGES =
      own("Invalid value '{value}' for maxResults. Expecting a value less than 1000.");
  private static final MessageTemplate FEW = quoted(
      "Value ( {value} ) for parameter maxResults is invalid. Expecting a value greater than 5.");
  private static final MessageTemplate MANY = own(
      "Value ( {value} ) for parameter maxResults is invalid. Expecting a value less than 1000.");

  /** What EC2 says of a token that is one, but not of this request. */
  private static final MessageTemplate OTHER_TOKEN =
      recorded("Value ( {value} ) for parameter NextToken is invalid. The token is Invalid.");

  static final Rule NEXT_TOKEN = rule(
          "query.next-token",
          "a next token comes from an answer to the same query by the same account",
          INVALID_NEXT_TOKEN,
          IMAGES + "; error codes",
          "QRY-21",
          "WAIT-05",
          "ERR-39")
      .saying(recorded("Unable to parse pagination token"), OTHER_TOKEN);

  static final Rule MAX_RESULTS = rule(
          "query.max-results",
          "a page has 5 to 1,000 items; snapshots take larger values as 1,000",
          INVALID_PARAMETER_VALUE,
          "API reference, DescribeSnapshots; observed: a recorded answer of DescribeImages,"
              + " September 2026",
          "QRY-18",
          "SQRY-08")
      .saying(FEW_IMAGES, MANY_IMAGES, FEW);

  static final Rule MAX_RESULTS_OR_IDS = rule(
          "query.max-results-or-ids",
          "a query has a page size or names IDs, not both",
          INVALID_PARAMETER_COMBINATION,
          "observed: a recorded answer of DescribeImages, September 2026",
          "QRY-19",
          "SQRY-08")
      .saying(recorded("The parameter {ids} cannot be used with the parameter maxResults"));

  /** How many IDs a call names, where it can name several. */
  public static final Rule IDS_LIMIT = rule(
          "query.ids-limit",
          "a call names at most 1,000 IDs",
          INVALID_PARAMETER_VALUE,
          "EC2 API Developer Guide, Pagination; API reference, TerminateInstances",
          "QRY-06",
          "REF-03")
      .saying(own("The maximum number of IDs specified on a single call is 1000"));

  /** How many items a page of most lists has. */
  public static final Rule OF_LIST = Rule.rule(
          "listing.max-results",
          "a page of images in the Recycle Bin or of image metadata has 1 to 1,000 items",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ListImagesInRecycleBin and DescribeInstanceImageMetadata",
          "BIN-23",
          "QUOTA-14",
          "REF-03")
      .saying(TOO_SMALL, TOO_LARGE);

  /** How many items a page of newer lists of snapshots has. */
  public static final Rule OF_NEWER_SNAPSHOTS = Rule.rule(
          "listing.max-results-of-snapshots",
          "a page of snapshots that are locked, or in the Recycle Bin, has 5 to 1,000 items",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ListSnapshotsInRecycleBin and DescribeLockedSnapshots",
          "SBIN-07",
          "LOCK-01")
      .saying(SMALLER_THAN_FIVE, TOO_LARGE);

  /** How many items a page of tags has. */
  public static final Rule OF_TAGS = Rule.rule(
          "describe-tags.max-results",
          "a page of tags has 5 to 1,000 items",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeTags",
          "TAG-24")
      .saying(FEW, MANY);

  /** How many items a page of retention rules has. */
  public static final Rule OF_RULES = Rule.rule(
          "list-rules.max-results",
          "a page of retention rules has 1 to 1,000 items",
          ErrorCode.VALIDATION_EXCEPTION,
          "Recycle Bin API reference, ListRules",
          "BIN-30")
      .saying(TOO_SMALL, TOO_LARGE);

  /** What the Recycle Bin says of a token that is none. It has no code of its own for that. */
  public static final Rule TOKEN_OF_RULES = Rule.rule(
          "list-rules.next-token",
          "a next token of ListRules comes from an answer to the same request by the same account",
          ErrorCode.VALIDATION_EXCEPTION,
          "Recycle Bin API reference, ListRules, Errors and NextToken",
          "QRY-21",
          "BIN-30")
      .saying(
          own("1 validation error detected: Value '{nextToken}' at 'nextToken' failed to satisfy"
              + " constraint: Member must satisfy regular expression pattern:"
              + " ^[A-Za-z0-9+/=]{1,2048}$"),
          own("The token '{nextToken}' is invalid."));

  private static final MessageTemplate MORE_THAN_200 =
      own(CONSTRAINT + "less than or equal to 200");

  /** How many items a page of store image tasks has. */
  public static final Rule OF_STORE_IMAGE_TASKS = Rule.rule(
          "describe-store-image-tasks.max-results",
          "a page of store image tasks has 1 to 200 items",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeStoreImageTasks, MaxResults",
          "STORE-15")
      .saying(TOO_SMALL, MORE_THAN_200);

  private static final MessageTemplate NEGATIVE = own(CONSTRAINT + "greater than or equal to 0");

  /** How many items a page of images with fast launch has. */
  public static final Rule OF_FAST_LAUNCH_IMAGES = Rule.rule(
          "describe-fast-launch-images.max-results",
          "a page of images with fast launch has 0 to 200 items, where 0 is as many as by default",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeFastLaunchImages, MaxResults",
          "FAST-23")
      .saying(NEGATIVE, MORE_THAN_200);

  /** How many items a page of usage reports, or of their entries, has. */
  public static final Rule OF_USAGE_REPORTS = Rule.rule(
          "describe-image-usage-reports.max-results",
          "a page of image usage reports, or of their entries, has at least 1 item",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeImageUsageReports and DescribeImageUsageReportEntries,"
              + " MaxResults",
          "WAIT-05")
      .saying(TOO_SMALL);

  /** How many items a page of references to images has. */
  public static final Rule OF_IMAGE_REFERENCES = Rule.rule(
          "describe-image-references.max-results",
          "a page of references to images has at least 5 items",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeImageReferences, MaxResults",
          "USE-09",
          "REF-05")
      .saying(SMALLER_THAN_FIVE);

  private static final ImmutableList<Rule> ALL = ImmutableList.of(
      NEXT_TOKEN,
      MAX_RESULTS,
      MAX_RESULTS_OR_IDS,
      IDS_LIMIT,
      OF_LIST,
      OF_NEWER_SNAPSHOTS,
      OF_TAGS,
      OF_RULES,
      OF_STORE_IMAGE_TASKS,
      OF_FAST_LAUNCH_IMAGES,
      OF_USAGE_REPORTS,
      OF_IMAGE_REFERENCES,
      TOKEN_OF_RULES);

  private PageRules() {}

  /** {@return the rules} */
  public static ImmutableList<Rule> all() {
    return ALL;
  }

  /**
   * Tells what is wrong with the IDs of a call.
   *
   * @param path the IDs
   * @param ids how many they are
   * @return the broken rule, if there are too many
   */
  public static ImmutableList<Violation> ofIds(String path, int ids) {
    requireNonNull(path, "path");
    return ids > MOST_IDS
        ? ImmutableList.of(IDS_LIMIT.brokenBy(path, ids + " IDs"))
        : ImmutableList.of();
  }

  /**
   * Tells what is wrong with the IDs of a query.
   *
   * @param path the IDs
   * @param name what EC2 calls them where they meet a page size
   * @param ids how many they are
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofIds(
      String path, String name, int ids, OptionalInt maxResults) {
    requireNonNull(name, "name");
    requireNonNull(maxResults, "maxResults");
    ImmutableList.Builder<Violation> found =
        ImmutableList.<Violation>builder().addAll(ofIds(path, ids));
    if (ids > 0 && maxResults.isPresent()) {
      found.add(MAX_RESULTS_OR_IDS.brokenBy("maxResults", maxResults.getAsInt()).with("ids", name));
    }
    return found.build();
  }

  /**
   * Tells what is wrong with the page size of a query for images.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofImages(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(MAX_RESULTS, 5, FEW_IMAGES, LARGEST_PAGE, MANY_IMAGES, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a query for snapshots, of which a page has at most
   * 1,000, whatever more is asked for.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofSnapshots(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(MAX_RESULTS, 5, FEW, Integer.MAX_VALUE, MANY, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of binned images or of image metadata.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofList(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_LIST, 1, TOO_SMALL, LARGEST_PAGE, TOO_LARGE, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of snapshots that are locked or binned.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofNewerSnapshots(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_NEWER_SNAPSHOTS, 5, SMALLER_THAN_FIVE, LARGEST_PAGE, TOO_LARGE, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of tags.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofTags(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_TAGS, 5, FEW, LARGEST_PAGE, MANY, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of retention rules.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofRules(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_RULES, 1, TOO_SMALL, LARGEST_PAGE, TOO_LARGE, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of store image tasks.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofStoreImageTasks(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_STORE_IMAGE_TASKS, 1, TOO_SMALL, 200, MORE_THAN_200, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of images with fast launch.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofFastLaunchImages(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_FAST_LAUNCH_IMAGES, 0, NEGATIVE, 200, MORE_THAN_200, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of usage reports, or of their entries, which
   * has no upper bound.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofUsageReports(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(OF_USAGE_REPORTS, 1, TOO_SMALL, Integer.MAX_VALUE, TOO_LARGE, maxResults);
  }

  /**
   * Tells what is wrong with the page size of a list of references to images, which has no upper
   * bound.
   *
   * @param maxResults how many items a page is to have at most
   * @return the broken rules
   */
  public static ImmutableList<Violation> ofImageReferences(OptionalInt maxResults) {
    requireNonNull(maxResults, "maxResults");
    return size(
        OF_IMAGE_REFERENCES, 5, SMALLER_THAN_FIVE, Integer.MAX_VALUE, TOO_LARGE, maxResults);
  }

  private static ImmutableList<Violation> size(
      Rule rule,
      int smallest,
      MessageTemplate few,
      int largest,
      MessageTemplate many,
      OptionalInt maxResults) {
    int size = maxResults.orElse(smallest);
    return size >= smallest && size <= largest
        ? ImmutableList.of()
        : ImmutableList.of(rule.brokenBy("maxResults", size).saying(size < smallest ? few : many));
  }
}

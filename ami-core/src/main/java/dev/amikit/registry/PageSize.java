package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.OptionalInt;

/** How many items a page of a list has. */
final class PageSize {
  static final int LARGEST = 1_000;

  private static final int SMALLEST_OF_TAGS = 5;

  static final Rule OF_LIST = Rule.rule(
      "listing.max-results",
      "a page of what is in the Recycle Bin or of image metadata has 1 to 1,000 items",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, ListImagesInRecycleBin and DescribeInstanceImageMetadata",
      "BIN-23",
      "QUOTA-14",
      "REF-03");

  static final Rule OF_TAGS = Rule.rule(
      "describe-tags.max-results",
      "a page of tags has 5 to 1,000 items",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, DescribeTags",
      "TAG-24");

  static final ImmutableList<Rule> RULES = ImmutableList.of(OF_LIST, OF_TAGS);

  private PageSize() {}

  /** What is wrong with the page size of a list. */
  static ImmutableList<Violation> ofList(OptionalInt maxResults) {
    return violations(OF_LIST, 1, maxResults);
  }

  /** What is wrong with the page size of a list of tags. */
  static ImmutableList<Violation> ofTags(OptionalInt maxResults) {
    return violations(OF_TAGS, SMALLEST_OF_TAGS, maxResults);
  }

  private static ImmutableList<Violation> violations(
      Rule rule, int smallest, OptionalInt maxResults) {
    return maxResults.isEmpty()
            || maxResults.getAsInt() >= smallest && maxResults.getAsInt() <= LARGEST
        ? ImmutableList.of()
        : ImmutableList.of(rule.brokenBy("maxResults", maxResults.getAsInt()));
  }
}

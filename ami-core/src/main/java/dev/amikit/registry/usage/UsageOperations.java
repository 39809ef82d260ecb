package dev.amikit.registry.usage;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations that tell who uses images. */
public final class UsageOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CreateImageUsageReport.FEW_ACCOUNTS,
      CreateImageUsageReport.TYPE_KNOWN,
      CreateImageUsageReport.INSTANCES_ALONE,
      CreateImageUsageReport.WITHOUT_OPTIONS,
      CreateImageUsageReport.REPORTS_LIMIT,
      DescribeImageReferences.FEW_IDS,
      DescribeImageReferences.TYPE_KNOWN,
      DescribeImageReferences.OPTION_OF_TYPE,
      DescribeImageReferences.OPTION_VALUE,
      UsageReports.FEW_IDS);

  private UsageOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}

package dev.amikit.registry.usage;

import static dev.amikit.rule.MessageTemplate.own;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.page.PageRules;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.usage.ImageUsageReport;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What both lists of usage reports have in common: whose reports they are about. */
final class UsageReports {
  private static final int MOST_IDS = 200;

  /** A request names at most 200 images and 200 reports. */
  static final Rule FEW_IDS = Rule.rule(
          "describe-image-usage-reports.few-ids",
          "a list of image usage reports is asked for by at most 200 images and 200 reports",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeImageUsageReports and DescribeImageUsageReportEntries",
          "USE-03")
      .saying(own("The maximum number of {parameter} specified on a single call is 200"));

  private UsageReports() {}

  /** What is wrong with the form of a request, its filters aside. */
  static ImmutableList<Violation> malformed(
      ImmutableSet<ImageId> imageIds,
      ImmutableSet<ImageUsageReportId> reportIds,
      OptionalInt maxResults) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (imageIds.size() > MOST_IDS) {
      broken.add(FEW_IDS.brokenBy("imageIds", imageIds.size()));
    }
    if (reportIds.size() > MOST_IDS) {
      broken.add(FEW_IDS.brokenBy("reportIds", reportIds.size()));
    }
    return broken.addAll(PageRules.ofUsageReports(maxResults)).build();
  }

  /** The reports of the caller: those named, or all if none is; of these the ones on the images. */
  static Stream<ImageUsageReport> of(
      Plan plan, ImmutableSet<ImageId> imageIds, ImmutableSet<ImageUsageReportId> reportIds) {
    Stream<ImageUsageReport> reports = reportIds.isEmpty()
        ? plan.here().usageReports().ownedBy(plan.caller())
        : reportIds.stream().map(id -> plan.ownImageUsageReport(id, "reportIds"));
    return reports.filter(report -> imageIds.isEmpty() || imageIds.contains(report.imageId()));
  }
}

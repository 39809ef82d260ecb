package dev.amikit.registry.usage;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.filter.match.FilterAttributes.always;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.Filters;
import dev.amikit.filter.match.Timestamps;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.page.PageRequest;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.Violation;
import dev.amikit.usage.ImageUsageReportEntry;

/**
 * {@code DescribeImageUsageReportEntries}: what the reports of the caller counted, by report and
 * account. A report that is not available has no entries yet, or never will.
 *
 * @param imageIds the images; entries on others are left out; at most 200, empty for all
 * @param reportIds the reports, at most 200; empty for all
 * @param filters the filters: {@code account-id}, {@code creation-time} of the report, and
 *     {@code resource-type}
 * @param page which page; it has at least 1 entry, by default all come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageUsageReportEntries.html">DescribeImageUsageReportEntries</a>
 */
public record DescribeImageUsageReportEntries(
    ImmutableSet<ImageId> imageIds,
    ImmutableSet<ImageUsageReportId> reportIds,
    ImmutableList<Filter> filters,
    PageRequest page)
    implements Listing<ImageUsageReportEntry> {
  private static final Filters<ImageUsageReportEntry> FILTERS =
      new Filters<>(ImmutableMap.<String, FilterAttribute<ImageUsageReportEntry>>of(
          "account-id",
          always(ImageUsageReportEntry::accountId),
          "creation-time",
          always(entry -> Timestamps.milliseconds(entry.reportCreationTime())),
          "resource-type",
          always(ImageUsageReportEntry::resourceType)));

  /**
   * Refuses null.
   *
   * @param imageIds the images; entries on others are left out; at most 200, empty for all
   * @param reportIds the reports, at most 200; empty for all
   * @param filters the filters: {@code account-id}, {@code creation-time} of the report, and
   *     {@code resource-type}
   * @param page which page; it has at least 1 entry, by default all come at once
   */
  public DescribeImageUsageReportEntries {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(reportIds, "reportIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for the entries that filters find, all at once.
   *
   * @param filters the filters: {@code account-id}, {@code creation-time} of the report, and
   *     {@code resource-type}
   * @return the request
   */
  public static DescribeImageUsageReportEntries of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeImageUsageReportEntries(
        ImmutableSet.of(), ImmutableSet.of(), ImmutableList.copyOf(filters), PageRequest.first());
  }

  /**
   * Asks for the entries of reports, all at once.
   *
   * @param reportIds the reports, at most 200; none for all
   * @return the request
   */
  public static DescribeImageUsageReportEntries ofReports(ImageUsageReportId... reportIds) {
    requireNonNull(reportIds, "reportIds");
    return new DescribeImageUsageReportEntries(
        ImmutableSet.of(), ImmutableSet.copyOf(reportIds), ImmutableList.of(), PageRequest.first());
  }

  @Override
  public DescribeImageUsageReportEntries on(PageRequest page) {
    return new DescribeImageUsageReportEntries(imageIds, reportIds, filters, page);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(UsageReports.malformed(imageIds, reportIds, page.maxResults()))
        .addAll(FILTERS.violations(filters))
        .build();
  }

  @Override
  public String request() {
    return "entries of usage reports " + ImmutableSortedSet.copyOf(reportIds) + " on "
        + ImmutableSortedSet.copyOf(imageIds) + " " + filters;
  }

  @Override
  public Outcome<Result<ImageUsageReportEntry>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<ImageUsageReportEntry> found = UsageReports.of(plan, imageIds, reportIds)
          .flatMap(report -> plan.here().usageReports().entries(report.reportId()).stream())
          .filter(FILTERS.predicate(filters))
          .collect(toImmutableList());
      return Result.of(
          found,
          entry -> entry.reportId() + "/" + entry.accountId() + "/" + entry.resourceType(),
          () -> asked(situation),
          plan.now());
    });
  }
}

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
import dev.amikit.filter.match.FilterAttributes;
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
import dev.amikit.usage.ImageUsageReport;

/**
 * {@code DescribeImageUsageReports}: the reports on the usage of images that the caller asked for
 * in the last 30 days, by ID.
 *
 * @param imageIds the images; reports on others are left out; at most 200, empty for all
 * @param reportIds the reports, at most 200; empty for all
 * @param filters the filters: {@code creation-time}, {@code state}, {@code tag-key} and
 *     {@code tag:KEY}
 * @param page which page; it has at least 1 report, by default all come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageUsageReports.html">DescribeImageUsageReports</a>
 */
public record DescribeImageUsageReports(
    ImmutableSet<ImageId> imageIds,
    ImmutableSet<ImageUsageReportId> reportIds,
    ImmutableList<Filter> filters,
    PageRequest page)
    implements Listing<ImageUsageReport> {
  private static final Filters<ImageUsageReport> FILTERS = new Filters<>(
      ImmutableMap.<String, FilterAttribute<ImageUsageReport>>of(
          "creation-time",
          always(report -> Timestamps.milliseconds(report.creationTime())),
          "state",
          always(ImageUsageReport::state),
          "tag-key",
          FilterAttributes.tagKeys(ImageUsageReport::tags)),
      key -> FilterAttributes.tag(ImageUsageReport::tags, key));

  /**
   * Refuses null.
   *
   * @param imageIds the images; reports on others are left out; at most 200, empty for all
   * @param reportIds the reports, at most 200; empty for all
   * @param filters the filters: {@code creation-time}, {@code state}, {@code tag-key} and
   *     {@code tag:KEY}
   * @param page which page; it has at least 1 report, by default all come at once
   */
  public DescribeImageUsageReports {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(reportIds, "reportIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for the reports that filters find, all at once.
   *
   * @param filters the filters: {@code creation-time}, {@code state}, {@code tag-key} and
   *     {@code tag:KEY}
   * @return the request
   */
  public static DescribeImageUsageReports of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeImageUsageReports(
        ImmutableSet.of(), ImmutableSet.of(), ImmutableList.copyOf(filters), PageRequest.first());
  }

  /**
   * Asks for reports, all at once.
   *
   * @param reportIds the reports, at most 200; none for all
   * @return the request
   */
  public static DescribeImageUsageReports ofReports(ImageUsageReportId... reportIds) {
    requireNonNull(reportIds, "reportIds");
    return new DescribeImageUsageReports(
        ImmutableSet.of(), ImmutableSet.copyOf(reportIds), ImmutableList.of(), PageRequest.first());
  }

  @Override
  public DescribeImageUsageReports on(PageRequest page) {
    return new DescribeImageUsageReports(imageIds, reportIds, filters, page);
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
    return "usage reports " + ImmutableSortedSet.copyOf(reportIds) + " on "
        + ImmutableSortedSet.copyOf(imageIds) + " " + filters;
  }

  @Override
  public Outcome<Result<ImageUsageReport>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<ImageUsageReport> found = UsageReports.of(plan, imageIds, reportIds)
          .filter(FILTERS.predicate(filters))
          .collect(toImmutableList());
      return Result.of(found, ImageUsageReport::reportId, () -> asked(situation), plan.now());
    });
  }
}

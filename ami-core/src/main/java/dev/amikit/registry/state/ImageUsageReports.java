package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.registry.store.Owned;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The reports on the usage of images in a Region, of all accounts, with what they counted. */
public final class ImageUsageReports {
  private static final ImageUsageReports EMPTY =
      new ImageUsageReports(Owned.none(Counted::owner, Counted::reportId));

  /** A report, the account that asked for it, and what it counted. */
  private record Counted(
      AccountId owner, ImageUsageReport report, ImmutableList<ImageUsageReportEntry> entries) {
    ImageUsageReportId reportId() {
      return report.reportId();
    }
  }

  private final Owned<ImageUsageReportId, Counted> reports;

  private ImageUsageReports(Owned<ImageUsageReportId, Counted> reports) {
    this.reports = reports;
  }

  static ImageUsageReports none() {
    return EMPTY;
  }

  /**
   * Returns a report.
   *
   * @param id its ID
   * @return the report; empty if there is none
   */
  public Optional<ImageUsageReport> get(ImageUsageReportId id) {
    requireNonNull(id, "id");
    return reports.get(id).map(Counted::report);
  }

  /**
   * Returns a report of an account.
   *
   * @param owner the account
   * @param id the ID of the report
   * @return the report; empty if there is none, or another account asked for it
   */
  public Optional<ImageUsageReport> get(AccountId owner, ImageUsageReportId id) {
    requireNonNull(owner, "owner");
    requireNonNull(id, "id");
    return reports.get(id).filter(asked -> asked.owner().equals(owner)).map(Counted::report);
  }

  /**
   * Returns what a report counted.
   *
   * @param id the ID of the report
   * @return its entries, by account; none unless it is available
   */
  public ImmutableList<ImageUsageReportEntry> entries(ImageUsageReportId id) {
    requireNonNull(id, "id");
    return reports.get(id).map(Counted::entries).orElse(ImmutableList.of());
  }

  /**
   * Returns the reports of an account.
   *
   * @param owner the account
   * @return its reports, by ID
   */
  public Stream<ImageUsageReport> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return reports.ownedBy(owner).map(Counted::report);
  }

  /**
   * Returns how many reports on an image are being created.
   *
   * @param imageId the image
   * @return their number
   */
  public int pending(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return (int) reports
        .all()
        .map(Counted::report)
        .filter(report -> report.isPending() && report.imageId().equals(imageId))
        .count();
  }

  /** The reports after one has been asked for. */
  ImageUsageReports begun(AccountId owner, ImageUsageReport report) {
    return new ImageUsageReports(reports.with(new Counted(owner, report, ImmutableList.of())));
  }

  /** The reports after one has been created. */
  ImageUsageReports ended(ImageUsageReport after, ImmutableList<ImageUsageReportEntry> counted) {
    return changed(after.reportId(), before -> new Counted(before.owner(), after, counted));
  }

  /** The reports with another one in place of that of its ID. */
  ImageUsageReports with(ImageUsageReport after) {
    return changed(
        after.reportId(), before -> new Counted(before.owner(), after, before.entries()));
  }

  private ImageUsageReports changed(ImageUsageReportId id, UnaryOperator<Counted> change) {
    return reports
        .get(id)
        .map(before -> new ImageUsageReports(reports.with(change.apply(before))))
        .orElse(this);
  }

  ImageUsageReports without(ImageUsageReportId id) {
    return new ImageUsageReports(reports.without(id));
  }

  /** Two shelves are equal if they hold the same reports with the same entries. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageUsageReports that && reports.equals(that.reports);
  }

  @Override
  public int hashCode() {
    return reports.hashCode();
  }
}

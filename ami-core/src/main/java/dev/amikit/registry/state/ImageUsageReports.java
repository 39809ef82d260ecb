package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The reports on the usage of images in a Region, of all accounts, with what they counted. */
public final class ImageUsageReports {
  private static final ImageUsageReports EMPTY = new ImageUsageReports(HashMap.empty());

  /** A report, the account that asked for it, and what it counted. */
  private record Owned(
      AccountId owner, ImageUsageReport report, ImmutableList<ImageUsageReportEntry> entries) {}

  private final Map<ImageUsageReportId, Owned> byId;

  private ImageUsageReports(Map<ImageUsageReportId, Owned> byId) {
    this.byId = byId;
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
    return byId.get(id).map(Owned::report).toJavaOptional();
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
    return byId.get(id)
        .filter(owned -> owned.owner().equals(owner))
        .map(Owned::report)
        .toJavaOptional();
  }

  /**
   * Returns what a report counted.
   *
   * @param id the ID of the report
   * @return its entries, by account; none unless it is available
   */
  public ImmutableList<ImageUsageReportEntry> entries(ImageUsageReportId id) {
    requireNonNull(id, "id");
    return byId.get(id).map(Owned::entries).getOrElse(ImmutableList.of());
  }

  /**
   * Returns the reports of an account.
   *
   * @param owner the account
   * @return its reports, by ID
   */
  public Stream<ImageUsageReport> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return byId.valuesIterator()
        .toJavaStream()
        .filter(owned -> owned.owner().equals(owner))
        .map(Owned::report)
        .sorted(comparing(ImageUsageReport::reportId));
  }

  /**
   * Returns how many reports on an image are being created.
   *
   * @param imageId the image
   * @return their number
   */
  public int pending(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return byId.valuesIterator()
        .map(Owned::report)
        .count(report -> report.isPending() && report.imageId().equals(imageId));
  }

  /** The reports after one has been asked for. */
  ImageUsageReports begun(AccountId owner, ImageUsageReport report) {
    return new ImageUsageReports(
        byId.put(report.reportId(), new Owned(owner, report, ImmutableList.of())));
  }

  /** The reports after one has been created. */
  ImageUsageReports ended(ImageUsageReport after, ImmutableList<ImageUsageReportEntry> counted) {
    return changed(after.reportId(), before -> new Owned(before.owner(), after, counted));
  }

  /** The reports with another one in place of that of its ID. */
  ImageUsageReports with(ImageUsageReport after) {
    return changed(after.reportId(), before -> new Owned(before.owner(), after, before.entries()));
  }

  private ImageUsageReports changed(ImageUsageReportId id, UnaryOperator<Owned> change) {
    return new ImageUsageReports(
        byId.computeIfPresent(id, (same, before) -> change.apply(before))._2);
  }

  ImageUsageReports without(ImageUsageReportId id) {
    return new ImageUsageReports(byId.remove(id));
  }

  /** Two shelves are equal if they hold the same reports with the same entries. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageUsageReports reports && byId.equals(reports.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}

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
import java.util.stream.Stream;

/** The reports on the usage of images in a Region, of all accounts, with what they counted. */
public final class ImageUsageReports {
  private static final ImageUsageReports EMPTY =
      new ImageUsageReports(HashMap.empty(), HashMap.empty(), HashMap.empty());

  /** A report, and the account that asked for it. */
  private record Owned(AccountId owner, ImageUsageReport report) {}

  private final Map<ImageUsageReportId, Owned> byId;
  private final Map<ImageUsageReportId, ImmutableList<ImageUsageReportEntry>> entries;

  /** How many reports on an image are being created. */
  private final Map<ImageId, Integer> pending;

  private ImageUsageReports(
      Map<ImageUsageReportId, Owned> byId,
      Map<ImageUsageReportId, ImmutableList<ImageUsageReportEntry>> entries,
      Map<ImageId, Integer> pending) {
    this.byId = byId;
    this.entries = entries;
    this.pending = pending;
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
    return entries.getOrElse(id, ImmutableList.of());
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
    return pending.getOrElse(imageId, 0);
  }

  /** The reports after one has been asked for. */
  ImageUsageReports begun(AccountId owner, ImageUsageReport report) {
    return new ImageUsageReports(
        byId.put(report.reportId(), new Owned(owner, report)),
        entries,
        counted(report.imageId(), 1));
  }

  /** The reports after one has been created. */
  ImageUsageReports ended(ImageUsageReport after, ImmutableList<ImageUsageReportEntry> counted) {
    ImageUsageReports changed = ended(after);
    return new ImageUsageReports(
        changed.byId, entries.put(after.reportId(), counted), changed.pending);
  }

  /** The reports after one has been created, or could not be. */
  ImageUsageReports ended(ImageUsageReport after) {
    return new ImageUsageReports(with(after).byId, entries, counted(after.imageId(), -1));
  }

  /** The reports with another one in place of that of its ID, in the same state. */
  ImageUsageReports with(ImageUsageReport after) {
    return new ImageUsageReports(
        byId.computeIfPresent(after.reportId(), (id, before) -> new Owned(before.owner(), after))
            ._2,
        entries,
        pending);
  }

  ImageUsageReports without(ImageUsageReportId id) {
    return new ImageUsageReports(
        byId.remove(id),
        entries.remove(id),
        get(id)
            .filter(ImageUsageReport::isPending)
            .map(report -> counted(report.imageId(), -1))
            .orElse(pending));
  }

  private Map<ImageId, Integer> counted(ImageId imageId, int difference) {
    int count = pending(imageId) + difference;
    return count == 0 ? pending.remove(imageId) : pending.put(imageId, count);
  }

  /** Two shelves are equal if they hold the same reports with the same entries. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ImageUsageReports reports
            && byId.equals(reports.byId)
            && entries.equals(reports.entries);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}

package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.amikit.registry.state.PartitionState.present;
import static dev.amikit.registry.state.PartitionState.requireAbsent;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.Region;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;

/** What has happened to reports on the usage of images. */
public sealed interface ImageUsageReportEvent extends RegistryEvent.InRegion {
  /** {@return the report} */
  ImageUsageReportId reportId();

  /**
   * A report was asked for.
   *
   * @param region where
   * @param ownerId the account that asked for it
   * @param report the report, pending
   */
  record ImageUsageReportCreated(Region region, AccountId ownerId, ImageUsageReport report)
      implements ImageUsageReportEvent {
    /**
     * Refuses null, and a report that is not pending.
     *
     * @param region where
     * @param ownerId the account that asked for it
     * @param report the report, pending
     */
    public ImageUsageReportCreated {
      requireNonNull(region, "region");
      requireNonNull(ownerId, "ownerId");
      requireNonNull(report, "report");
      checkArgument(report.isPending(), "%s is %s", report.reportId(), report.state());
    }

    @Override
    public ImageUsageReportId reportId() {
      return report.reportId();
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      ImageUsageReports before = state.in(region).usageReports();
      requireAbsent(before.get(reportId()).isPresent(), region, reportId());
      return state.changed(region, here -> here.with(reportId(), before.begun(ownerId, report)));
    }
  }

  /**
   * A report became available.
   *
   * @param region where
   * @param reportId the report
   * @param entries what it counted, by account
   */
  record ImageUsageReportCompleted(
      Region region, ImageUsageReportId reportId, ImmutableList<ImageUsageReportEntry> entries)
      implements ImageUsageReportEvent {
    /**
     * Refuses null, and entries of another report.
     *
     * @param region where
     * @param reportId the report
     * @param entries what it counted, by account
     */
    public ImageUsageReportCompleted {
      requireNonNull(region, "region");
      requireNonNull(reportId, "reportId");
      requireNonNull(entries, "entries");
      entries.forEach(
          entry -> checkArgument(entry.reportId().equals(reportId), "%s: %s", reportId, entry));
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      ImageUsageReports before = state.in(region).usageReports();
      ImageUsageReport report = pendingReport(before, region, reportId);
      return state.changed(
          region, here -> here.with(reportId, before.ended(report.completed(), entries)));
    }
  }

  /**
   * A report could not be created.
   *
   * @param region where
   * @param reportId the report
   * @param reason why
   */
  record ImageUsageReportFailed(Region region, ImageUsageReportId reportId, String reason)
      implements ImageUsageReportEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param reportId the report
     * @param reason why
     */
    public ImageUsageReportFailed {
      requireNonNull(region, "region");
      requireNonNull(reportId, "reportId");
      requireNonNull(reason, "reason");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      ImageUsageReports before = state.in(region).usageReports();
      ImageUsageReport report = pendingReport(before, region, reportId);
      return state.changed(region, here -> here.with(reportId, before.with(report.failed(reason))));
    }
  }

  /**
   * The owner of a report changed its tags.
   *
   * @param region where
   * @param reportId the report
   * @param tags its tags now
   */
  record ImageUsageReportTagged(Region region, ImageUsageReportId reportId, Tags tags)
      implements ImageUsageReportEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param reportId the report
     * @param tags its tags now
     */
    public ImageUsageReportTagged {
      requireNonNull(region, "region");
      requireNonNull(reportId, "reportId");
      requireNonNull(tags, "tags");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      ImageUsageReports before = state.in(region).usageReports();
      ImageUsageReport report = present(before.get(reportId), region, reportId);
      return state.changed(region, here -> here.with(reportId, before.with(report.withTags(tags))));
    }
  }

  /**
   * A report was deleted, by its owner or when its 30 days were over.
   *
   * @param region where
   * @param reportId the report
   */
  record ImageUsageReportDeleted(Region region, ImageUsageReportId reportId)
      implements ImageUsageReportEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param reportId the report
     */
    public ImageUsageReportDeleted {
      requireNonNull(region, "region");
      requireNonNull(reportId, "reportId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      ImageUsageReports before = state.in(region).usageReports();
      ImageUsageReport unused = present(before.get(reportId), region, reportId);
      return state.changed(region, here -> here.with(reportId, before.without(reportId)));
    }
  }

  private static ImageUsageReport pendingReport(
      ImageUsageReports before, Region region, ImageUsageReportId reportId) {
    return present(
        before.get(reportId).filter(ImageUsageReport::isPending), region, "pending " + reportId);
  }
}

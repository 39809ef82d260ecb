package dev.amikit.registry.state;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.image.StateReason;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A report on the usage of an image is being created: it counts the instances that there are when
 * it ends, terminated ones left out. EC2's own figures lag behind by a day.
 *
 * @param reportId the report
 * @param ownerId the account that asked for it
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record ImageUsageCount(
    ImageUsageReportId reportId,
    AccountId ownerId,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /**
   * Refuses null.
   *
   * @param reportId the report
   * @param ownerId the account that asked for it
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public ImageUsageCount {
    requireNonNull(reportId, "reportId");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
  }

  @Override
  public Kind kind() {
    return Kind.IMAGE_USAGE_COUNT;
  }

  @Override
  public ImageUsageReportId subject() {
    return reportId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return ended(
        here,
        report -> new ImageUsageReportEvent.ImageUsageReportCompleted(
            here.region(), reportId, entries(here, report)));
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ended(
        here,
        report -> new ImageUsageReportEvent.ImageUsageReportFailed(
            here.region(), reportId, reason.message()));
  }

  /** What happens when it ends, to a report that is still pending. */
  private ImmutableList<RegistryEvent> ended(
      RegionState here, Function<ImageUsageReport, RegistryEvent> event) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    events.add(new RegistryEvent.TaskEnded(here.region(), reportId));
    here.usageReports()
        .get(reportId)
        .filter(ImageUsageReport::isPending)
        .map(event)
        .ifPresent(events::add);
    return events.build();
  }

  /**
   * Whether the use of an account counts: another one than the owner of the image, if asked for.
   */
  private boolean counts(ImageUsageReport report, AccountId account) {
    return !account.equals(ownerId)
        && (report.accountIds().isEmpty() || report.accountIds().contains(account));
  }

  private ImmutableList<ImageUsageReportEntry> entries(RegionState here, ImageUsageReport report) {
    Map<AccountId, Long> instances = here.instances()
        .all()
        .filter(instance -> instance.image().imageId().equals(report.imageId())
            && instance.state() != InstanceState.TERMINATED
            && counts(report, instance.ownerId()))
        .collect(groupingBy(Instance::ownerId, TreeMap::new, counting()));
    return instances.entrySet().stream()
        .map(count -> new ImageUsageReportEntry(
            report.reportId(),
            report.imageId(),
            report.creationTime(),
            count.getKey(),
            ImageReferenceResourceType.INSTANCE,
            count.getValue()))
        .collect(toImmutableList());
  }
}

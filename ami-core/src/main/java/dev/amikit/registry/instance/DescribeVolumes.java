package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.filter.match.FilterAttributes.always;
import static dev.amikit.filter.match.FilterAttributes.optional;
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
import dev.amikit.id.VolumeId;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code DescribeVolumes}: the volumes of the caller, by ID.
 *
 * @param volumeIds those that are asked for, at most 1,000; empty for all
 * @param filters the filters; volumes have no operator, so one on it finds none
 * @param page which page; of volumes it has 5 to 500, and 500 if more are asked for; by default all
 *     come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html">DescribeVolumes</a>
 */
public record DescribeVolumes(
    ImmutableSet<VolumeId> volumeIds, ImmutableList<Filter> filters, PageRequest page)
    implements Listing<Volume> {
  private static final int LARGEST_PAGE = 500;

  private static final Filters<Volume> FILTERS = new Filters<>(
      ImmutableMap.<String, FilterAttribute<Volume>>builder()
          .put(
              "attachment.attach-time",
              attachment(attachment -> Timestamps.milliseconds(attachment.attachTime())))
          .put(
              "attachment.delete-on-termination", attachment(VolumeAttachment::deleteOnTermination))
          .put("attachment.device", attachment(VolumeAttachment::device))
          .put("attachment.instance-id", attachment(VolumeAttachment::instanceId))
          .put("attachment.status", attachment(attachment -> "attached"))
          .put("availability-zone", optional(Volume::availabilityZone))
          .put("availability-zone-id", optional(volume -> Optional.empty()))
          .put("create-time", always(volume -> Timestamps.milliseconds(volume.createTime())))
          .put("encrypted", always(Volume::isEncrypted))
          .put("fast-restored", always(volume -> false))
          .put("multi-attach-enabled", always(volume -> false))
          .put("operator.managed", always(volume -> false))
          .put("operator.principal", optional(volume -> Optional.empty()))
          .put("size", always(Volume::size))
          .put("snapshot-id", optional(Volume::snapshotId))
          .put("status", always(Volume::state))
          .put("tag-key", FilterAttributes.tagKeys(Volume::tags))
          .put("volume-id", always(Volume::volumeId))
          .put("volume-type", always(Volume::volumeType))
          .buildOrThrow(),
      key -> FilterAttributes.tag(Volume::tags, key));

  /**
   * Refuses null.
   *
   * @param volumeIds those that are asked for, at most 1,000; empty for all
   * @param filters the filters; volumes have no operator, so one on it finds none
   * @param page which page; of volumes it has 5 to 500, and 500 if more are asked for; by default
   *     all come at once
   */
  public DescribeVolumes {
    requireNonNull(volumeIds, "volumeIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for volumes, all at once.
   *
   * @param volumeIds the volumes; empty for all
   * @param filters the filters
   */
  public DescribeVolumes(ImmutableSet<VolumeId> volumeIds, Filter... filters) {
    this(volumeIds, ImmutableList.copyOf(requireNonNull(filters, "filters")), PageRequest.first());
  }

  /**
   * Asks for the volumes that filters find, all at once.
   *
   * @param filters the filters
   * @return the request
   */
  public static DescribeVolumes of(Filter... filters) {
    return new DescribeVolumes(ImmutableSet.of(), filters);
  }

  @Override
  public DescribeVolumes on(PageRequest page) {
    return new DescribeVolumes(volumeIds, filters, page);
  }

  @Override
  public PageRequest cut() {
    return page.atMost(LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(PageRules.ofIds("volumeIds", "volumeSet", volumeIds.size(), page.maxResults()))
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofSnapshots(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "volumes " + ImmutableSortedSet.copyOf(volumeIds) + " " + filters;
  }

  @Override
  public Outcome<Result<Volume>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<Volume> found =
          candidates(plan).filter(FILTERS.predicate(filters)).collect(toImmutableList());
      return Result.of(found, Volume::volumeId, () -> asked(situation), plan.now());
    });
  }

  private Stream<Volume> candidates(Plan plan) {
    return volumeIds.isEmpty()
        ? plan.here().volumes().ownedBy(plan.caller())
        : volumeIds.stream().map(id -> plan.ownVolume(id, "volumeIds"));
  }

  private static FilterAttribute<Volume> attachment(Function<VolumeAttachment, ?> member) {
    return optional(volume -> volume.attachment().map(member));
  }
}

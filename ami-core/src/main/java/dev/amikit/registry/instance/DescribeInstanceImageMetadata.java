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
import dev.amikit.id.InstanceId;
import dev.amikit.image.Ami;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * {@code DescribeInstanceImageMetadata}: which images the instances of the caller were launched
 * from, by ID of the instance. Terminated instances are told for an hour.
 *
 * @param instanceIds those that are asked for, at most 1,000; empty for all
 * @param filters the filters; the IDs of zones are not known, so one on these finds none
 * @param page which page; of instances it has 1 to 1,000, by default 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceImageMetadata.html">DescribeInstanceImageMetadata</a>
 */
public record DescribeInstanceImageMetadata(
    ImmutableSet<InstanceId> instanceIds, ImmutableList<Filter> filters, PageRequest page)
    implements Listing<InstanceImageMetadata> {
  private static final Filters<Described> FILTERS = new Filters<>(
      ImmutableMap.<String, FilterAttribute<Described>>builder()
          .put("availability-zone", optional(described -> described.instance.availabilityZone()))
          .put("zone-id", (described, test) -> false)
          .put("instance-id", always(described -> described.instance.instanceId()))
          .put("instance-state-name", always(described -> described.instance.state()))
          .put("instance-type", always(described -> described.instance.instanceType()))
          .put(
              "launch-time",
              always(described -> Timestamps.milliseconds(described.instance.launchTime())))
          .put(
              "image-allowed",
              optional(described -> described.metadata.imageMetadata().imageAllowed()))
          .put(
              "owner-alias",
              always(described -> described.metadata.imageMetadata().imageOwnerAlias()))
          .put(
              "owner-id", always(described -> described.metadata.imageMetadata().ownerId()))
          .put("tag-key", FilterAttributes.tagKeys(described -> described.instance.tags()))
          .buildOrThrow(),
      key -> FilterAttributes.tag(described -> described.instance.tags(), key));

  /**
   * Refuses null.
   *
   * @param instanceIds those that are asked for, at most 1,000; empty for all
   * @param filters the filters; the IDs of zones are not known, so one on these finds none
   * @param page which page; of instances it has 1 to 1,000, by default 1,000
   */
  public DescribeInstanceImageMetadata {
    requireNonNull(instanceIds, "instanceIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /** What filters look at. */
  private record Described(Instance instance, InstanceImageMetadata metadata) {}

  /**
   * Asks for instances in pages as large as can be.
   *
   * @param instanceIds the instances; empty for all
   * @param filters the filters
   */
  public DescribeInstanceImageMetadata(ImmutableSet<InstanceId> instanceIds, Filter... filters) {
    this(
        instanceIds, ImmutableList.copyOf(requireNonNull(filters, "filters")), PageRequest.first());
  }

  @Override
  public DescribeInstanceImageMetadata on(PageRequest page) {
    return new DescribeInstanceImageMetadata(instanceIds, filters, page);
  }

  @Override
  public PageRequest cut() {
    return page.orAtMost(PageRules.LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(PageRules.ofIds("instanceIds", instanceIds.size()))
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofList(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "metadata of " + ImmutableSortedSet.copyOf(instanceIds) + " " + filters;
  }

  @Override
  public Outcome<Result<InstanceImageMetadata>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<InstanceImageMetadata> found =
          DescribeInstances.described(plan, instanceIds).stream()
              .map(instance -> described(plan, instance))
              .filter(FILTERS.predicate(filters))
              .map(Described::metadata)
              .collect(toImmutableList());
      return Result.of(
          found, InstanceImageMetadata::instanceId, () -> asked(situation), plan.now());
    });
  }

  private static Described described(Plan plan, Instance instance) {
    Optional<Ami> image = plan.state().image(plan.region(), instance.image().imageId());
    return new Described(instance, InstanceImageMetadata.of(instance, image, plan.viewer()));
  }
}

package dev.amikit.registry.tag;

import static dev.amikit.filter.match.FilterAttributes.always;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.io.BaseEncoding;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.Filters;
import dev.amikit.id.ResourceId;
import dev.amikit.image.Ami;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RegionState;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tags;
import java.util.stream.Stream;

/**
 * {@code DescribeTags}: the tags that the caller attached to images and snapshots, its own and
 * those of others, and to its instances, volumes and image usage reports; by resource and key. Tags
 * go with what they are attached to.
 *
 * @param filters the filters: {@code key}, {@code resource-id}, {@code resource-type},
 *     {@code value}, and {@code tag:KEY}
 * @param page which page; of tags it has 5 to 1,000, by default all at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html">DescribeTags</a>
 */
public record DescribeTags(ImmutableList<Filter> filters, PageRequest page)
    implements Listing<TagDescription> {
  private static final ImageQuery OWN = ImageQuery.builder()
      .owners("self")
      .includeDeprecated(true)
      .includeDisabled(true)
      .build();

  private static final Filters<TagDescription> FILTERS = new Filters<>(
      ImmutableMap.<String, FilterAttribute<TagDescription>>builder()
          .put("key", always(TagDescription::key))
          .put("resource-id", always(TagDescription::resourceId))
          .put("resource-type", always(TagDescription::resourceType))
          .put("value", always(TagDescription::value))
          .buildOrThrow(),
      key -> (tag, test) -> tag.key().equals(key) && test.test(tag.value()));

  /**
   * Refuses null.
   *
   * @param filters the filters: {@code key}, {@code resource-id}, {@code resource-type},
   *     {@code value}, and {@code tag:KEY}
   * @param page which page; of tags it has 5 to 1,000, by default all at once
   */
  public DescribeTags {
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for tags, all at once.
   *
   * @param filters the filters
   * @return the request
   */
  public static DescribeTags of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeTags(ImmutableList.copyOf(filters), PageRequest.first());
  }

  @Override
  public DescribeTags on(PageRequest page) {
    return new DescribeTags(filters, page);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofTags(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "tags " + filters;
  }

  @Override
  public Outcome<Result<TagDescription>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<TagDescription> found =
          all(plan).filter(FILTERS.predicate(filters)).collect(ImmutableList.toImmutableList());
      return Result.of(found, DescribeTags::id, () -> asked(situation), plan.now());
    });
  }

  /** Keys may have spaces, IDs of results have none. */
  private static String id(TagDescription tag) {
    return tag.resourceId() + "/" + BaseEncoding.base16().encode(tag.key().getBytes(UTF_8));
  }

  private static Stream<TagDescription> all(Plan plan) {
    RegionState here = plan.here();
    return Streams.concat(
        ownImages(plan).flatMap(ami -> described(ami.imageId(), ami.tags())),
        Stream.concat(
                here.snapshots().ownedBy(plan.caller()), here.snapshots().binned(plan.caller()))
            .flatMap(snapshot -> described(snapshot.snapshotId(), snapshot.tags())),
        here.instances()
            .ownedBy(plan.caller())
            .flatMap(instance -> described(instance.instanceId(), instance.tags())),
        here.volumes()
            .ownedBy(plan.caller())
            .flatMap(volume -> described(volume.volumeId(), volume.tags())),
        here.usageReports()
            .ownedBy(plan.caller())
            .flatMap(report -> described(report.reportId(), report.tags())),
        here.foreignTags()
            .taggedBy(plan.caller())
            .filter(resource -> !TaggedResource.isGone(here, resource))
            .flatMap(
                resource -> described(resource, here.foreignTags().get(plan.caller(), resource))));
  }

  private static Stream<Ami> ownImages(Plan plan) {
    return Stream.concat(
        Streams.stream(plan.state().imageSource(plan.region()).candidates(OWN, plan.viewer()))
            .filter(ami -> ami.ownerId().equals(plan.caller())),
        plan.here().images().binned(plan.caller()));
  }

  private static Stream<TagDescription> described(ResourceId resource, Tags tags) {
    return Streams.stream(tags)
        .map(tag ->
            new TagDescription(tag.key(), resource.value(), resource.resourceType(), tag.value()));
  }
}

package dev.amikit.registry;

import static dev.amikit.query.FilterAttributes.always;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.io.BaseEncoding;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.query.Filter;
import dev.amikit.query.FilterAttribute;
import dev.amikit.query.Filters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.Result;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tags;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code DescribeTags}: the tags that the caller attached to images and snapshots, its own and
 * those of others, and to its instances and volumes; by resource and key. Tags go with what they
 * are attached to.
 *
 * @param filters the filters: {@code key}, {@code resource-id}, {@code resource-type},
 *     {@code value}, and {@code tag:KEY}
 * @param maxResults how many tags a page has at most, 5 to 1,000; empty for all at once
 * @param nextToken the token that the page before came with; empty for the first page
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html">DescribeTags</a>
 */
public record DescribeTags(
    ImmutableList<Filter> filters, OptionalInt maxResults, Optional<String> nextToken)
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
   * @param maxResults how many tags a page has at most, 5 to 1,000; empty for all at once
   * @param nextToken the token that the page before came with; empty for the first page
   */
  public DescribeTags {
    requireNonNull(filters, "filters");
    requireNonNull(maxResults, "maxResults");
    requireNonNull(nextToken, "nextToken");
  }

  /**
   * Asks for tags, all at once.
   *
   * @param filters the filters
   * @return the request
   */
  public static DescribeTags of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeTags(ImmutableList.copyOf(filters), OptionalInt.empty(), Optional.empty());
  }

  /**
   * Returns the request for pages.
   *
   * @param maxResults how many tags a page has at most
   * @return the request for the first page
   */
  public DescribeTags pages(int maxResults) {
    return new DescribeTags(filters, OptionalInt.of(maxResults), nextToken);
  }

  /**
   * Returns the request for the next page.
   *
   * @param token the token that the last page came with
   * @return this request, going on after that page
   */
  public DescribeTags next(String token) {
    requireNonNull(token, "token");
    return new DescribeTags(filters, maxResults, Optional.of(token));
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(FILTERS.violations(filters))
        .addAll(PageSize.ofTags(maxResults))
        .build();
  }

  @Override
  public String request() {
    return "tags " + filters;
  }

  @Override
  public Outcome<Result<TagDescription>> decide(Situation situation) {
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
        ownImages(plan)
            .flatMap(ami -> described(ami.imageId().value(), TagSpecification.IMAGE, ami.tags())),
        Stream.concat(here.snapshots(plan.caller()), here.binnedSnapshots(plan.caller()))
            .map(StoredSnapshot::snapshot)
            .flatMap(snapshot -> described(
                snapshot.snapshotId().value(), TagSpecification.SNAPSHOT, snapshot.tags())),
        here.instances
            .values()
            .toJavaStream()
            .filter(instance -> instance.ownerId().equals(plan.caller()))
            .filter(instance -> DescribeInstances.isTold(plan, instance))
            .flatMap(instance -> described(
                instance.instanceId().value(), TagSpecification.INSTANCE, instance.tags())),
        here.volumes
            .values()
            .toJavaStream()
            .filter(volume -> volume.ownerId().equals(plan.caller()))
            .flatMap(volume ->
                described(volume.volumeId().value(), TagSpecification.VOLUME, volume.tags())),
        here.foreignTags.toJavaStream().flatMap(entry -> foreign(plan, entry._1, entry._2)));
  }

  private static Stream<Ami> ownImages(Plan plan) {
    return Stream.concat(
        Streams.stream(plan.state().imageSource(plan.region()).candidates(OWN, plan.viewer()))
            .filter(ami -> ami.ownerId().equals(plan.caller())),
        plan.here().binnedImages(plan.caller()).stream().map(plan::image));
  }

  private static Stream<TagDescription> foreign(
      Plan plan, String resource, Map<AccountId, Tags> byAccount) {
    boolean isImage = !resource.startsWith("snap-");
    boolean isGone = isImage
        && plan.here()
            .images
            .get(ImageId.of(resource))
            .filter(ami -> ami.state() == AmiState.DEREGISTERED)
            .isPresent();
    return isGone
        ? Stream.empty()
        : described(
            resource,
            isImage ? TagSpecification.IMAGE : TagSpecification.SNAPSHOT,
            byAccount.getOrElse(plan.caller(), Tags.none()));
  }

  private static Stream<TagDescription> described(String resource, String type, Tags tags) {
    return Streams.stream(tags)
        .map(tag -> new TagDescription(tag.key(), resource, type, tag.value()));
  }
}

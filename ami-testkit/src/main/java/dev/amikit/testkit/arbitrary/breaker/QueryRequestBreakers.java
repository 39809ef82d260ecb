package dev.amikit.testkit.arbitrary.breaker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.several;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.page.PageRequest;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/**
 * Requests that rules of listings do not let pass. Queries of images and of snapshots are refused
 * when they are built; what stands here of them is what only the answer can tell.
 */
final class QueryRequestBreakers {
  private static final int MOST_FILTERS = 50;
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_VALUE = 255;
  private static final int MOST_IDS = 1_000;
  private static final int LEAST_PAGE = 5;
  private static final int LARGEST_PAGE = 1_000;
  private static final ImmutableList<Filter> NO_FILTERS = ImmutableList.of();

  /** A listing that filters, and one of the names of its filters. */
  private record Filtering(String name, Function<ImmutableList<Filter>, Listing<?>> listing) {}

  private static final ImmutableList<Filtering> FILTERING = ImmutableList.of(
      new Filtering(
          "instance-type",
          filters -> new DescribeInstances(ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "snapshot-id",
          filters -> new DescribeVolumes(ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "owner-alias",
          filters ->
              new DescribeInstanceImageMetadata(ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "lock-state",
          filters -> new DescribeLockedSnapshots(ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "tag:env", filters -> new DescribeSnapshotTierStatus(filters, PageRequest.first())),
      new Filtering(
          "bucket",
          filters -> new DescribeStoreImageTasks(ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "owner-id",
          filters -> new DescribeFastLaunchImages(ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "state",
          filters -> new DescribeImageUsageReports(
              ImmutableSet.of(), ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering(
          "account-id",
          filters -> new DescribeImageUsageReportEntries(
              ImmutableSet.of(), ImmutableSet.of(), filters, PageRequest.first())),
      new Filtering("key", filters -> new DescribeTags(filters, PageRequest.first())));

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .putAll(ofFilters())
          .putAll(ofPages())
          .put(
              "image-query.image-exists",
              requests(given -> new DescribeImages(ImageQuery.builder()
                  .imageIds(several(given.between(1, 3), given::imageId))
                  .build())))
          .put(
              "snapshot-query.snapshot-exists",
              requests(given -> new DescribeSnapshots(SnapshotQuery.builder()
                  .snapshotIds(several(given.between(1, 3), given::snapshotId))
                  .build())))
          .buildOrThrow();

  private QueryRequestBreakers() {}

  // Filters

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofFilters() {
    return ImmutableMap.of(
        "query.filter-name",
            filtered((given, name) ->
                Filter.of(given.one("Name", "nosuch-filter", "tag:", "lock_state"), given.name())),
        "query.filter-escape",
            filtered(
                (given, name) -> Filter.of(name, given.one("a\\b", "\\a*", "C:\\images", "a\\"))),
        "query.filter-value-length",
            filtered((given, name) -> Filter.of(name, "v".repeat(given.beyond(LONGEST_VALUE)))),
        "query.filter-values-limit",
            filtered((given, name) -> new Filter(name, texts(given.beyond(MOST_VALUES)))),
        "query.filters-limit",
            requests(given -> {
              Filtering filtering = given.one(FILTERING);
              return filtering.listing.apply(ImmutableList.copyOf(
                  Collections.nCopies(given.beyond(MOST_FILTERS), Filter.of(filtering.name, "a"))));
            }));
  }

  private interface MakingFilter {
    Filter of(Given given, String name);
  }

  /** Listings by a filter, perhaps beside a right one. */
  private static Arbitrary<Request<?>> filtered(MakingFilter filter) {
    return requests(given -> {
      Filtering filtering = given.one(FILTERING);
      ImmutableList.Builder<Filter> filters = ImmutableList.builder();
      if (given.maybe()) {
        filters.add(Filter.of(filtering.name, "a*"));
      }
      return filtering.listing.apply(
          filters.add(filter.of(given, filtering.name)).build());
    });
  }

  private static ImmutableList<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(n -> "v" + n).collect(toImmutableList());
  }

  // Pages

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofPages() {
    return ImmutableMap.of(
        "query.ids-limit", requests(QueryRequestBreakers::manyIds),
        "query.max-results",
            requests(given -> {
              PageRequest page = PageRequest.of(given.shortOf(LEAST_PAGE));
              return given.either(
                  () -> new DescribeInstances(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new DescribeVolumes(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new DescribeSnapshotTierStatus(NO_FILTERS, page));
            }),
        "query.max-results-or-ids",
            requests(given -> {
              PageRequest page = PageRequest.of(given.between(LEAST_PAGE, 20));
              return given.either(
                  () -> new DescribeInstances(
                      ImmutableSet.of(given.instance().instanceId()), NO_FILTERS, page),
                  () -> new DescribeVolumes(
                      ImmutableSet.of(given.volume().volumeId()), NO_FILTERS, page),
                  () -> new DescribeStoreImageTasks(
                      ImmutableSet.of(given.image().imageId()), NO_FILTERS, page));
            }),
        "query.next-token", requests(QueryRequestBreakers::otherTokens),
        "listing.max-results",
            requests(given -> {
              PageRequest page =
                  PageRequest.of(given.maybe() ? given.beyond(LARGEST_PAGE) : given.shortOf(1));
              return given.either(
                  () -> new DescribeInstanceImageMetadata(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new ListImagesInRecycleBin(ImmutableSet.of(), page));
            }),
        "listing.max-results-of-snapshots",
            requests(given -> {
              PageRequest page = PageRequest.of(
                  given.maybe() ? given.beyond(LARGEST_PAGE) : given.shortOf(LEAST_PAGE));
              return given.either(
                  () -> new DescribeLockedSnapshots(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new ListSnapshotsInRecycleBin(ImmutableSet.of(), page));
            }));
  }

  private static Operation<?> manyIds(Given given) {
    int many = given.beyond(MOST_IDS);
    return given.either(
        () -> new DescribeInstances(several(many, given::instanceId)),
        () -> new DescribeInstanceImageMetadata(several(many, given::instanceId)),
        () -> new StopInstances(several(many, given::instanceId)),
        () -> new StartInstances(several(many, given::instanceId)),
        () -> new TerminateInstances(several(many, given::instanceId)),
        () -> new DescribeVolumes(several(many, given::volumeId)),
        () -> new DescribeLockedSnapshots(several(many, given::snapshotId)),
        () -> new ListSnapshotsInRecycleBin(several(many, given::snapshotId), PageRequest.first()),
        () -> new DescribeFastLaunchImages(
            several(many, given::imageId), NO_FILTERS, PageRequest.first()));
  }

  /** Tokens that nobody gave, and tokens that were given to another request. */
  private static Operation<?> otherTokens(Given given) {
    if (given.maybe()) {
      PageRequest page = PageRequest.first().after(given.one("", "AAAA", given.name()));
      return given.one(FILTERING).listing.apply(NO_FILTERS).on(page);
    }
    for (int i = 0; i <= LEAST_PAGE; i++) {
      given.snapshot();
    }
    String token = given
        .done(new DescribeSnapshotTierStatus(NO_FILTERS, PageRequest.of(LEAST_PAGE)))
        .nextToken()
        .orElseThrow();
    return new DescribeSnapshotTierStatus(
        ImmutableList.of(Filter.of("tag:env", given.name())),
        PageRequest.first().after(token));
  }
}

package dev.amikit.testkit.arbitrary.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.testkit.arbitrary.registry.Scene.requests;
import static dev.amikit.testkit.arbitrary.registry.Scene.several;

import com.google.common.base.Strings;
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
          .put("image-query.image-exists", requests(scene -> scene.asks(new DescribeImages(
              ImageQuery.builder()
                  .imageIds(several(scene.between(1, 3), scene::imageId))
                  .build()))))
          .put("snapshot-query.snapshot-exists", requests(scene -> scene.asks(
              new DescribeSnapshots(SnapshotQuery.builder()
                  .snapshotIds(several(scene.between(1, 3), scene::snapshotId))
                  .build()))))
          .buildOrThrow();

  private QueryRequestBreakers() {}

  // Filters

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofFilters() {
    return ImmutableMap.of(
        "query.filter-name",
            filtered((scene, name) -> Filter.of(
                scene.one("Name", "nosuch-filter", "tag:", "lock_state"), scene.name())),
        "query.filter-escape",
            filtered((scene, name) ->
                Filter.of(name, scene.one("a\\b", "\\a*", "C:\\images", "a\\"))),
        "query.filter-value-length",
            filtered((scene, name) ->
                Filter.of(name, Strings.repeat("v", scene.beyond(LONGEST_VALUE)))),
        "query.filter-values-limit",
            filtered((scene, name) -> new Filter(
                name, texts(scene.beyond(MOST_VALUES)))),
        "query.filters-limit",
            requests(scene -> {
              Filtering filtering = scene.one(FILTERING);
              return scene.asks(filtering.listing.apply(ImmutableList.copyOf(
                  Collections.nCopies(
                      scene.beyond(MOST_FILTERS), Filter.of(filtering.name, "a")))));
            }));
  }

  private interface MakingFilter {
    Filter of(Scene scene, String name);
  }

  /** Listings by a filter, perhaps beside a right one. */
  private static Arbitrary<Request<?>> filtered(MakingFilter filter) {
    return requests(scene -> {
      Filtering filtering = scene.one(FILTERING);
      ImmutableList.Builder<Filter> filters = ImmutableList.builder();
      if (scene.maybe()) {
        filters.add(Filter.of(filtering.name, "a*"));
      }
      return scene.asks(filtering.listing.apply(
          filters.add(filter.of(scene, filtering.name)).build()));
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
            requests(scene -> {
              PageRequest page = PageRequest.of(scene.shortOf(LEAST_PAGE));
              return scene.asks(scene.<Operation<?>>either(
                  () -> new DescribeInstances(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new DescribeVolumes(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new DescribeSnapshotTierStatus(NO_FILTERS, page)));
            }),
        "query.max-results-or-ids",
            requests(scene -> {
              PageRequest page = PageRequest.of(scene.between(LEAST_PAGE, 20));
              return scene.asks(scene.<Operation<?>>either(
                  () -> new DescribeInstances(
                      ImmutableSet.of(scene.instance().instanceId()), NO_FILTERS, page),
                  () -> new DescribeVolumes(
                      ImmutableSet.of(scene.volume().volumeId()), NO_FILTERS, page),
                  () -> new DescribeStoreImageTasks(
                      ImmutableSet.of(scene.image().imageId()), NO_FILTERS, page)));
            }),
        "query.next-token", requests(QueryRequestBreakers::otherTokens),
        "listing.max-results",
            requests(scene -> {
              PageRequest page = PageRequest.of(
                  scene.maybe() ? scene.beyond(LARGEST_PAGE) : scene.shortOf(1));
              return scene.asks(scene.<Operation<?>>either(
                  () -> new DescribeInstanceImageMetadata(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new ListImagesInRecycleBin(ImmutableSet.of(), page)));
            }),
        "listing.max-results-of-snapshots",
            requests(scene -> {
              PageRequest page = PageRequest.of(
                  scene.maybe() ? scene.beyond(LARGEST_PAGE) : scene.shortOf(LEAST_PAGE));
              return scene.asks(scene.<Operation<?>>either(
                  () -> new DescribeLockedSnapshots(ImmutableSet.of(), NO_FILTERS, page),
                  () -> new ListSnapshotsInRecycleBin(ImmutableSet.of(), page)));
            }));
  }

  private static Request<?> manyIds(Scene scene) {
    int many = scene.beyond(MOST_IDS);
    return scene.asks(scene.<Operation<?>>either(
        () -> new DescribeInstances(several(many, scene::instanceId)),
        () -> new DescribeInstanceImageMetadata(several(many, scene::instanceId)),
        () -> new StopInstances(several(many, scene::instanceId)),
        () -> new StartInstances(several(many, scene::instanceId)),
        () -> new TerminateInstances(several(many, scene::instanceId)),
        () -> new DescribeVolumes(several(many, scene::volumeId)),
        () -> new DescribeLockedSnapshots(several(many, scene::snapshotId)),
        () -> new ListSnapshotsInRecycleBin(several(many, scene::snapshotId), PageRequest.first()),
        () -> new DescribeFastLaunchImages(
            several(many, scene::imageId), NO_FILTERS, PageRequest.first())));
  }

  /** Tokens that nobody gave, and tokens that were given to another request. */
  private static Request<?> otherTokens(Scene scene) {
    if (scene.maybe()) {
      PageRequest page = PageRequest.first().after(scene.one("", "AAAA", scene.name()));
      return scene.asks(scene.one(FILTERING).listing.apply(NO_FILTERS).on(page));
    }
    for (int i = 0; i <= LEAST_PAGE; i++) {
      scene.snapshot();
    }
    String token = scene
        .done(new DescribeSnapshotTierStatus(NO_FILTERS, PageRequest.of(LEAST_PAGE)))
        .nextToken()
        .orElseThrow();
    return scene.asks(new DescribeSnapshotTierStatus(
        ImmutableList.of(Filter.of("tag:env", scene.name())), PageRequest.first().after(token)));
  }
}

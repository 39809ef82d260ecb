package dev.amikit.registry.fastlaunch;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.filter.match.FilterAttributes.always;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.Filters;
import dev.amikit.id.ImageId;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.Violation;
import java.util.OptionalInt;

/**
 * {@code DescribeFastLaunchImages}: the fast launch that the caller has of images, by image. Images
 * of which it has none are left out, even if they are asked for.
 *
 * @param imageIds the images that are asked for, at most 1,000; empty for all
 * @param filters the filters: {@code resource-type}, {@code owner-id} and {@code state}
 * @param page which page; it has 0 to 200 items, where 0 is as many as by default: 200
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeFastLaunchImages.html">DescribeFastLaunchImages</a>
 */
public record DescribeFastLaunchImages(
    ImmutableSet<ImageId> imageIds, ImmutableList<Filter> filters, PageRequest page)
    implements Listing<FastLaunch> {
  private static final int LARGEST_PAGE = 200;

  private static final Filters<FastLaunch> FILTERS =
      new Filters<>(ImmutableMap.<String, FilterAttribute<FastLaunch>>of(
          "resource-type",
          always(fastLaunch -> fastLaunch.configuration().resourceType()),
          "owner-id",
          always(FastLaunch::ownerId),
          "state",
          always(FastLaunch::state)));

  /**
   * Refuses null.
   *
   * @param imageIds the images that are asked for, at most 1,000; empty for all
   * @param filters the filters: {@code resource-type}, {@code owner-id} and {@code state}
   * @param page which page; it has 0 to 200 items, where 0 is as many as by default: 200
   */
  public DescribeFastLaunchImages {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for the fast launch that filters find.
   *
   * @param filters the filters: {@code resource-type}, {@code owner-id} and {@code state}
   * @return the request
   */
  public static DescribeFastLaunchImages of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeFastLaunchImages(
        ImmutableSet.of(), ImmutableList.copyOf(filters), PageRequest.first());
  }

  /**
   * Asks for the fast launch of images.
   *
   * @param imageIds the images, at most 1,000; none for all
   * @return the request
   */
  public static DescribeFastLaunchImages ofImages(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return new DescribeFastLaunchImages(
        ImmutableSet.copyOf(imageIds), ImmutableList.of(), PageRequest.first());
  }

  @Override
  public DescribeFastLaunchImages on(PageRequest page) {
    return new DescribeFastLaunchImages(imageIds, filters, page);
  }

  @Override
  public PageRequest cut() {
    int size = page.maxResults().orElse(0);
    return new PageRequest(OptionalInt.of(size == 0 ? LARGEST_PAGE : size), page.nextToken());
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(PageRules.ofIds("imageIds", imageIds.size()))
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofFastLaunchImages(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "fast launch images " + ImmutableSortedSet.copyOf(imageIds) + " " + filters;
  }

  @Override
  public Outcome<Result<FastLaunch>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<FastLaunch> found = plan.here()
          .fastLaunches()
          .ownedBy(plan.caller())
          .filter(fastLaunch -> imageIds.isEmpty() || imageIds.contains(fastLaunch.imageId()))
          .filter(FILTERS.predicate(filters))
          .collect(toImmutableList());
      return Result.of(found, FastLaunch::imageId, () -> asked(situation), plan.now());
    });
  }
}

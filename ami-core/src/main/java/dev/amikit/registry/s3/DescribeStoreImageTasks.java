package dev.amikit.registry.s3;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.filter.match.FilterAttributes.always;
import static dev.amikit.rule.MessageTemplate.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.BaseEncoding;
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
import dev.amikit.registry.state.ImageStorage;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.s3.StoreImageTask;
import java.util.Locale;

/**
 * {@code DescribeStoreImageTasks}: the tasks of the caller that store images in S3, or did so in
 * the last 31 days, the newest first.
 *
 * @param imageIds the images whose tasks are asked for, at most 20; empty for all. With images the
 *     filters do not count
 * @param filters the filters: {@code task-state} and {@code bucket}
 * @param page which page; it has 1 to 200 tasks, by default 200, and none is asked for with images
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeStoreImageTasks.html">DescribeStoreImageTasks</a>
 */
public record DescribeStoreImageTasks(
    ImmutableSet<ImageId> imageIds, ImmutableList<Filter> filters, PageRequest page)
    implements Listing<StoreImageTask> {
  private static final int MOST_IDS = 20;
  private static final int LARGEST_PAGE = 200;

  private static final Filters<StoreImageTask> FILTERS =
      new Filters<>(ImmutableMap.<String, FilterAttribute<StoreImageTask>>of(
          "task-state",
          always(StoreImageTask::state),
          "bucket",
          always(task -> task.objectId().bucket())));

  /** A request names at most 20 images. */
  public static final Rule FEW_IDS = Rule.rule(
          "describe-store-image-tasks.few-ids",
          "DescribeStoreImageTasks takes at most 20 image IDs",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeStoreImageTasks, ImageIds",
          "STORE-14")
      .saying(own("The maximum number of image IDs specified on a single call is 20"));

  /**
   * Refuses null.
   *
   * @param imageIds the images whose tasks are asked for, at most 20; empty for all. With images
   *     the filters do not count
   * @param filters the filters: {@code task-state} and {@code bucket}
   * @param page which page; it has 1 to 200 tasks, by default 200, and none is asked for with
   *     images
   */
  public DescribeStoreImageTasks {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for the tasks that filters find.
   *
   * @param filters the filters: {@code task-state} and {@code bucket}
   * @return the request
   */
  public static DescribeStoreImageTasks of(Filter... filters) {
    requireNonNull(filters, "filters");
    return new DescribeStoreImageTasks(
        ImmutableSet.of(), ImmutableList.copyOf(filters), PageRequest.first());
  }

  /**
   * Asks for the tasks that store images.
   *
   * @param imageIds the images, at most 20; none for all
   * @return the request
   */
  public static DescribeStoreImageTasks ofImages(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return new DescribeStoreImageTasks(
        ImmutableSet.copyOf(imageIds), ImmutableList.of(), PageRequest.first());
  }

  @Override
  public DescribeStoreImageTasks on(PageRequest page) {
    return new DescribeStoreImageTasks(imageIds, filters, page);
  }

  @Override
  public PageRequest cut() {
    return imageIds.isEmpty() ? page.orAtMost(LARGEST_PAGE) : page;
  }

  @Override
  public ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (imageIds.size() > MOST_IDS) {
      broken.add(FEW_IDS.brokenBy("imageIds", imageIds.size()));
    }
    return broken
        .addAll(PageRules.ofIds("imageIds", "imageIdsSet", imageIds.size(), page.maxResults()))
        .addAll(imageIds.isEmpty() ? FILTERS.violations(filters) : ImmutableList.of())
        .addAll(PageRules.ofStoreImageTasks(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "store image tasks " + ImmutableSortedSet.copyOf(imageIds) + " " + filters;
  }

  @Override
  public Outcome<Result<StoreImageTask>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<StoreImageTask> found = plan.here()
          .buckets()
          .tasks(plan.caller())
          .filter(task -> imageIds.isEmpty() || imageIds.contains(task.imageId()))
          .map(task -> asOfNow(plan, task))
          .filter(imageIds.isEmpty() ? FILTERS.predicate(filters) : task -> true)
          .collect(toImmutableList());
      return Result.of(
          found, DescribeStoreImageTasks::newestFirst, () -> asked(situation), plan.now());
    });
  }

  private static StoreImageTask asOfNow(Plan plan, StoreImageTask task) {
    return task.isInProgress()
        ? plan.here()
            .agenda()
            .task(task.objectId(), ImageStorage.class)
            .map(storage -> storage.at(task, plan.now()))
            .orElse(task)
        : task;
  }

  /** A text that is the smaller the later a task began; tasks of one second go by object. */
  private static String newestFirst(StoreImageTask task) {
    long before = Long.MAX_VALUE - task.taskStartTime().getEpochSecond();
    return String.format(
        Locale.ROOT,
        "%019d/%s",
        before,
        BaseEncoding.base16().encode(task.objectId().value().getBytes(UTF_8)));
  }
}

package dev.amikit.registry.recyclebin;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.id.ImageId;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/**
 * {@code ListImagesInRecycleBin}: the caller's own images that lie in the Recycle Bin of the
 * Region, in the order of their IDs.
 *
 * @param imageIds the images to list, at most 20; empty for all
 * @param page which page; of images it has 1 to 1,000, by default 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListImagesInRecycleBin.html">ListImagesInRecycleBin</a>
 */
public record ListImagesInRecycleBin(ImmutableSet<ImageId> imageIds, PageRequest page)
    implements Listing<ImageRecycleBinInfo> {
  private static final int MOST_IDS = 20;

  /** A request names at most 20 images. */
  public static final Rule FEW_IDS = Rule.rule(
          "list-images-in-recycle-bin.few-ids",
          "ListImagesInRecycleBin takes at most 20 image IDs",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ListImagesInRecycleBin",
          "BIN-23",
          "QUOTA-14")
      .saying(own("The maximum number of image IDs specified on a single call is 20"));

  /**
   * Refuses null.
   *
   * @param imageIds the images to list, at most 20; empty for all
   * @param page which page; of images it has 1 to 1,000, by default 1,000
   */
  public ListImagesInRecycleBin {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(page, "page");
  }

  /**
   * Asks for images in pages as large as can be.
   *
   * @param imageIds the images; empty for all
   */
  public ListImagesInRecycleBin(ImmutableSet<ImageId> imageIds) {
    this(imageIds, PageRequest.first());
  }

  @Override
  public ListImagesInRecycleBin on(PageRequest page) {
    return new ListImagesInRecycleBin(imageIds, page);
  }

  @Override
  public PageRequest cut() {
    return page.orAtMost(PageRules.LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(
            imageIds.size() > MOST_IDS
                ? ImmutableList.of(FEW_IDS.brokenBy("imageIds", imageIds.size()))
                : ImmutableList.of())
        .addAll(PageRules.ofList(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "images in the Recycle Bin " + ImmutableSortedSet.copyOf(imageIds);
  }

  @Override
  public Outcome<Result<ImageRecycleBinInfo>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<ImageRecycleBinInfo> found = plan.here()
          .images()
          .binned(plan.caller())
          .filter(ami -> imageIds.isEmpty() || imageIds.contains(ami.imageId()))
          .map(ImageRecycleBinInfo::of)
          .collect(ImmutableList.toImmutableList());
      return Result.of(found, ImageRecycleBinInfo::imageId, () -> asked(situation), plan.now());
    });
  }
}

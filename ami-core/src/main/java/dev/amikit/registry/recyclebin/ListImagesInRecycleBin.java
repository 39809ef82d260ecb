package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code ListImagesInRecycleBin}: the caller's own images that lie in the Recycle Bin of the
 * Region, in the order of their IDs.
 *
 * @param imageIds the images to list, at most 20; empty for all
 * @param maxResults how many images a page has at most, 1 to 1,000; empty for 1,000
 * @param nextToken the token that the page before came with; empty for the first page
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListImagesInRecycleBin.html">ListImagesInRecycleBin</a>
 */
public record ListImagesInRecycleBin(
    ImmutableSet<ImageId> imageIds, OptionalInt maxResults, Optional<String> nextToken)
    implements Listing<ListImagesInRecycleBin.BinnedImage> {
  private static final int MOST_IDS = 20;

  /** A request names at most 20 images. */
  public static final Rule FEW_IDS = Rule.rule(
      "list-images-in-recycle-bin.few-ids",
      "ListImagesInRecycleBin takes at most 20 image IDs",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, ListImagesInRecycleBin",
      "BIN-23",
      "QUOTA-14");

  /**
   * Refuses null.
   *
   * @param imageIds the images to list, at most 20; empty for all
   * @param maxResults how many images a page has at most, 1 to 1,000; empty for 1,000
   * @param nextToken the token that the page before came with; empty for the first page
   */
  public ListImagesInRecycleBin {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(maxResults, "maxResults");
    requireNonNull(nextToken, "nextToken");
  }

  /**
   * What EC2 tells of an image in the Recycle Bin, and no more.
   *
   * @param imageId its ID
   * @param name its name
   * @param description its description
   * @param recycleBinEnterTime when it was deregistered
   * @param recycleBinExitTime when it goes for good
   */
  public record BinnedImage(
      ImageId imageId,
      Optional<ImageName> name,
      Optional<String> description,
      Instant recycleBinEnterTime,
      Instant recycleBinExitTime) {
    /**
     * Refuses null.
     *
     * @param imageId its ID
     * @param name its name
     * @param description its description
     * @param recycleBinEnterTime when it was deregistered
     * @param recycleBinExitTime when it goes for good
     */
    public BinnedImage {
      requireNonNull(imageId, "imageId");
      requireNonNull(name, "name");
      requireNonNull(description, "description");
      requireNonNull(recycleBinEnterTime, "recycleBinEnterTime");
      requireNonNull(recycleBinExitTime, "recycleBinExitTime");
    }

    private static BinnedImage of(Ami ami) {
      RecycleBinStay stay = ami.recycleBinStay().orElseThrow();
      return new BinnedImage(
          ami.imageId(), ami.name(), ami.description(), stay.enterTime(), stay.exitTime());
    }
  }

  /**
   * Asks for images in pages as large as can be.
   *
   * @param imageIds the images; empty for all
   */
  public ListImagesInRecycleBin(ImmutableSet<ImageId> imageIds) {
    this(imageIds, OptionalInt.empty(), Optional.empty());
  }

  /**
   * Returns the request for pages of another size.
   *
   * @param maxResults how many images a page has at most
   * @return the request for the first page
   */
  public ListImagesInRecycleBin pages(int maxResults) {
    return new ListImagesInRecycleBin(imageIds, OptionalInt.of(maxResults), nextToken);
  }

  /**
   * Returns the request for the next page.
   *
   * @param token the token that the last page came with
   * @return this request, going on after that page
   */
  public ListImagesInRecycleBin next(String token) {
    requireNonNull(token, "token");
    return new ListImagesInRecycleBin(imageIds, maxResults, Optional.of(token));
  }

  @Override
  public OptionalInt pageSize() {
    return OptionalInt.of(maxResults.orElse(PageRules.LARGEST_PAGE));
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(
            imageIds.size() > MOST_IDS
                ? ImmutableList.of(FEW_IDS.brokenBy("imageIds", imageIds.size()))
                : ImmutableList.of())
        .addAll(PageRules.ofList(maxResults))
        .build();
  }

  @Override
  public String request() {
    return "images in the Recycle Bin " + ImmutableSortedSet.copyOf(imageIds);
  }

  @Override
  public Outcome<Result<BinnedImage>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<BinnedImage> found = plan.here()
          .images()
          .binned(plan.caller())
          .filter(ami -> imageIds.isEmpty() || imageIds.contains(ami.imageId()))
          .map(BinnedImage::of)
          .collect(ImmutableList.toImmutableList());
      return Result.of(found, image -> image.imageId().value(), () -> asked(situation), plan.now());
    });
  }
}

package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ListImagesInRecycleBin}: the caller's own images that lie in the Recycle Bin of the
 * Region, in the order of their IDs.
 *
 * @param imageIds the images to list, at most 20; empty for all
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListImagesInRecycleBin.html">ListImagesInRecycleBin</a>
 */
public record ListImagesInRecycleBin(ImmutableSet<ImageId> imageIds)
    implements ReadOperation<ImmutableList<ListImagesInRecycleBin.BinnedImage>> {
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
    private static BinnedImage of(Ami ami) {
      RecycleBinStay stay = ami.recycleBinStay().orElseThrow();
      return new BinnedImage(
          ami.imageId(), ami.name(), ami.description(), stay.enterTime(), stay.exitTime());
    }
  }

  @Override
  public Outcome<ImmutableList<BinnedImage>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(imageIds.size() <= MOST_IDS, FEW_IDS, "imageIds", imageIds.size());
      return plan.here().binnedImages(plan.caller()).stream()
          .filter(id -> imageIds.isEmpty() || imageIds.contains(id))
          .map(id -> BinnedImage.of(plan.image(id)))
          .collect(ImmutableList.toImmutableList());
    });
  }
}

package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.WatermarkKey;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code AttachImageWatermark}: marks an image as the source of what is made from it. Answers with
 * the key of the watermark: the caller's account ID and the name.
 *
 * @param imageId the image, which the caller owns
 * @param watermarkName the name, in the alphabet of image names
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachImageWatermark.html">AttachImageWatermark</a>
 */
public record AttachImageWatermark(ImageId imageId, String watermarkName)
    implements Operation<WatermarkKey> {
  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param watermarkName the name, in the alphabet of image names
   */
  public AttachImageWatermark {
    requireNonNull(imageId, "imageId");
    requireNonNull(watermarkName, "watermarkName");
  }

  @Override
  public Outcome<WatermarkKey> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      WatermarkKey key = new WatermarkKey(plan.caller(), watermarkName);
      plan.command(
          plan.ownImage(imageId), new dev.amikit.lifecycle.AttachWatermark(key, plan.region()));
      return key;
    });
  }
}

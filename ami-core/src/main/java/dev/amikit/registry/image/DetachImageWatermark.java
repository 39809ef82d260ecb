package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.WatermarkKey;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DetachImageWatermark}: takes a watermark off an image, whoever attached it; images made
 * from it keep theirs. Without such a watermark, nothing changes.
 *
 * @param imageId the image, which the caller owns
 * @param watermarkKey the key of the watermark, account ID included
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachImageWatermark.html">DetachImageWatermark</a>
 */
public record DetachImageWatermark(ImageId imageId, WatermarkKey watermarkKey)
    implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param watermarkKey the key of the watermark, account ID included
   */
  public DetachImageWatermark {
    requireNonNull(imageId, "imageId");
    requireNonNull(watermarkKey, "watermarkKey");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.command(plan.ownImage(imageId), new dev.amikit.lifecycle.DetachWatermark(watermarkKey));
      return Return.TRUE;
    });
  }
}

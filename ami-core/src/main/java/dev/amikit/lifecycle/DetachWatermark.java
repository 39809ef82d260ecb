package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.WatermarkKey;
import java.time.Instant;

/**
 * {@code DetachImageWatermark}: takes a watermark off the image, whoever attached it; images made
 * from it keep theirs. Without such a watermark, nothing changes.
 *
 * @param watermarkKey the key of the watermark
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachImageWatermark.html">DetachImageWatermark</a>
 */
public record DetachWatermark(WatermarkKey watermarkKey) implements AmiCommand {
  /**
   * Refuses null.
   *
   * @param watermarkKey the key of the watermark
   */
  public DetachWatermark {
    requireNonNull(watermarkKey, "watermarkKey");
  }

  @Override
  public AmiAction action() {
    return AmiAction.DETACH_IMAGE_WATERMARK;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.imageWatermarks().stream().anyMatch(w -> w.watermarkKey().equals(watermarkKey))
            ? Decision.accepted(new WatermarkDetached(watermarkKey))
            : Decision.unchanged());
  }
}

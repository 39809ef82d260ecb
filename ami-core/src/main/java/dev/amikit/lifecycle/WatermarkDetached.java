package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.WatermarkKey;

/**
 * The image lost a watermark; images made from it keep theirs.
 *
 * @param watermarkKey the key of the watermark
 */
public record WatermarkDetached(WatermarkKey watermarkKey) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param watermarkKey the key of the watermark
   */
  public WatermarkDetached {
    requireNonNull(watermarkKey, "watermarkKey");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withImageWatermarks(ami.imageWatermarks().stream()
        .filter(watermark -> !watermark.watermarkKey().equals(watermarkKey))
        .toList());
  }
}

package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import dev.amikit.image.WatermarkKey;

/**
 * The image lost a watermark; images made from it keep theirs.
 *
 * @param watermarkKey the key of the watermark
 */
public record WatermarkDetached(WatermarkKey watermarkKey) implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withImageWatermarks(ami.imageWatermarks().stream()
        .filter(watermark -> !watermark.watermarkKey().equals(watermarkKey))
        .toList());
  }
}

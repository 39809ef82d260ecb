package dev.amikit.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;

/**
 * The image got a watermark.
 *
 * @param watermark the watermark
 */
public record WatermarkAttached(ImageWatermark watermark) implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withImageWatermarks(ImmutableList.<ImageWatermark>builder()
        .addAll(ami.imageWatermarks())
        .add(watermark)
        .build());
  }
}

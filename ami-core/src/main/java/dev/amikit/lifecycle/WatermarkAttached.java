package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;

/**
 * The image got a watermark.
 *
 * @param watermark the watermark
 */
public record WatermarkAttached(ImageWatermark watermark) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param watermark the watermark
   */
  public WatermarkAttached {
    requireNonNull(watermark, "watermark");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withImageWatermarks(ImmutableList.<ImageWatermark>builder()
        .addAll(ami.imageWatermarks())
        .add(watermark)
        .build());
  }
}

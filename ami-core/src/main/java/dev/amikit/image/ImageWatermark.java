package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import java.time.Instant;

/**
 * A mark of provenance that passes to every image made from a marked one, its data unchanged. So an
 * image can carry the marks of several accounts.
 *
 * @param watermarkKey what identifies it
 * @param sourceImageId the image that it was first attached to
 * @param sourceImageRegion the Region of that image
 * @param sourceImageCreationTime when that image was made
 * @param watermarkCreationTime when it was attached to that image
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageWatermark.html">ImageWatermark</a>
 */
public record ImageWatermark(
    WatermarkKey watermarkKey,
    ImageId sourceImageId,
    Region sourceImageRegion,
    Instant sourceImageCreationTime,
    Instant watermarkCreationTime) {
  /**
   * Refuses null.
   *
   * @param watermarkKey what identifies it
   * @param sourceImageId the image that it was first attached to
   * @param sourceImageRegion the Region of that image
   * @param sourceImageCreationTime when that image was made
   * @param watermarkCreationTime when it was attached to that image
   */
  public ImageWatermark {
    requireNonNull(watermarkKey, "watermarkKey");
    requireNonNull(sourceImageId, "sourceImageId");
    requireNonNull(sourceImageRegion, "sourceImageRegion");
    requireNonNull(sourceImageCreationTime, "sourceImageCreationTime");
    requireNonNull(watermarkCreationTime, "watermarkCreationTime");
  }
}

package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.ErrorCode.RESOURCE_LIMIT_EXCEEDED;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * {@code AttachImageWatermark}: marks the image as the source of what is made from it. A key that
 * the image has already changes nothing.
 *
 * @param watermarkKey the account that asks, and the name that it chose
 * @param region the Region of the image
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachImageWatermark.html">AttachImageWatermark</a>
 */
public record AttachWatermark(WatermarkKey watermarkKey, Region region) implements AmiCommand {
  private static final int MOST = 5;

  /** A public image has no watermarks. */
  public static final Rule PRIVATE = Rule.rule(
          "attach-image-watermark.private",
          "a public image cannot get a watermark",
          OPERATION_NOT_PERMITTED,
          "API reference, AttachImageWatermark",
          "WMK-02",
          "WM-05",
          "INV-03")
      .saying(own("You can’t attach a watermark to this image because it is public. To attach a"
          + " watermark, you must first make the image private."));

  /** An image has at most five watermarks. */
  public static final Rule AT_MOST_FIVE = Rule.rule(
          "attach-image-watermark.at-most-five",
          "an image gets at most five watermarks, inherited ones included",
          RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, AMI watermarks",
          "WMK-07",
          "WM-04",
          "QUOTA-11")
      .saying(own(
          "You have reached your quota of 5 for the number of watermarks allowed on an image."));

  /**
   * Refuses null.
   *
   * @param watermarkKey the account that asks, and the name that it chose
   * @param region the Region of the image
   */
  public AttachWatermark {
    requireNonNull(watermarkKey, "watermarkKey");
    requireNonNull(region, "region");
  }

  @Override
  public AmiAction action() {
    return AmiAction.ATTACH_IMAGE_WATERMARK;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      if (ami.isPublic()) {
        return Decision.refused(PRIVATE, "launchPermissions", ami.knownLaunchPermissions());
      }
      if (ami.imageWatermarks().stream().anyMatch(w -> w.watermarkKey().equals(watermarkKey))) {
        return Decision.unchanged();
      }
      if (ami.imageWatermarks().size() >= MOST) {
        return Decision.refused(
            AT_MOST_FIVE, "imageWatermarks", ami.imageWatermarks().size());
      }
      return Decision.accepted(new WatermarkAttached(new ImageWatermark(
          watermarkKey, ami.imageId(), region, ami.creationDate().orElse(now), now)));
    });
  }
}

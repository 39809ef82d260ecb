package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.ModifyLaunchPermission.PUBLIC_WITHOUT_ENCRYPTION;
import static dev.amikit.lifecycle.ModifyLaunchPermission.PUBLIC_WITHOUT_PRODUCT_CODES;
import static dev.amikit.lifecycle.ModifyLaunchPermission.PUBLIC_WITHOUT_WATERMARKS;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ProductCode;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;
import dev.amikit.rule.Violation;
import dev.amikit.time.Times;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** What holds of public images, and of those that are to become public. */
final class PublicImage {
  private static final Period UNTIL_DEPRECATION = Period.ofYears(2);
  private static final Period UNUSED = Period.ofMonths(6);

  private PublicImage() {}

  /** A public image is deprecated at the latest 2 calendar years after its creation. */
  static Instant latestDeprecation(Instant creationDate) {
    return Times.plus(creationDate, UNTIL_DEPRECATION);
  }

  /**
   * The deprecation time that an image gets by becoming public; empty if it can keep what it has.
   */
  static Optional<Instant> newDeprecation(Ami ami) {
    Optional<Instant> latest = ami.creationDate().map(PublicImage::latestDeprecation);
    return latest.filter(
        time -> ami.deprecationTime().isEmpty() || ami.deprecationTime().get().isAfter(time));
  }

  /** Why an image cannot become public, in the order in which EC2 checks; empty if it can. */
  static ImmutableList<Violation> obstacles(Ami ami) {
    ImmutableList.Builder<Violation> obstacles = ImmutableList.builder();
    if (!ami.productCodes().isEmpty()) {
      obstacles.add(PUBLIC_WITHOUT_PRODUCT_CODES.brokenBy(
          "productCodes", Collections2.transform(ami.productCodes(), ProductCode::productCodeId)));
    }
    if (!ami.imageWatermarks().isEmpty()) {
      obstacles.add(PUBLIC_WITHOUT_WATERMARKS.brokenBy(
          "imageWatermarks",
          Collections2.transform(ami.imageWatermarks(), ImageWatermark::watermarkKey)));
    }
    for (int i = 0; i < ami.blockDeviceMappings().size(); i++) {
      BlockDeviceMapping device = ami.blockDeviceMappings().get(i);
      if (device.ebs().map(EbsBlockDevice::isEncrypted).orElse(false)) {
        obstacles.add(PUBLIC_WITHOUT_ENCRYPTION.brokenBy(
            "blockDeviceMappings[" + i + "].ebs.encrypted", true));
      }
    }
    return obstacles.build();
  }

  /** Whether an image is deprecated, and nothing was launched from it for six months. */
  static boolean isUnused(Ami ami, Instant now) {
    Optional<Instant> lastUse = ami.lastLaunchedTime().or(ami::creationDate);
    return ami.isDeprecatedAt(now)
        && lastUse.isPresent()
        && !Times.plus(lastUse.get(), UNUSED).isAfter(now);
  }
}

package dev.amikit.lifecycle;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.image.Ami;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What holds of public images, and of those that are to become public. */
final class PublicImage {
  private static final int YEARS_UNTIL_DEPRECATION = 2;
  private static final int MONTHS_UNUSED = 6;

  private PublicImage() {}

  /** A public image is deprecated at the latest 2 calendar years after its creation. */
  static Instant latestDeprecation(Instant creationDate) {
    return creationDate
        .atOffset(ZoneOffset.UTC)
        .plusYears(YEARS_UNTIL_DEPRECATION)
        .toInstant();
  }

  /**
   * The deprecation time that an image gets by becoming public; empty if it can keep what it has.
   */
  static Optional<Instant> newDeprecation(Ami ami) {
    Optional<Instant> latest = ami.creationDate().map(PublicImage::latestDeprecation);
    return latest.filter(
        time -> ami.deprecationTime().isEmpty() || ami.deprecationTime().get().isAfter(time));
  }

  /** Why an image cannot become public; empty if it can. */
  static Optional<Decision> refusal(Ami ami) {
    if (!ami.productCodes().isEmpty()) {
      return refused(
          ModifyLaunchPermission.PUBLIC_WITHOUT_PRODUCT_CODES, "productCodes", ami.productCodes());
    }
    if (!ami.imageWatermarks().isEmpty()) {
      return refused(
          ModifyLaunchPermission.PUBLIC_WITHOUT_WATERMARKS,
          "imageWatermarks",
          ami.imageWatermarks());
    }
    for (int i = 0; i < ami.blockDeviceMappings().size(); i++) {
      BlockDeviceMapping device = ami.blockDeviceMappings().get(i);
      if (device.ebs().map(EbsBlockDevice::isEncrypted).orElse(false)) {
        return refused(
            ModifyLaunchPermission.PUBLIC_WITHOUT_ENCRYPTION,
            "blockDeviceMappings[" + i + "].ebs.encrypted",
            true);
      }
    }
    return Optional.empty();
  }

  /** Whether an image is deprecated, and nothing was launched from it for six months. */
  static boolean isUnused(Ami ami, Instant now) {
    Optional<Instant> lastUse = ami.lastLaunchedTime().or(ami::creationDate);
    return ami.isDeprecatedAt(now)
        && lastUse.isPresent()
        && !lastUse
            .get()
            .atOffset(ZoneOffset.UTC)
            .plusMonths(MONTHS_UNUSED)
            .toInstant()
            .isAfter(now);
  }

  private static Optional<Decision> refused(Rule rule, String path, Object found) {
    return Optional.of(Decision.refused(rule, path, found));
  }
}

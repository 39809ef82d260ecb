package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import java.time.Instant;
import java.util.Optional;

/**
 * What EC2 tells of an image in the Recycle Bin, and no more.
 *
 * @param imageId its ID
 * @param name its name
 * @param description its description
 * @param recycleBinEnterTime when it was deregistered
 * @param recycleBinExitTime when it goes for good
 */
public record ImageRecycleBinInfo(
    ImageId imageId,
    Optional<ImageName> name,
    Optional<String> description,
    Instant recycleBinEnterTime,
    Instant recycleBinExitTime) {
  /**
   * Refuses null.
   *
   * @param imageId its ID
   * @param name its name
   * @param description its description
   * @param recycleBinEnterTime when it was deregistered
   * @param recycleBinExitTime when it goes for good
   */
  public ImageRecycleBinInfo {
    requireNonNull(imageId, "imageId");
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(recycleBinEnterTime, "recycleBinEnterTime");
    requireNonNull(recycleBinExitTime, "recycleBinExitTime");
  }

  static ImageRecycleBinInfo of(Ami ami) {
    RecycleBinStay stay = ami.recycleBinStay().orElseThrow();
    return new ImageRecycleBinInfo(
        ami.imageId(), ami.name(), ami.description(), stay.enterTime(), stay.exitTime());
  }
}

package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.Region;
import java.time.Instant;
import java.util.Optional;

/**
 * One image in the line of those that another one comes from.
 *
 * @param creationDate when it was made, if that is known
 * @param imageId its ID
 * @param imageOwnerAlias the name that AWS gives to its owner; none for ordinary accounts
 * @param sourceImageId the image that it comes from; also where that one is not followed
 * @param sourceImageRegion the Region of that image
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageAncestryEntry.html">ImageAncestryEntry</a>
 */
public record ImageAncestryEntry(
    Optional<Instant> creationDate,
    ImageId imageId,
    Optional<OwnerAlias> imageOwnerAlias,
    Optional<ImageId> sourceImageId,
    Optional<Region> sourceImageRegion) {
  /**
   * Refuses null.
   *
   * @param creationDate when it was made, if that is known
   * @param imageId its ID
   * @param imageOwnerAlias the name that AWS gives to its owner; none for ordinary accounts
   * @param sourceImageId the image that it comes from; also where that one is not followed
   * @param sourceImageRegion the Region of that image
   */
  public ImageAncestryEntry {
    requireNonNull(creationDate, "creationDate");
    requireNonNull(imageId, "imageId");
    requireNonNull(imageOwnerAlias, "imageOwnerAlias");
    requireNonNull(sourceImageId, "sourceImageId");
    requireNonNull(sourceImageRegion, "sourceImageRegion");
  }
}

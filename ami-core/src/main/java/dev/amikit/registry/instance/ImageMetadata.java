package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.Optional;

/**
 * The image that an instance was launched from as it is now, whether or not the caller may still
 * see it.
 *
 * @param imageId the image
 * @param name its name
 * @param ownerId its owner
 * @param imageOwnerAlias the name that AWS gives to its owner; the account of an owner without one
 * @param state its state; {@code deregistered} also in the Recycle Bin, and if no record is left
 * @param creationDate when it was made
 * @param deprecationTime from when on it is deprecated
 * @param imageAllowed whether the caller's Allowed AMIs criteria allow it now; empty if the caller
 *     has not turned the setting on
 * @param isPublic whether everyone may launch it
 * @param imageWatermarks its watermarks
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageMetadata.html">ImageMetadata</a>
 */
public record ImageMetadata(
    ImageId imageId,
    Optional<ImageName> name,
    AccountId ownerId,
    UserId imageOwnerAlias,
    AmiState state,
    Optional<Instant> creationDate,
    Optional<Instant> deprecationTime,
    Optional<Boolean> imageAllowed,
    boolean isPublic,
    ImmutableList<ImageWatermark> imageWatermarks) {
  /**
   * Refuses null.
   *
   * @param imageId the image
   * @param name its name
   * @param ownerId its owner
   * @param imageOwnerAlias the name that AWS gives to its owner; the account of an owner without
   *     one
   * @param state its state; {@code deregistered} also in the Recycle Bin, and if no record is left
   * @param creationDate when it was made
   * @param deprecationTime from when on it is deprecated
   * @param imageAllowed whether the caller's Allowed AMIs criteria allow it now; empty if the
   *     caller has not turned the setting on
   * @param isPublic whether everyone may launch it
   * @param imageWatermarks its watermarks
   */
  public ImageMetadata {
    requireNonNull(imageId, "imageId");
    requireNonNull(name, "name");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(imageOwnerAlias, "imageOwnerAlias");
    requireNonNull(state, "state");
    requireNonNull(creationDate, "creationDate");
    requireNonNull(deprecationTime, "deprecationTime");
    requireNonNull(imageAllowed, "imageAllowed");
    requireNonNull(imageWatermarks, "imageWatermarks");
  }

  /** The image that an instance took, of which there may be no record any more. */
  static ImageMetadata of(Ami taken, Optional<Ami> record, Viewer viewer) {
    Ami image = record.orElse(taken);
    return new ImageMetadata(
        image.imageId(),
        image.name(),
        image.ownerId(),
        image
            .imageOwnerAlias()
            .map(alias -> UserId.of(alias.word()))
            .orElse(UserId.of(image.ownerId())),
        record.filter(ami -> !ami.isInRecycleBin()).map(Ami::state).orElse(AmiState.DEREGISTERED),
        image.creationDate(),
        image.deprecationTime(),
        viewer.imageAllowed(image),
        record.map(Ami::isPublic).orElse(false),
        image.imageWatermarks());
  }
}

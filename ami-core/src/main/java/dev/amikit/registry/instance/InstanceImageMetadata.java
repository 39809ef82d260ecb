package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.registry.state.Instance;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance of the caller, and the image that it was launched from as that is now, whether or not
 * the caller may still see it.
 *
 * @param instanceId the instance
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
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceImageMetadata.html">InstanceImageMetadata</a>
 */
public record InstanceImageMetadata(
    InstanceId instanceId,
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
   * @param instanceId the instance
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
  public InstanceImageMetadata {
    requireNonNull(instanceId, "instanceId");
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

  /** An instance and its image, of which there may be no record any more. */
  static InstanceImageMetadata of(Instance instance, Optional<Ami> record, Viewer viewer) {
    Ami image = record.orElse(instance.image());
    return new InstanceImageMetadata(
        instance.instanceId(),
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

package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.image.Ami;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance of the caller, and the image that it was launched from.
 *
 * @param instanceId the instance
 * @param instanceType its type
 * @param launchTime when it was launched
 * @param availabilityZone where it is, such as {@code us-east-1a}; empty if it is told none
 * @param state its state
 * @param ownerId the account that launched it
 * @param tags its tags
 * @param imageMetadata the image
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceImageMetadata.html">InstanceImageMetadata</a>
 */
public record InstanceImageMetadata(
    InstanceId instanceId,
    String instanceType,
    Instant launchTime,
    Optional<String> availabilityZone,
    InstanceState state,
    AccountId ownerId,
    Tags tags,
    ImageMetadata imageMetadata) {
  /**
   * Refuses null.
   *
   * @param instanceId the instance
   * @param instanceType its type
   * @param launchTime when it was launched
   * @param availabilityZone where it is; empty if it is told none
   * @param state its state
   * @param ownerId the account that launched it
   * @param tags its tags
   * @param imageMetadata the image
   */
  public InstanceImageMetadata {
    requireNonNull(instanceId, "instanceId");
    requireNonNull(instanceType, "instanceType");
    requireNonNull(launchTime, "launchTime");
    requireNonNull(availabilityZone, "availabilityZone");
    requireNonNull(state, "state");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(tags, "tags");
    requireNonNull(imageMetadata, "imageMetadata");
  }

  /** An instance and its image, of which there may be no record any more. */
  static InstanceImageMetadata of(Instance instance, Optional<Ami> record, Viewer viewer) {
    return new InstanceImageMetadata(
        instance.instanceId(),
        instance.instanceType(),
        instance.launchTime(),
        instance.availabilityZone(),
        instance.state(),
        instance.ownerId(),
        instance.tags(),
        ImageMetadata.of(instance.image(), record, viewer));
  }
}

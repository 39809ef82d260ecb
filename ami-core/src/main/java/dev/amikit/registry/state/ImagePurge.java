package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.StateReason;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of a deregistered image goes an hour later, as that of a terminated instance does.
 * With it go the client tokens that were answered with the image. Until then the owner is told that
 * the image is unavailable, afterwards that there is none; EC2 does not say when it forgets.
 *
 * @param imageId the image
 * @param ownerId the account that it belongs to
 * @param begun when it was deregistered
 */
public record ImagePurge(ImageId imageId, AccountId ownerId, Instant begun) implements Task {
  private static final Duration AFTER = Duration.ofHours(1);

  /**
   * Refuses null.
   *
   * @param imageId the image
   * @param ownerId the account that it belongs to
   * @param begun when it was deregistered
   */
  public ImagePurge {
    requireNonNull(imageId, "imageId");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
  }

  @Override
  public Kind kind() {
    return Kind.IMAGE_PURGE;
  }

  @Override
  public ImageId subject() {
    return imageId;
  }

  @Override
  public Optional<Instant> due() {
    return Optional.of(Times.plus(begun, AFTER));
  }

  /** Returns nothing: a record always goes. */
  @Override
  public Optional<StateReason> failure() {
    return Optional.empty();
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    events.add(new RegistryEvent.TaskEnded(here.region(), imageId));
    if (here.images().contains(imageId)) {
      events.add(new RegistryEvent.ImagePurged(here.region(), imageId));
    }
    return events.build();
  }

  /** Returns nothing: whoever tells it to fail changes nothing. */
  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ImmutableList.of();
  }
}

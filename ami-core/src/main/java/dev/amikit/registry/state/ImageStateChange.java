package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.ImageEnabled;
import dev.amikit.lifecycle.ImageFailed;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import java.util.Optional;

/**
 * What EC2 announces of an image, its {@code EC2 AMI State Change}: that it is available, failed,
 * disabled or deregistered. An image that enters the Recycle Bin is announced as deregistered then,
 * and not again when its stay ends. Nothing is announced when an image begins, is restored from the
 * Recycle Bin, is deprecated or is protected.
 *
 * @param region where
 * @param imageId the image
 * @param state its state as announced
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitor-ami-events.html">Monitor
 *     AMI events using Amazon EventBridge</a>
 */
public record ImageStateChange(Region region, ImageId imageId, AmiState state) {
  /**
   * Refuses null.
   *
   * @param region where
   * @param imageId the image
   * @param state its state as announced
   */
  public ImageStateChange {
    requireNonNull(region, "region");
    requireNonNull(imageId, "imageId");
    requireNonNull(state, "state");
  }

  /**
   * Tells what EC2 announces when something happens.
   *
   * @param event what happened
   * @return what is announced; empty if nothing is
   */
  public static Optional<ImageStateChange> of(RegistryEvent event) {
    requireNonNull(event, "event");
    return event instanceof RegistryEvent.ImageChanged changed
        ? state(changed.event())
            .map(state -> new ImageStateChange(changed.region(), changed.imageId(), state))
        : Optional.empty();
  }

  private static Optional<AmiState> state(Event<Ami> event) {
    if (event instanceof ImageBecameAvailable || event instanceof ImageEnabled) {
      return Optional.of(AmiState.AVAILABLE);
    }
    if (event instanceof ImageFailed) {
      return Optional.of(AmiState.FAILED);
    }
    if (event instanceof ImageDisabled) {
      return Optional.of(AmiState.DISABLED);
    }
    return event instanceof ImageDeregistered || event instanceof ImageMovedToRecycleBin
        ? Optional.of(AmiState.DEREGISTERED)
        : Optional.empty();
  }
}

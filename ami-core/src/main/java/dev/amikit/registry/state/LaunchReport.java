package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ImageLaunched;
import dev.amikit.time.Times;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.Optional;

/**
 * A launch becomes the last launched time of its image a day later.
 *
 * @param instanceId the first instance that was launched
 * @param imageId the image
 * @param ownerId the account that launched it
 * @param begun when it was launched
 */
public record LaunchReport(InstanceId instanceId, ImageId imageId, AccountId ownerId, Instant begun)
    implements Task {
  /**
   * Refuses null.
   *
   * @param instanceId the first instance that was launched
   * @param imageId the image
   * @param ownerId the account that launched it
   * @param begun when it was launched
   */
  public LaunchReport {
    requireNonNull(instanceId, "instanceId");
    requireNonNull(imageId, "imageId");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
  }

  @Override
  public Kind kind() {
    return Kind.LAUNCH_REPORT;
  }

  @Override
  public InstanceId subject() {
    return instanceId;
  }

  @Override
  public Optional<Instant> due() {
    return Optional.of(Times.plus(begun, Viewer.LAUNCH_IS_REPORTED_AFTER));
  }

  /** Returns nothing: a report never fails. */
  @Override
  public Optional<StateReason> failure() {
    return Optional.empty();
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    if (here.images().contains(imageId)) {
      events.add(new RegistryEvent.ImageChanged(here.region(), imageId, new ImageLaunched(begun)));
    }
    return events.add(new RegistryEvent.TaskEnded(here.region(), instanceId)).build();
  }

  /** Returns nothing: whoever tells a report to fail changes nothing. */
  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ImmutableList.of();
  }
}

package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.FailCreation;
import dev.amikit.lifecycle.FinishCreation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * An image is being made, with the snapshots that are made for it.
 *
 * @param imageId the image
 * @param snapshots the snapshots that are made for its devices
 * @param kind whether it is registered, created or copied
 * @param ownerId the account that it is made for
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record ImageCreation(
    ImageId imageId,
    ImmutableMap<DeviceName, SnapshotId> snapshots,
    Kind kind,
    AccountId ownerId,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  private static final ImmutableSet<Kind> KINDS =
      Sets.immutableEnumSet(Kind.IMAGE_REGISTRATION, Kind.IMAGE_CREATION, Kind.IMAGE_COPY);

  /**
   * Refuses null, and kinds that make no image.
   *
   * @param imageId the image
   * @param snapshots the snapshots that are made for its devices
   * @param kind whether it is registered, created or copied
   * @param ownerId the account that it is made for
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public ImageCreation {
    requireNonNull(imageId, "imageId");
    requireNonNull(snapshots, "snapshots");
    requireNonNull(kind, "kind");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
    checkArgument(KINDS.contains(kind), "%s makes no image", kind);
  }

  @Override
  public ImageId resourceId() {
    return imageId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return ended(
        here, id -> SnapshotCreation.completed(here, id, end), new FinishCreation(snapshots), end);
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ended(
        here, id -> SnapshotCreation.failed(here, id, reason, end), new FailCreation(reason), end);
  }

  private ImmutableList<RegistryEvent> ended(
      RegionState here,
      Function<SnapshotId, ImmutableList<RegistryEvent>> ofSnapshot,
      AmiCommand command,
      Instant end) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    snapshots.values().forEach(id -> events.addAll(ofSnapshot.apply(id)));
    events.add(new RegistryEvent.TaskEnded(here.region(), imageId));
    here.images()
        .get(imageId)
        .ifPresent(ami -> command.decide(ami, end).events().stream()
            .map(event -> new RegistryEvent.ImageChanged(here.region(), imageId, event))
            .forEach(events::add));
    return events.build();
  }
}

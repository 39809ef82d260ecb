package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.FailCreation;
import dev.amikit.lifecycle.FinishCreation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An image is being made, with the snapshots that are made for it.
 *
 * @param imageId the image
 * @param volumes the volumes of the devices that snapshots are made for, as the image will have
 *     them, each with its snapshot
 * @param kind whether it is registered, created, copied or restored
 * @param ownerId the account that it is made for
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record ImageCreation(
    ImageId imageId,
    ImmutableMap<DeviceName, EbsBlockDevice> volumes,
    Kind kind,
    AccountId ownerId,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /** Why a copy fails whose key cannot be used; its snapshots tell more. */
  public static final StateReason COPY_FAILED =
      new StateReason("Client.InternalError", "Copy image failed with an internal error");

  /** Why an image fails whose snapshots got lost on the way. */
  private static final StateReason INTERNAL_ERROR =
      new StateReason("Server.InternalError", "Internal error");

  private static final ImmutableSet<Kind> KINDS = Sets.immutableEnumSet(
      Kind.IMAGE_REGISTRATION, Kind.IMAGE_CREATION, Kind.IMAGE_COPY, Kind.IMAGE_RESTORE);

  /**
   * Refuses null, kinds that make no image, and volumes without a snapshot.
   *
   * @param imageId the image
   * @param volumes the volumes of the devices that snapshots are made for, as the image will have
   *     them, each with its snapshot
   * @param kind whether it is registered, created, copied or restored
   * @param ownerId the account that it is made for
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public ImageCreation {
    requireNonNull(imageId, "imageId");
    requireNonNull(volumes, "volumes");
    requireNonNull(kind, "kind");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
    checkArgument(KINDS.contains(kind), "%s makes no image", kind);
    for (Map.Entry<DeviceName, EbsBlockDevice> volume : volumes.entrySet()) {
      checkArgument(
          volume.getValue().snapshotId().isPresent(), "%s has no snapshot", volume.getKey());
    }
  }

  /** {@return the snapshots that are made for its devices} */
  public ImmutableMap<DeviceName, SnapshotId> snapshots() {
    ImmutableMap.Builder<DeviceName, SnapshotId> snapshots = ImmutableMap.builder();
    for (Map.Entry<DeviceName, EbsBlockDevice> volume : volumes.entrySet()) {
      snapshots.put(volume.getKey(), volume.getValue().snapshotId().orElseThrow());
    }
    return snapshots.buildOrThrow();
  }

  @Override
  public ImageId subject() {
    return imageId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    if (!isWhole(here)) {
      return failed(here, INTERNAL_ERROR, end);
    }
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (SnapshotId id : snapshots().values()) {
      events.addAll(SnapshotCreation.completed(here, id, end));
    }
    return events.addAll(ended(here, new FinishCreation(volumes), end)).build();
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    StateReason ofSnapshots =
        reason.equals(COPY_FAILED) ? SnapshotCreation.KEY_NOT_ACCESSIBLE : reason;
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (SnapshotId id : snapshots().values()) {
      events.addAll(SnapshotCreation.failed(here, id, ofSnapshots, end));
    }
    return events.addAll(ended(here, new FailCreation(reason), end)).build();
  }

  /** Whether every snapshot is there or about to be: no image is available without. */
  private boolean isWhole(RegionState here) {
    Optional<Ami> image = here.images().get(imageId);
    if (image.isPresent()) {
      for (SnapshotId used : image.get().snapshotIds()) {
        if (!is(here, used, SnapshotState.COMPLETED)) {
          return false;
        }
      }
    }
    for (SnapshotId made : snapshots().values()) {
      if (!is(here, made, SnapshotState.PENDING, SnapshotState.COMPLETED)) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(RegionState here, SnapshotId id, SnapshotState... states) {
    Optional<Snapshot> snapshot = here.snapshots().get(id);
    return snapshot.isPresent()
        && !snapshot.get().isInRecycleBin()
        && !snapshot.get().isArchived()
        && Arrays.asList(states).contains(snapshot.get().state());
  }

  /** What happens to the image itself. */
  private ImmutableList<RegistryEvent> ended(RegionState here, AmiCommand command, Instant end) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    events.add(new RegistryEvent.TaskEnded(here.region(), imageId));
    Optional<Ami> image = here.images().get(imageId);
    if (image.isPresent()) {
      for (Event<Ami> event : command.decide(image.get(), end).events()) {
        events.add(new RegistryEvent.ImageChanged(here.region(), imageId, event));
      }
    }
    return events.build();
  }
}

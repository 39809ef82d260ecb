package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.FailCreation;
import dev.amikit.lifecycle.FinishCreation;
import dev.amikit.snapshot.SnapshotState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

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
    volumes.forEach((device, volume) ->
        checkArgument(volume.snapshotId().isPresent(), "%s has no snapshot", device));
  }

  /** {@return the snapshots that are made for its devices} */
  public ImmutableMap<DeviceName, SnapshotId> snapshots() {
    return ImmutableMap.copyOf(
        Maps.transformValues(volumes, volume -> volume.snapshotId().orElseThrow()));
  }

  @Override
  public ImageId subject() {
    return imageId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return isWhole(here)
        ? ended(
            here, id -> SnapshotCreation.completed(here, id, end), new FinishCreation(volumes), end)
        : failed(here, INTERNAL_ERROR, end);
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    StateReason ofSnapshots =
        reason.equals(COPY_FAILED) ? SnapshotCreation.KEY_NOT_ACCESSIBLE : reason;
    return ended(
        here,
        id -> SnapshotCreation.failed(here, id, ofSnapshots, end),
        new FailCreation(reason),
        end);
  }

  /** Whether every snapshot is there or about to be: no image is available without. */
  private boolean isWhole(RegionState here) {
    ImmutableSet<SnapshotId> used =
        here.images().get(imageId).map(Ami::snapshotIds).orElse(ImmutableSet.of());
    return used.stream().allMatch(id -> is(here, id, SnapshotState.COMPLETED))
        && snapshots().values().stream()
            .allMatch(id -> is(here, id, SnapshotState.PENDING, SnapshotState.COMPLETED));
  }

  private static boolean is(RegionState here, SnapshotId id, SnapshotState... states) {
    return here.snapshots()
        .get(id)
        .filter(snapshot -> !snapshot.isInRecycleBin() && !snapshot.isArchived())
        .filter(snapshot -> Arrays.asList(states).contains(snapshot.state()))
        .isPresent();
  }

  private ImmutableList<RegistryEvent> ended(
      RegionState here,
      Function<SnapshotId, ImmutableList<RegistryEvent>> ofSnapshot,
      AmiCommand command,
      Instant end) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    snapshots().values().forEach(id -> events.addAll(ofSnapshot.apply(id)));
    events.add(new RegistryEvent.TaskEnded(here.region(), imageId));
    here.images()
        .get(imageId)
        .ifPresent(ami -> command.decide(ami, end).events().stream()
            .map(event -> new RegistryEvent.ImageChanged(here.region(), imageId, event))
            .forEach(events::add));
    return events.build();
  }
}

package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.registry.state.PartitionState.present;
import static dev.amikit.registry.state.PartitionState.requireAbsent;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.VolumeId;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What has happened to a volume. */
public sealed interface VolumeEvent extends RegistryEvent.InRegion {
  /** {@return the volume} */
  VolumeId volumeId();

  /**
   * A volume came to be.
   *
   * @param region where
   * @param volume the volume
   */
  record VolumeCreated(Region region, Volume volume) implements VolumeEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volume the volume
     */
    public VolumeCreated {
      requireNonNull(region, "region");
      requireNonNull(volume, "volume");
    }

    @Override
    public VolumeId volumeId() {
      return volume.volumeId();
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      requireAbsent(state.volume(region, volume.volumeId()).isPresent(), region, volume.volumeId());
      return state.changed(region, here -> here.with(here.volumes().with(volume)));
    }
  }

  /**
   * A volume was attached to an instance, at its launch or later.
   *
   * @param region where
   * @param volumeId the volume
   * @param instanceId the instance
   * @param device the name of the device that it is attached as
   * @param attachTime when
   * @param deleteOnTermination whether it goes with the instance
   * @param ebsCardIndex which EBS card of the instance it is attached to; empty if none was named
   */
  record VolumeAttached(
      Region region,
      VolumeId volumeId,
      InstanceId instanceId,
      DeviceName device,
      Instant attachTime,
      boolean deleteOnTermination,
      OptionalInt ebsCardIndex)
      implements VolumeEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volumeId the volume
     * @param instanceId the instance
     * @param device the name of the device that it is attached as
     * @param attachTime when
     * @param deleteOnTermination whether it goes with the instance
     * @param ebsCardIndex which EBS card of the instance it is attached to; empty if none was named
     */
    public VolumeAttached {
      requireNonNull(region, "region");
      requireNonNull(volumeId, "volumeId");
      requireNonNull(instanceId, "instanceId");
      requireNonNull(device, "device");
      requireNonNull(attachTime, "attachTime");
      requireNonNull(ebsCardIndex, "ebsCardIndex");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Instance instance = present(state.instance(region, instanceId), region, instanceId);
      Volume volume = present(state.volume(region, volumeId), region, volumeId);
      checkArgument(volume.attachment().isEmpty(), "%s is attached already", volumeId);
      checkArgument(
          !instance.volumes().containsKey(device), "%s has a %s already", instanceId, device);
      VolumeAttachment attachment =
          new VolumeAttachment(instanceId, device, attachTime, deleteOnTermination, ebsCardIndex);
      return state
          .changed(
              region, volumeId, free -> free.toBuilder().attachment(attachment).build())
          .changed(region, instanceId, target -> target.with(volume, attachment));
    }
  }

  /**
   * A volume was detached from an instance, while that was there or when it was terminated. The
   * product codes that the volume brought went with it.
   *
   * @param region where
   * @param volumeId the volume
   * @param instanceId the instance
   */
  record VolumeDetached(Region region, VolumeId volumeId, InstanceId instanceId)
      implements VolumeEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volumeId the volume
     * @param instanceId the instance
     */
    public VolumeDetached {
      requireNonNull(region, "region");
      requireNonNull(volumeId, "volumeId");
      requireNonNull(instanceId, "instanceId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state
          .changed(region, volumeId, this::released)
          .changed(region, instanceId, instance -> without(state, instance));
    }

    /** The instance without the volume, and without product codes that only this one brought. */
    private Instance without(PartitionState state, Instance instance) {
      Instance left = instance.without(volumeId);
      ImmutableSet<ProductCode> kept = left.volumes().values().stream()
          .flatMap(there -> state.volume(region, there.volumeId()).stream())
          .flatMap(volume -> volume.productCodes().stream())
          .collect(toImmutableSet());
      ImmutableSet<ProductCode> brought =
          state.volume(region, volumeId).map(Volume::productCodes).orElse(ImmutableSet.of());
      return left.toBuilder()
          .productCodes(Iterables.filter(
              left.productCodes(), code -> kept.contains(code) || !brought.contains(code)))
          .build();
    }

    private Volume released(Volume volume) {
      checkArgument(
          volume.instanceId().equals(Optional.of(instanceId)),
          "%s is not attached to %s",
          volumeId,
          instanceId);
      return volume.toBuilder().attachment(Optional.empty()).build();
    }
  }

  /**
   * A volume got other tags.
   *
   * @param region where
   * @param volumeId the volume
   * @param tags its tags now
   */
  record VolumeTagged(Region region, VolumeId volumeId, Tags tags) implements VolumeEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volumeId the volume
     * @param tags its tags now
     */
    public VolumeTagged {
      requireNonNull(region, "region");
      requireNonNull(volumeId, "volumeId");
      requireNonNull(tags, "tags");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(
          region, volumeId, volume -> volume.toBuilder().tags(tags).build());
    }
  }

  /**
   * A volume was deleted. It leaves no record.
   *
   * @param region where
   * @param volumeId the volume
   */
  record VolumeDeleted(Region region, VolumeId volumeId) implements VolumeEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volumeId the volume
     */
    public VolumeDeleted {
      requireNonNull(region, "region");
      requireNonNull(volumeId, "volumeId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      checkArgument(
          present(state.volume(region, volumeId), region, volumeId).attachment().isEmpty(),
          "%s is attached",
          volumeId);
      return state.changed(region, here -> here.without(volumeId));
    }
  }
}

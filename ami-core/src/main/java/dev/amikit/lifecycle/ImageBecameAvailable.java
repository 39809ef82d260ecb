package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.AVAILABLE;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import java.util.Optional;

/**
 * The image is complete and can be launched.
 *
 * @param snapshots the snapshots that were made for devices of the image, and stand in its mapping
 *     now
 */
public record ImageBecameAvailable(ImmutableMap<DeviceName, SnapshotId> snapshots)
    implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param snapshots the snapshots that were made for devices of the image, and stand in its
   *     mapping now
   */
  public ImageBecameAvailable {
    requireNonNull(snapshots, "snapshots");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return snapshots.isEmpty()
        ? ami.withState(AVAILABLE)
        : ami.toBuilder()
            .state(AVAILABLE)
            .blockDeviceMappings(
                ami.blockDeviceMappings().stream().map(this::filled).toList())
            .build();
  }

  private BlockDeviceMapping filled(BlockDeviceMapping device) {
    Optional<SnapshotId> snapshot = Optional.ofNullable(snapshots.get(device.deviceName()));
    return snapshot.isEmpty() || device.ebs().isEmpty()
        ? device
        : BlockDeviceMapping.ebs(
            device.deviceName(),
            device.ebs().get().toBuilder().snapshotId(snapshot.get()).build());
  }
}

package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.AVAILABLE;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.image.Ami;
import java.util.Optional;

/**
 * The image is complete and can be launched.
 *
 * @param volumes the volumes of the devices that snapshots were made for, as they stand in the
 *     mapping now
 */
public record ImageBecameAvailable(ImmutableMap<DeviceName, EbsBlockDevice> volumes)
    implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param volumes the volumes of the devices that snapshots were made for, as they stand in the
   *     mapping now
   */
  public ImageBecameAvailable {
    requireNonNull(volumes, "volumes");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return volumes.isEmpty()
        ? ami.withState(AVAILABLE)
        : ami.toBuilder()
            .state(AVAILABLE)
            .blockDeviceMappings(
                ami.blockDeviceMappings().stream().map(this::filled).toList())
            .build();
  }

  private BlockDeviceMapping filled(BlockDeviceMapping device) {
    return Optional.ofNullable(volumes.get(device.deviceName()))
        .filter(made -> device.isEbs())
        .map(made -> BlockDeviceMapping.ebs(device.deviceName(), made))
        .orElse(device);
  }
}

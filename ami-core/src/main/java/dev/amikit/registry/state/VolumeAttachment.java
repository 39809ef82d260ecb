package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import java.time.Instant;

/**
 * That a volume is attached to an instance.
 *
 * @param instanceId the instance
 * @param device the name of the device that it is attached as
 * @param attachTime since when
 * @param deleteOnTermination whether it goes with the instance
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VolumeAttachment.html">VolumeAttachment</a>
 */
public record VolumeAttachment(
    InstanceId instanceId, DeviceName device, Instant attachTime, boolean deleteOnTermination) {
  /**
   * Refuses null.
   *
   * @param instanceId the instance
   * @param device the name of the device that it is attached as
   * @param attachTime since when
   * @param deleteOnTermination whether it goes with the instance
   */
  public VolumeAttachment {
    requireNonNull(instanceId, "instanceId");
    requireNonNull(device, "device");
    requireNonNull(attachTime, "attachTime");
  }
}

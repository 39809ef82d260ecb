package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * That a volume is attached to an instance.
 *
 * @param instanceId the instance
 * @param device the name of the device that it is attached as
 * @param attachTime since when
 * @param deleteOnTermination whether it goes with the instance
 * @param ebsCardIndex which EBS card of the instance it is attached to; empty if none was named
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VolumeAttachment.html">VolumeAttachment</a>
 */
public record VolumeAttachment(
    InstanceId instanceId,
    DeviceName device,
    Instant attachTime,
    boolean deleteOnTermination,
    OptionalInt ebsCardIndex) {
  /**
   * Refuses null.
   *
   * @param instanceId the instance
   * @param device the name of the device that it is attached as
   * @param attachTime since when
   * @param deleteOnTermination whether it goes with the instance
   * @param ebsCardIndex which EBS card of the instance it is attached to; empty if none was named
   */
  public VolumeAttachment {
    requireNonNull(instanceId, "instanceId");
    requireNonNull(device, "device");
    requireNonNull(attachTime, "attachTime");
    requireNonNull(ebsCardIndex, "ebsCardIndex");
  }
}

package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;

/**
 * Of which volumes of an instance snapshots are made.
 *
 * @param instanceId the instance, which the caller owns
 * @param excludeBootVolume whether its root volume is left out
 * @param excludeDataVolumeIds other volumes of it that are left out, at most 40
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceSpecification.html">InstanceSpecification</a>
 */
public record InstanceSpecification(
    InstanceId instanceId, boolean excludeBootVolume, ImmutableSet<VolumeId> excludeDataVolumeIds) {
  /**
   * Refuses null.
   *
   * @param instanceId the instance, which the caller owns
   * @param excludeBootVolume whether its root volume is left out
   * @param excludeDataVolumeIds other volumes of it that are left out, at most 40
   */
  public InstanceSpecification {
    requireNonNull(instanceId, "instanceId");
    requireNonNull(excludeDataVolumeIds, "excludeDataVolumeIds");
  }

  /**
   * Asks for all volumes of an instance.
   *
   * @param instanceId the instance, which the caller owns
   * @return the specification
   */
  public static InstanceSpecification of(InstanceId instanceId) {
    return new InstanceSpecification(instanceId, false, ImmutableSet.of());
  }
}

package dev.amikit.fastlaunch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How fast launch of an image is set up.
 *
 * @param resourceType what is prepared
 * @param targetResourceCount how many snapshots are kept ready
 * @param maxParallelLaunches how many instances are launched at a time to make snapshots of
 * @param launchTemplate the launch template of these instances; empty for none
 */
public record FastLaunchConfiguration(
    FastLaunchResourceType resourceType,
    int targetResourceCount,
    int maxParallelLaunches,
    Optional<LaunchTemplateSpecification> launchTemplate) {
  /**
   * Refuses null.
   *
   * @param resourceType what is prepared
   * @param targetResourceCount how many snapshots are kept ready
   * @param maxParallelLaunches how many instances are launched at a time to make snapshots of
   * @param launchTemplate the launch template of these instances; empty for none
   */
  public FastLaunchConfiguration {
    requireNonNull(resourceType, "resourceType");
    requireNonNull(launchTemplate, "launchTemplate");
  }

  /**
   * Returns a configuration without a launch template.
   *
   * @param targetResourceCount how many snapshots are kept ready
   * @param maxParallelLaunches how many instances are launched at a time to make snapshots of
   * @return the configuration
   */
  public static FastLaunchConfiguration of(int targetResourceCount, int maxParallelLaunches) {
    return new FastLaunchConfiguration(
        FastLaunchResourceType.SNAPSHOT,
        targetResourceCount,
        maxParallelLaunches,
        Optional.empty());
  }
}

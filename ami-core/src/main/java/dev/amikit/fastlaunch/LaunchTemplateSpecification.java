package dev.amikit.fastlaunch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which launch template the instances are launched by that snapshots are made of. What the template
 * says is not examined.
 *
 * @param launchTemplateId its ID, such as {@code lt-0abcdef1234567890}; empty if it is named by its
 *     name
 * @param launchTemplateName its name; empty if it is named by its ID
 * @param version its version: a number, {@code $Latest} or {@code $Default}; a request needs one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FastLaunchLaunchTemplateSpecificationRequest.html">FastLaunchLaunchTemplateSpecificationRequest</a>
 */
public record LaunchTemplateSpecification(
    Optional<String> launchTemplateId,
    Optional<String> launchTemplateName,
    Optional<String> version) {
  /**
   * Refuses null.
   *
   * @param launchTemplateId its ID, such as {@code lt-0abcdef1234567890}; empty if it is named by
   *     its name
   * @param launchTemplateName its name; empty if it is named by its ID
   * @param version its version: a number, {@code $Latest} or {@code $Default}; a request needs one
   */
  public LaunchTemplateSpecification {
    requireNonNull(launchTemplateId, "launchTemplateId");
    requireNonNull(launchTemplateName, "launchTemplateName");
    requireNonNull(version, "version");
  }

  /**
   * Names a launch template by its ID.
   *
   * @param launchTemplateId its ID, such as {@code lt-0abcdef1234567890}
   * @param version its version: a number, {@code $Latest} or {@code $Default}
   * @return the specification
   */
  public static LaunchTemplateSpecification ofId(String launchTemplateId, String version) {
    requireNonNull(launchTemplateId, "launchTemplateId");
    requireNonNull(version, "version");
    return new LaunchTemplateSpecification(
        Optional.of(launchTemplateId), Optional.empty(), Optional.of(version));
  }

  /**
   * Names a launch template by its name.
   *
   * @param launchTemplateName its name
   * @param version its version: a number, {@code $Latest} or {@code $Default}
   * @return the specification
   */
  public static LaunchTemplateSpecification ofName(String launchTemplateName, String version) {
    requireNonNull(launchTemplateName, "launchTemplateName");
    requireNonNull(version, "version");
    return new LaunchTemplateSpecification(
        Optional.empty(), Optional.of(launchTemplateName), Optional.of(version));
  }
}

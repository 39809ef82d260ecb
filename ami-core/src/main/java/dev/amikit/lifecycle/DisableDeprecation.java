package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.MessageTemplate.own;

import dev.amikit.image.Ami;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * {@code DisableImageDeprecation}: removes the deprecation time, be it past or to come. Without
 * one, nothing changes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableImageDeprecation.html">DisableImageDeprecation</a>
 */
public record DisableDeprecation() implements AmiCommand {
  /** A public image always has a deprecation time. */
  public static final Rule PRIVATE = Rule.rule(
          "disable-image-deprecation.private",
          "the deprecation of a public image cannot be cancelled",
          OPERATION_NOT_PERMITTED,
          "EC2 User Guide, Deprecate an AMI",
          "DEPR-08",
          "PUB-09")
      .saying(own("You can’t cancel the deprecation of this image because it is public. To"
          + " cancel the deprecation, you must first make the image private."));

  @Override
  public AmiAction action() {
    return AmiAction.DISABLE_IMAGE_DEPRECATION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      if (ami.isPublic()) {
        return Decision.refused(PRIVATE, "launchPermissions", ami.knownLaunchPermissions());
      }
      return ami.deprecationTime().isEmpty()
          ? Decision.unchanged()
          : Decision.accepted(new ImageDeprecationDisabled());
    });
  }
}

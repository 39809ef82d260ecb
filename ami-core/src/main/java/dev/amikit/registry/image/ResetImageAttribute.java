package dev.amikit.registry.image;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.lifecycle.ResetLaunchPermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * {@code ResetImageAttribute}: takes every launch permission off an image, the public one included.
 *
 * @param imageId the image, which the caller owns
 * @param attribute {@code launchPermission}; nothing else can be reset
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetImageAttribute.html">ResetImageAttribute</a>
 */
public record ResetImageAttribute(ImageId imageId, ImageAttributeName attribute)
    implements Operation<Return> {
  /** Only launch permissions have a value to go back to. */
  public static final Rule RESETTABLE = Rule.rule(
          "reset-image-attribute.resettable",
          "of an image, only the launch permissions can be reset",
          ErrorCode.INVALID_REQUEST,
          "API reference, ResetImageAttribute; observed: a recorded answer, September 2026",
          "ATTR-20",
          "PERM-60")
      .saying(recorded("The request received was invalid."));

  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param attribute {@code launchPermission}; nothing else can be reset
   */
  public ResetImageAttribute {
    requireNonNull(imageId, "imageId");
    requireNonNull(attribute, "attribute");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          attribute == ImageAttributeName.LAUNCH_PERMISSION, RESETTABLE, "attribute", attribute);
      plan.command(plan.ownImage(imageId), new ResetLaunchPermission());
      return Return.TRUE;
    });
  }
}

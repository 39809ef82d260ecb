package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DisableImageDeprecation}: removes the deprecation time of an image, be it past or to come.
 *
 * @param imageId the image, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableImageDeprecation.html">DisableImageDeprecation</a>
 */
public record DisableImageDeprecation(ImageId imageId) implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   */
  public DisableImageDeprecation {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.command(plan.ownImage(imageId), new dev.amikit.lifecycle.DisableDeprecation());
      return Return.TRUE;
    });
  }
}

package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code EnableImageDeprecation}: sets or replaces the time from which on an image is deprecated.
 *
 * @param imageId the image, which the caller owns
 * @param deprecateAt the time; there must be one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageDeprecation.html">EnableImageDeprecation</a>
 */
public record EnableImageDeprecation(ImageId imageId, Optional<Instant> deprecateAt)
    implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param deprecateAt the time; there must be one
   */
  public EnableImageDeprecation {
    requireNonNull(imageId, "imageId");
    requireNonNull(deprecateAt, "deprecateAt");
  }

  /**
   * Makes the operation.
   *
   * @param imageId the image, which the caller owns
   * @param deprecateAt the time
   */
  public EnableImageDeprecation(ImageId imageId, Instant deprecateAt) {
    this(imageId, Optional.of(requireNonNull(deprecateAt, "deprecateAt")));
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instant time = plan.required("deprecateAt", deprecateAt);
      plan.command(plan.ownImage(imageId), new dev.amikit.lifecycle.EnableDeprecation(time));
      return Return.TRUE;
    });
  }
}

package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DisableImageDeregistrationProtection}: an image can be deregistered, at once or after its
 * cool-down. Answers with the setting: {@code disabled}, or {@code disabled after} and a time.
 *
 * @param imageId the image, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableImageDeregistrationProtection.html">DisableImageDeregistrationProtection</a>
 */
public record DisableImageDeregistrationProtection(ImageId imageId)
    implements Operation<DeregistrationProtection> {
  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   */
  public DisableImageDeregistrationProtection {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<DeregistrationProtection> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.changed(
          plan.ownImage(imageId), new dev.amikit.lifecycle.DisableDeregistrationProtection());
      return ami.deregistrationProtection().orElse(DeregistrationProtection.disabled());
    });
  }
}

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
 * {@code EnableImageDeregistrationProtection}: keeps an image from being deregistered. Answers with
 * the setting, such as {@code enabled-without-cooldown}.
 *
 * @param imageId the image, which the caller owns
 * @param withCooldown whether protection is to go on for 24 hours after it is disabled
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageDeregistrationProtection.html">EnableImageDeregistrationProtection</a>
 */
public record EnableImageDeregistrationProtection(ImageId imageId, boolean withCooldown)
    implements Operation<DeregistrationProtection> {
  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param withCooldown whether protection is to go on for 24 hours after it is disabled
   */
  public EnableImageDeregistrationProtection {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<DeregistrationProtection> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.changed(
          plan.ownImage(imageId),
          new dev.amikit.lifecycle.EnableDeregistrationProtection(withCooldown));
      return ami.deregistrationProtection().orElse(DeregistrationProtection.disabled());
    });
  }
}

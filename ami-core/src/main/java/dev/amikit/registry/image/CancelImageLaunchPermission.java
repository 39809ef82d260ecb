package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Decision;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code CancelImageLaunchPermission}: the caller gives up the launch permission that it has by its
 * own ID. Whatever stands against it, the answer is that of an unknown image.
 *
 * @param imageId the image of another account
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CancelImageLaunchPermission.html">CancelImageLaunchPermission</a>
 */
public record CancelImageLaunchPermission(ImageId imageId) implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param imageId the image of another account
   */
  public CancelImageLaunchPermission {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.image(imageId);
      Decision<Ami> decision =
          new dev.amikit.lifecycle.CancelLaunchPermission(plan.caller()).decide(ami, plan.now());
      plan.requireNone(decision.refusal());
      decision.events().forEach(event -> plan.happens(imageId, event));
      return Return.TRUE;
    });
  }
}

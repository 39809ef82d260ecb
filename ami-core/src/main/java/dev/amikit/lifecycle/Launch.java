package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.time.Instant;

/**
 * {@code RunInstances} starts an instance of the image, as far as the image is concerned: a
 * deprecated one launches, a disabled one does not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html">RunInstances</a>
 */
public record Launch() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.LAUNCH;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> Decision.accepted(new ImageLaunched(now)));
  }
}

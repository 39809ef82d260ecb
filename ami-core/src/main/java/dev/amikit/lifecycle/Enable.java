package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.AVAILABLE;

import dev.amikit.image.Ami;
import java.time.Instant;

/**
 * {@code EnableImage}: a disabled image can be launched again; its launch permissions stay removed.
 * Enabling an available image changes nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImage.html">EnableImage</a>
 */
public record Enable() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.ENABLE_IMAGE;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.state() == AVAILABLE
            ? Decision.unchanged()
            : Decision.accepted(new ImageEnabled()));
  }
}

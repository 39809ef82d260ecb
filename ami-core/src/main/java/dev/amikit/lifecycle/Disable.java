package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.DISABLED;

import dev.amikit.image.Ami;
import java.time.Instant;

/**
 * {@code DisableImage}: no more launches, and every launch permission is removed. Disabling a
 * disabled image changes nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableImage.html">DisableImage</a>
 */
public record Disable() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.DISABLE_IMAGE;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.state() == DISABLED
            ? Decision.unchanged()
            : Decision.accepted(new ImageDisabled()));
  }
}

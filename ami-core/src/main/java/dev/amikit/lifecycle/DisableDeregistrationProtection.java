package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeregistrationProtection.EnabledWithCooldown;
import dev.amikit.image.DeregistrationProtection.EnabledWithoutCooldown;
import dev.amikit.time.Times;
import java.time.Instant;

/**
 * {@code DisableImageDeregistrationProtection}: ends protection, at once or after a cool-down of 24
 * hours, as was chosen when it was enabled. Doing so again does not begin the cool-down anew.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableImageDeregistrationProtection.html">DisableImageDeregistrationProtection</a>
 */
public record DisableDeregistrationProtection() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.DISABLE_IMAGE_DEREGISTRATION_PROTECTION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      DeregistrationProtection present =
          ami.deregistrationProtection().orElse(DeregistrationProtection.disabled());
      if (present instanceof EnabledWithCooldown) {
        return changed(DeregistrationProtection.disabledAfter(
            Times.plus(now, DeregistrationProtection.COOLDOWN)));
      }
      return present instanceof EnabledWithoutCooldown
          ? changed(DeregistrationProtection.disabled())
          : Decision.unchanged();
    });
  }

  private static Decision<Ami> changed(DeregistrationProtection protection) {
    return Decision.accepted(new DeregistrationProtectionChanged(protection));
  }
}

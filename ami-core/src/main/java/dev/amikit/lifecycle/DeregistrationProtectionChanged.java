package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import java.util.Optional;

/**
 * The deregistration protection of the image was set.
 *
 * @param deregistrationProtection what it is now
 */
public record DeregistrationProtectionChanged(DeregistrationProtection deregistrationProtection)
    implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withDeregistrationProtection(Optional.of(deregistrationProtection));
  }
}

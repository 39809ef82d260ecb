package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

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
  /**
   * Refuses null.
   *
   * @param deregistrationProtection what it is now
   */
  public DeregistrationProtectionChanged {
    requireNonNull(deregistrationProtection, "deregistrationProtection");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withDeregistrationProtection(Optional.of(deregistrationProtection));
  }
}

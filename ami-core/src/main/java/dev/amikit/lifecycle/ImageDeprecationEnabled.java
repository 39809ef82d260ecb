package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.time.Instant;
import java.util.Optional;

/**
 * The image got a deprecation time.
 *
 * @param deprecationTime from when on it is deprecated
 */
public record ImageDeprecationEnabled(Instant deprecationTime) implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withDeprecationTime(Optional.of(deprecationTime));
  }
}

package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import java.time.Instant;
import java.util.Optional;

/**
 * The image got a deprecation time.
 *
 * @param deprecationTime from when on it is deprecated
 */
public record ImageDeprecationEnabled(Instant deprecationTime) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param deprecationTime from when on it is deprecated
   */
  public ImageDeprecationEnabled {
    requireNonNull(deprecationTime, "deprecationTime");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withDeprecationTime(Optional.of(deprecationTime));
  }
}

package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance was launched from the image. EC2 reports it a day later; so does a registry, where
 * this happens no earlier.
 *
 * @param time when
 */
public record ImageLaunched(Instant time) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param time when
   */
  public ImageLaunched {
    requireNonNull(time, "time");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withLastLaunchedTime(Optional.of(time));
  }
}

package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import java.util.Optional;

/** The image lost its deprecation time. */
public record ImageDeprecationDisabled() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withDeprecationTime(Optional.empty());
  }
}

package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.util.Optional;

/** The image lost its deprecation time. */
public record ImageDeprecationDisabled() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withDeprecationTime(Optional.empty());
  }
}

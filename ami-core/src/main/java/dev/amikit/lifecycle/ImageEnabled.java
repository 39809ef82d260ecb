package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.AVAILABLE;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;

/** The image was enabled; no launch permission came back. */
public record ImageEnabled() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withState(AVAILABLE);
  }
}

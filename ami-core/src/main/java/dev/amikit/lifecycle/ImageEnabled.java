package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.AVAILABLE;

import dev.amikit.image.Ami;

/** The image was enabled; no launch permission came back. */
public record ImageEnabled() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withState(AVAILABLE);
  }
}

package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.DEREGISTERED;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;

/** The image was deregistered for good; its launch permissions ended. */
public record ImageDeregistered() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withLaunchPermissions(ImmutableSet.of()).withState(DEREGISTERED);
  }
}

package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.DISABLED;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;

/** The image was disabled; every launch permission is gone for good. */
public record ImageDisabled() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withLaunchPermissions(ImmutableSet.of()).withState(DISABLED);
  }
}

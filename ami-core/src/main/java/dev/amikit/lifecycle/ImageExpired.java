package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.DEREGISTERED;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import java.util.Optional;

/** The image left the Recycle Bin for good. */
public record ImageExpired() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withRecycleBinStay(Optional.empty())
        .withLaunchPermissions(ImmutableSet.of())
        .withState(DEREGISTERED)
        .withTags(ami.tags().without(ImageMovedToRecycleBin.TAG));
  }
}

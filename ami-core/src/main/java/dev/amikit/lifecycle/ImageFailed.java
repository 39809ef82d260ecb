package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.FAILED;

import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import java.util.Optional;

/**
 * The image could not be made.
 *
 * @param stateReason why
 */
public record ImageFailed(StateReason stateReason) implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withState(FAILED).withStateReason(Optional.of(stateReason));
  }
}

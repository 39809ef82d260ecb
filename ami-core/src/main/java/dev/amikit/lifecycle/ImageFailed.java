package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.FAILED;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import java.util.Optional;

/**
 * The image could not be made.
 *
 * @param stateReason why
 */
public record ImageFailed(StateReason stateReason) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param stateReason why
   */
  public ImageFailed {
    requireNonNull(stateReason, "stateReason");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withState(FAILED).withStateReason(Optional.of(stateReason));
  }
}

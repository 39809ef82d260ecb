package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import java.time.Instant;

/**
 * The making of a pending image fails.
 *
 * @param stateReason why
 */
public record FailCreation(StateReason stateReason) implements AmiCommand {
  /**
   * Refuses null.
   *
   * @param stateReason why
   */
  public FailCreation {
    requireNonNull(stateReason, "stateReason");
  }

  @Override
  public AmiAction action() {
    return AmiAction.FAIL_CREATION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> Decision.accepted(new ImageFailed(stateReason)));
  }
}

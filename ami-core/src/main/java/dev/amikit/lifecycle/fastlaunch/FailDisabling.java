package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * The snapshots could not be removed.
 *
 * @param reason why
 */
public record FailDisabling(String reason) implements FastLaunchCommand {
  /**
   * Refuses null.
   *
   * @param reason why
   */
  public FailDisabling {
    requireNonNull(reason, "reason");
  }

  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.FAIL_DISABLING;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this, fastLaunch, now, () -> Decision.accepted(new FastLaunchDisablingFailed(reason, now)));
  }
}

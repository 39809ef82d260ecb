package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * Snapshots could not be made. Enabling failed if there never was one.
 *
 * @param wasEnabled whether there ever was one
 * @param reason why
 */
public record FailProvisioning(boolean wasEnabled, String reason) implements FastLaunchCommand {
  /**
   * Refuses null.
   *
   * @param wasEnabled whether there ever was one
   * @param reason why
   */
  public FailProvisioning {
    requireNonNull(reason, "reason");
  }

  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.FAIL_PROVISIONING;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this,
        fastLaunch,
        now,
        () -> Decision.accepted(new FastLaunchFailed(wasEnabled, reason, now)));
  }
}

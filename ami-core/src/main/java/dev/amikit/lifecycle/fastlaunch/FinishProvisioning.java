package dev.amikit.lifecycle.fastlaunch;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/** Snapshots are there: fast launch is enabled, as soon as that is true of the first of them. */
public record FinishProvisioning() implements FastLaunchCommand {
  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.FINISH_PROVISIONING;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this,
        fastLaunch,
        now,
        () -> fastLaunch.map(FastLaunch::state).equals(Optional.of(FastLaunchState.ENABLED))
            ? Decision.unchanged()
            : Decision.accepted(new FastLaunchEnabled(now)));
  }
}

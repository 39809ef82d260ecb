package dev.amikit.lifecycle.fastlaunch;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/** {@code DisableFastLaunch}: the snapshots are going to be removed. */
public record Disable() implements FastLaunchCommand {
  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.DISABLE_FAST_LAUNCH;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this, fastLaunch, now, () -> Decision.accepted(new FastLaunchDisabling(now)));
  }
}

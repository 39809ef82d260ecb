package dev.amikit.lifecycle.fastlaunch;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/** The snapshots are removed, or stay because the account said so. */
public record FinishDisabling() implements FastLaunchCommand {
  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.FINISH_DISABLING;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this, fastLaunch, now, () -> Decision.accepted(new FastLaunchDisabled()));
  }
}

package dev.amikit.lifecycle.fastlaunch;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/** The image is deregistered, and takes fast launch along. */
public record LoseImage() implements FastLaunchCommand {
  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.LOSE_IMAGE;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this, fastLaunch, now, () -> Decision.accepted(new FastLaunchDisabled()));
  }
}

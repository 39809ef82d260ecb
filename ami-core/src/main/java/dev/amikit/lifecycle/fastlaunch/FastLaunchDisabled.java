package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import java.util.Optional;

/** There is fast launch of the image no more. */
public record FastLaunchDisabled() implements FastLaunchEvent {
  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    requireNonNull(fastLaunch, "fastLaunch");
    FastLaunch unused = fastLaunch.orElseThrow();
    return Optional.empty();
  }
}

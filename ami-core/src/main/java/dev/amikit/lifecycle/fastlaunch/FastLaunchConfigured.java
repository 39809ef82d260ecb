package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fast launch, which stays enabled, is set up otherwise.
 *
 * @param configuration how it is set up
 * @param time when it was asked for
 */
public record FastLaunchConfigured(FastLaunchConfiguration configuration, Instant time)
    implements FastLaunchEvent {
  /**
   * Refuses null.
   *
   * @param configuration how it is set up
   * @param time when it was asked for
   */
  public FastLaunchConfigured {
    requireNonNull(configuration, "configuration");
    requireNonNull(time, "time");
  }

  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    FastLaunch before = requireNonNull(fastLaunch, "fastLaunch").orElseThrow();
    return Optional.of(
        before.with(configuration).in(before.state(), FastLaunch.USER_INITIATED, time));
  }
}

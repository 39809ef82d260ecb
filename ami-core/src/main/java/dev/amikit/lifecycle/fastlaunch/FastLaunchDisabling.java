package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import java.time.Instant;
import java.util.Optional;

/**
 * The snapshots are being removed.
 *
 * @param time when it was asked for
 */
public record FastLaunchDisabling(Instant time) implements FastLaunchEvent {
  /**
   * Refuses null.
   *
   * @param time when it was asked for
   */
  public FastLaunchDisabling {
    requireNonNull(time, "time");
  }

  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    requireNonNull(fastLaunch, "fastLaunch");
    return Optional.of(
        fastLaunch.orElseThrow().in(FastLaunchState.DISABLING, FastLaunch.USER_INITIATED, time));
  }
}

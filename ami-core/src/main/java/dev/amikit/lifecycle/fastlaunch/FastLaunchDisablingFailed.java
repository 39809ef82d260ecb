package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import java.time.Instant;
import java.util.Optional;

/**
 * Some snapshots could not be removed.
 *
 * @param reason why
 * @param time when that was known
 */
public record FastLaunchDisablingFailed(String reason, Instant time) implements FastLaunchEvent {
  /**
   * Refuses null.
   *
   * @param reason why
   * @param time when that was known
   */
  public FastLaunchDisablingFailed {
    requireNonNull(reason, "reason");
    requireNonNull(time, "time");
  }

  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    requireNonNull(fastLaunch, "fastLaunch");
    return Optional.of(fastLaunch.orElseThrow().in(FastLaunchState.DISABLING_FAILED, reason, time));
  }
}

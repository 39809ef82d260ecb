package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import java.time.Instant;
import java.util.Optional;

/**
 * There are snapshots: launches start from them.
 *
 * @param time since when
 */
public record FastLaunchEnabled(Instant time) implements FastLaunchEvent {
  /**
   * Refuses null.
   *
   * @param time since when
   */
  public FastLaunchEnabled {
    requireNonNull(time, "time");
  }

  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    FastLaunch before = requireNonNull(fastLaunch, "fastLaunch").orElseThrow();
    return Optional.of(before.in(
        FastLaunchState.ENABLED,
        before.state() == FastLaunchState.ENABLED_FAILED
            ? FastLaunch.RECOVERED
            : before.stateTransitionReason(),
        time));
  }
}

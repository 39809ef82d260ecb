package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import java.time.Instant;
import java.util.Optional;

/**
 * Snapshots could not be made. Enabling failed if there never was one.
 *
 * @param wasEnabled whether there ever was one
 * @param reason why
 * @param time when that was known
 */
public record FastLaunchFailed(boolean wasEnabled, String reason, Instant time)
    implements FastLaunchEvent {
  /**
   * Refuses null.
   *
   * @param wasEnabled whether there ever was one
   * @param reason why
   * @param time when that was known
   */
  public FastLaunchFailed {
    requireNonNull(reason, "reason");
    requireNonNull(time, "time");
  }

  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    FastLaunch before = requireNonNull(fastLaunch, "fastLaunch").orElseThrow();
    return Optional.of(before.in(
        wasEnabled || before.state() != FastLaunchState.ENABLING
            ? FastLaunchState.ENABLED_FAILED
            : FastLaunchState.ENABLING_FAILED,
        reason,
        time));
  }
}

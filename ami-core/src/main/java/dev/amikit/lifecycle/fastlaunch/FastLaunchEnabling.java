package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.FastLaunchId;
import java.time.Instant;
import java.util.Optional;

/**
 * Fast launch is being enabled, for the first time or anew.
 *
 * @param id the account and the image
 * @param configuration how it is set up
 * @param time when it was asked for
 */
public record FastLaunchEnabling(
    FastLaunchId id, FastLaunchConfiguration configuration, Instant time)
    implements FastLaunchEvent {
  /**
   * Refuses null.
   *
   * @param id the account and the image
   * @param configuration how it is set up
   * @param time when it was asked for
   */
  public FastLaunchEnabling {
    requireNonNull(id, "id");
    requireNonNull(configuration, "configuration");
    requireNonNull(time, "time");
  }

  @Override
  public Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch) {
    requireNonNull(fastLaunch, "fastLaunch");
    return Optional.of(new FastLaunch(
        id, configuration, FastLaunchState.ENABLING, FastLaunch.USER_INITIATED, time));
  }
}

package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.FastLaunchId;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code EnableFastLaunch}: snapshots are going to be made. What is enabled already only gets
 * another configuration.
 *
 * @param id the account and the image
 * @param configuration how it is set up
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableFastLaunch.html">EnableFastLaunch</a>
 */
public record Enable(FastLaunchId id, FastLaunchConfiguration configuration)
    implements FastLaunchCommand {
  /**
   * Refuses null.
   *
   * @param id the account and the image
   * @param configuration how it is set up
   */
  public Enable {
    requireNonNull(id, "id");
    requireNonNull(configuration, "configuration");
  }

  @Override
  public FastLaunchAction action() {
    return FastLaunchAction.ENABLE_FAST_LAUNCH;
  }

  @Override
  public Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now) {
    return FastLaunchLifeCycle.decide(
        this,
        fastLaunch,
        now,
        () -> Decision.accepted(
            fastLaunch.map(FastLaunch::state).equals(Optional.of(FastLaunchState.ENABLED))
                ? new FastLaunchConfigured(configuration, now)
                : new FastLaunchEnabling(id, configuration, now)));
  }
}

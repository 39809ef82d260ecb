package dev.amikit.lifecycle.fastlaunch;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Event;
import java.util.Optional;

/** What has happened to fast launch of an image. */
public sealed interface FastLaunchEvent extends Event<Optional<FastLaunch>>
    permits FastLaunchEnabling,
        FastLaunchConfigured,
        FastLaunchEnabled,
        FastLaunchFailed,
        FastLaunchDisabling,
        FastLaunchDisablingFailed,
        FastLaunchDisabled {
  @Override
  Optional<FastLaunch> evolve(Optional<FastLaunch> fastLaunch);
}

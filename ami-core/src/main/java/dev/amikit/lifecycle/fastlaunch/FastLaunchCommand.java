package dev.amikit.lifecycle.fastlaunch;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.Optional;

/** What is asked to be done with fast launch of an image, which may be there or not. */
public sealed interface FastLaunchCommand extends Command<Optional<FastLaunch>>
    permits Enable,
        FinishProvisioning,
        FailProvisioning,
        Disable,
        FinishDisabling,
        FailDisabling,
        LoseImage {
  /**
   * {@return the column of the {@linkplain FastLaunchLifeCycle transition table} that speaks of the
   * command}
   */
  @Override
  FastLaunchAction action();

  @Override
  Decision<Optional<FastLaunch>> decide(Optional<FastLaunch> fastLaunch, Instant now);
}

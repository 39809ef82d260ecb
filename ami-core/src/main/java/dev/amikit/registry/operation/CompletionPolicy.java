package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.StateReason;
import java.time.Duration;
import java.util.Optional;

/**
 * When work that EC2 does in the background (making an image, a snapshot or a copy) comes to its
 * end.
 *
 * @param duration how long it takes by the clock of the registry; empty if it ends only when told
 * @param failure why it fails; empty if it succeeds
 */
public record CompletionPolicy(Optional<Duration> duration, Optional<StateReason> failure) {
  /**
   * Refuses null.
   *
   * @param duration how long it takes by the clock of the registry; empty if it ends only when told
   * @param failure why it fails; empty if it succeeds
   */
  public CompletionPolicy {
    requireNonNull(duration, "duration");
    requireNonNull(failure, "failure");
  }

  /** {@return work ends before the call that began it returns} */
  public static CompletionPolicy atOnce() {
    return after(Duration.ZERO);
  }

  /**
   * Returns that work takes a while.
   *
   * @param duration how long, by the clock of the registry
   * @return the policy
   */
  public static CompletionPolicy after(Duration duration) {
    requireNonNull(duration, "duration");
    return new CompletionPolicy(Optional.of(duration), Optional.empty());
  }

  /** {@return work goes on until someone tells that it has ended} */
  public static CompletionPolicy whenTold() {
    return new CompletionPolicy(Optional.empty(), Optional.empty());
  }

  /**
   * Returns the same policy, but for work that fails in the end.
   *
   * @param reason why it fails
   * @return the policy
   */
  public CompletionPolicy failing(StateReason reason) {
    requireNonNull(reason, "reason");
    return new CompletionPolicy(duration, Optional.of(reason));
  }
}

package dev.amikit.registry.operation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.StateReason;
import java.time.Duration;
import java.util.Optional;

/**
 * When and how work that EC2 does in the background comes to its end: at once, after a duration, or
 * when told; well, or failing with a reason. {@link RegistrySettings} have a policy for each kind
 * of work.
 *
 * <p>Whatever the policy, work ends earlier if {@link dev.amikit.registry.Aws} ends it, and work
 * that has an obstacle, such as a key that cannot be used, fails.
 *
 * @param duration how long it takes by the clock of the registry, 0 or more; empty if it ends only
 *     when told
 * @param failure why it fails; empty if it succeeds
 */
public record CompletionPolicy(Optional<Duration> duration, Optional<StateReason> failure) {
  /**
   * Refuses null, and a duration below 0.
   *
   * @param duration how long it takes by the clock of the registry, 0 or more; empty if it ends
   *     only when told
   * @param failure why it fails; empty if it succeeds
   */
  public CompletionPolicy {
    requireNonNull(duration, "duration");
    requireNonNull(failure, "failure");
    checkArgument(duration.isEmpty() || !duration.get().isNegative(), "no time: %s", duration);
  }

  /** {@return work ends before the call that began it returns} */
  public static CompletionPolicy atOnce() {
    return after(Duration.ZERO);
  }

  /**
   * Returns that work takes a while.
   *
   * @param duration how long, by the clock of the registry; 0 or more
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
   * Returns the same policy, but for work that fails in the end, also when it is told to complete.
   *
   * @param reason why it fails
   * @return the policy
   */
  public CompletionPolicy failing(StateReason reason) {
    requireNonNull(reason, "reason");
    return new CompletionPolicy(duration, Optional.of(reason));
  }

  /** The same policy, but for work that takes no time. */
  CompletionPolicy withoutDelay() {
    return duration.isEmpty() ? this : new CompletionPolicy(Optional.of(Duration.ZERO), failure);
  }
}

package dev.amikit.fastlaunch;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That an account has fast launch of a Windows image: snapshots of instances that went through the
 * first steps of Windows are kept ready, and launches of the image start from them.
 *
 * @param id the account and the image
 * @param configuration how it is set up
 * @param state how far it is
 * @param stateTransitionReason why it is in that state: {@link #USER_INITIATED}, or what failed
 * @param stateTransitionTime since when, in whole seconds
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeFastLaunchImagesSuccessItem.html">DescribeFastLaunchImagesSuccessItem</a>
 */
public record FastLaunch(
    FastLaunchId id,
    FastLaunchConfiguration configuration,
    FastLaunchState state,
    String stateTransitionReason,
    Instant stateTransitionTime) {
  /** Fast launch is there. */
  public static final Rule PRESENT = Rule.rule(
          "fast-launch.present",
          "what happens to fast launch of an image, save that it is enabled, happens while it is"
              + " there",
          ErrorCode.INCORRECT_STATE,
          "API reference, DisableFastLaunch; inferred: it names no code",
          "FAST-17")
      .saying(own("Fast launch of the AMI is not enabled."));

  /** The unit of the times that EC2 tells. */
  public static final ChronoUnit TIME_UNIT = ChronoUnit.SECONDS;

  /** The reason of what the account asked for. */
  public static final String USER_INITIATED = "Client.UserInitiated";

  /** The reason of what got well again by itself; the word is not EC2's, which tells none. */
  public static final String RECOVERED = "Server.Recovered";

  /**
   * Refuses null.
   *
   * @param id the account and the image
   * @param configuration how it is set up
   * @param state how far it is
   * @param stateTransitionReason why it is in that state: {@link #USER_INITIATED}, or what failed
   * @param stateTransitionTime since when, in whole seconds
   */
  public FastLaunch {
    requireNonNull(id, "id");
    requireNonNull(configuration, "configuration");
    requireNonNull(state, "state");
    requireNonNull(stateTransitionReason, "stateTransitionReason");
    requireNonNull(stateTransitionTime, "stateTransitionTime");
  }

  /** {@return the image} */
  public ImageId imageId() {
    return id.imageId();
  }

  /** {@return the account that enabled it, to which its snapshots belong} */
  public AccountId ownerId() {
    return id.ownerId();
  }

  /** {@return whether launches start from its snapshots: it is not being disabled} */
  public boolean servesLaunches() {
    return state != FastLaunchState.DISABLING && state != FastLaunchState.DISABLING_FAILED;
  }

  /**
   * Returns the same in another state.
   *
   * @param state the state
   * @param reason why
   * @param time since when
   * @return the fast launch
   */
  public FastLaunch in(FastLaunchState state, String reason, Instant time) {
    requireNonNull(state, "state");
    requireNonNull(reason, "reason");
    requireNonNull(time, "time");
    return new FastLaunch(id, configuration, state, reason, time);
  }

  /**
   * Returns the same, set up otherwise.
   *
   * @param configuration how
   * @return the fast launch, in the same state
   */
  public FastLaunch with(FastLaunchConfiguration configuration) {
    requireNonNull(configuration, "configuration");
    return new FastLaunch(id, configuration, state, stateTransitionReason, stateTransitionTime);
  }
}

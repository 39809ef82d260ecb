package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import java.util.Locale;
import java.util.Optional;

/** Where fast launch of an image is for an account: in one of EC2's states, or disabled. */
public enum FastLaunchStage {
  /** There is none. EC2 lists no such state; only its events tell it. */
  DISABLED,
  /** In state {@code enabling}. */
  ENABLING,
  /** In state {@code enabling-failed}. */
  ENABLING_FAILED,
  /** In state {@code enabled}. */
  ENABLED,
  /** In state {@code enabled-failed}. */
  ENABLED_FAILED,
  /** In state {@code disabling}. */
  DISABLING,
  /** In state {@code disabling-failed}. */
  DISABLING_FAILED;

  /**
   * Returns where fast launch is.
   *
   * @param fastLaunch the fast launch; empty if there is none
   * @return its stage
   */
  public static FastLaunchStage of(Optional<FastLaunch> fastLaunch) {
    requireNonNull(fastLaunch, "fastLaunch");
    return fastLaunch.map(FastLaunch::state).map(FastLaunchStage::of).orElse(DISABLED);
  }

  private static FastLaunchStage of(FastLaunchState state) {
    return switch (state) {
      case ENABLING -> ENABLING;
      case ENABLING_FAILED -> ENABLING_FAILED;
      case ENABLED -> ENABLED;
      case ENABLED_FAILED -> ENABLED_FAILED;
      case DISABLING -> DISABLING;
      case DISABLING_FAILED -> DISABLING_FAILED;
    };
  }

  /** Returns the word for the stage, such as {@code enabling-failed}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

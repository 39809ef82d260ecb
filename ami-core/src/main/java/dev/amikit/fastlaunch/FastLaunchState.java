package dev.amikit.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The state of the fast launch of an image, EC2's {@code FastLaunchStateCode}; the list is closed.
 * What is disabled is listed no more, and has no state.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeFastLaunchImagesSuccessItem.html">DescribeFastLaunchImagesSuccessItem,
 *     State</a>
 */
public enum FastLaunchState {
  /** The first snapshot is being made. */
  ENABLING("enabling"),
  /** No snapshot could be made. */
  ENABLING_FAILED("enabling-failed"),
  /** There has been a snapshot; more are made as they are used. */
  ENABLED("enabled"),
  /** There has been a snapshot, but then no more could be made. */
  ENABLED_FAILED("enabled-failed"),
  /** The snapshots are being removed. */
  DISABLING("disabling"),
  /** The snapshots could not be removed. */
  DISABLING_FAILED("disabling-failed");

  /** The list of states is closed. */
  public static final Rule KNOWN = Rule.rule(
      "fast-launch-state.known",
      "the state of the fast launch of an image is one of the six that EC2 has",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, DescribeFastLaunchImagesSuccessItem, State",
      "FAST-10",
      "FL-05");

  private final String word;

  FastLaunchState(String word) {
    this.word = word;
  }

  /**
   * Returns the state that EC2 spells so.
   *
   * @param word the word, such as {@code enabled}
   * @return the state
   * @throws dev.amikit.rule.RuleViolationException by {@code fast-launch-state.known}
   */
  public static FastLaunchState of(String word) {
    requireNonNull(word, "word");
    for (FastLaunchState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    throw KNOWN.refuse("", word);
  }

  /** Returns the word that EC2 has for the state. */
  @Override
  public String toString() {
    return word;
  }
}

package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.beans.Transient;

/**
 * The state of an image, EC2's {@code ImageState}; the list is closed. Being deprecated, being
 * protected and lying in the Recycle Bin are no states.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html">Image,
 *     State</a>
 */
public enum AmiState {
  /** Being made; cannot be used yet. */
  PENDING("pending"),
  /** Can be launched: the only state of which that is true. */
  AVAILABLE("available"),
  /** Listed by EC2, and never produced by what its documentation describes. */
  INVALID("invalid"),
  /** Gone for good. */
  DEREGISTERED("deregistered"),
  /** Listed by EC2, and never produced by what its documentation describes. */
  TRANSIENT("transient"),
  /** Could not be made; can only be deregistered. */
  FAILED("failed"),
  /** Listed by EC2, and never produced by what its documentation describes. */
  ERROR("error"),
  /** Taken out of use by its owner, who alone can see it and can enable it again. */
  DISABLED("disabled");

  /** The list of states is closed. */
  public static final Rule KNOWN = Rule.rule(
      "ami-state.known",
      "the state of an image is one of the eight that EC2 has",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, Image, State",
      "LIFE-01",
      "IMG-06");

  private final String word;

  AmiState(String word) {
    this.word = word;
  }

  /**
   * Returns the state that EC2 spells so.
   *
   * @param word the word, such as {@code available}
   * @return the state
   * @throws dev.amikit.rule.RuleViolationException by {@code ami-state.known}
   */
  public static AmiState of(String word) {
    requireNonNull(word, "word");
    for (AmiState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    throw KNOWN.refuse("", word);
  }

  /**
   * {@return whether a filter finds images in the state; EC2 takes the words of the others in a
   * filter as well, and finds nothing by them}
   */
  @Transient
  public boolean isFilterable() {
    return switch (this) {
      case PENDING, AVAILABLE, FAILED, DISABLED -> true;
      case INVALID, DEREGISTERED, TRANSIENT, ERROR -> false;
    };
  }

  /** Returns the word that EC2 has for the state. */
  @Override
  public String toString() {
    return word;
  }
}

package dev.amikit.allowed;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * The setting Allowed AMIs of an account in a Region: which images of others it may see and use.
 * State and criteria are independent; each may change without the other.
 *
 * @param state whether the criteria are enforced
 * @param imageCriteria at most 10 criteria; an image of another account is allowed if it meets any
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html">Control
 *     the discovery and use of AMIs with Allowed AMIs</a>
 */
public record AllowedImagesSettings(State state, ImmutableList<ImageCriterion> imageCriteria) {
  private static final int MOST_CRITERIA = 10;
  private static final AllowedImagesSettings INITIAL =
      new AllowedImagesSettings(State.DISABLED, ImmutableList.of());

  /** Ten criteria are the most. */
  public static final Rule CRITERIA_LIMIT = Rule.rule(
          "allowed-images-settings.criteria-limit",
          "Allowed AMIs has at most 10 criteria",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ReplaceImageCriteriaInAllowedImagesSettings",
          "ALLOW-11",
          "QUOTA-10")
      .saying(own("The maximum number of image criteria is 10"));

  /** The three states of the setting. */
  public static final Rule STATE_KNOWN = Rule.rule(
          "allowed-images-settings.state-known",
          "the state of Allowed AMIs is disabled, audit-mode or enabled",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, EnableAllowedImagesSettings",
          "ALLOW-01",
          "ALLOW-03")
      .saying(own("Invalid value '{value}' for allowedImagesSettingsState. Allowed values are"
          + " ('disabled', 'audit-mode', 'enabled')"));

  /** Whether the criteria are enforced. */
  public enum State {
    /** The criteria are not looked at. */
    DISABLED("disabled"),
    /** Nothing is restricted, but images tell whether they would be allowed. */
    AUDIT_MODE("audit-mode"),
    /** Images of others that meet no criterion can be neither seen nor used. */
    ENABLED("enabled");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /**
     * Returns the state that EC2 spells so.
     *
     * @param word the word, such as {@code audit-mode}
     * @return the state
     * @throws dev.amikit.rule.RuleViolationException by {@code allowed-images-settings.state-known}
     */
    public static State of(String word) {
      requireNonNull(word, "word");
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      throw STATE_KNOWN.refuse("", word);
    }

    /** Returns the word that EC2 has for the state. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Checks how many criteria there are.
   *
   * @param state whether the criteria are enforced
   * @param imageCriteria at most 10 criteria; an image of another account is allowed if it meets
   *     any
   * @throws dev.amikit.rule.RuleViolationException by
   *     {@code allowed-images-settings.criteria-limit}
   */
  public AllowedImagesSettings {
    requireNonNull(state, "state");
    requireNonNull(imageCriteria, "imageCriteria");
    if (imageCriteria.size() > MOST_CRITERIA) {
      throw CRITERIA_LIMIT.refuse("imageCriteria", imageCriteria.size());
    }
  }

  /** {@return the setting of every new account: disabled, without criteria} */
  public static AllowedImagesSettings initial() {
    return INITIAL;
  }

  /**
   * Returns the enforced setting.
   *
   * @param criteria the criteria; none allows own images only
   * @return the setting
   */
  public static AllowedImagesSettings enabled(ImageCriterion... criteria) {
    requireNonNull(criteria, "criteria");
    return new AllowedImagesSettings(State.ENABLED, ImmutableList.copyOf(criteria));
  }

  /**
   * Returns the setting that only tells.
   *
   * @param criteria the criteria
   * @return the setting
   */
  public static AllowedImagesSettings auditMode(ImageCriterion... criteria) {
    requireNonNull(criteria, "criteria");
    return new AllowedImagesSettings(State.AUDIT_MODE, ImmutableList.copyOf(criteria));
  }

  /**
   * Returns the setting in another state, its criteria as they are.
   *
   * @param state the state
   * @return the changed setting
   */
  public AllowedImagesSettings withState(State state) {
    return new AllowedImagesSettings(state, imageCriteria);
  }

  /**
   * Returns the setting with other criteria, its state as it is.
   *
   * @param imageCriteria the criteria, all of them
   * @return the changed setting
   */
  public AllowedImagesSettings withImageCriteria(ImmutableList<ImageCriterion> imageCriteria) {
    return new AllowedImagesSettings(state, imageCriteria);
  }

  /**
   * Tells whether another account's image meets a criterion, whatever the state.
   *
   * @param ami the image
   * @param at the time
   * @return whether it meets any
   */
  public boolean isMetBy(Ami ami, Instant at) {
    requireNonNull(ami, "ami");
    requireNonNull(at, "at");
    for (int i = 0; i < imageCriteria.size(); i++) {
      if (imageCriteria.get(i).isMetBy(ami, at)) {
        return true;
      }
    }
    return false;
  }
}

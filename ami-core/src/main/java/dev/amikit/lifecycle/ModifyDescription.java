package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.rule.Characters;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ModifyImageAttribute} of the description, which can be replaced and never be taken away.
 *
 * @param description what the image is to be described as, 1 to 255 characters (code points)
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html">ModifyImageAttribute</a>
 */
public record ModifyDescription(String description) implements AmiCommand {
  private static final int LONGEST = 255;

  /** A description has at most 255 characters. */
  public static final Rule LENGTH = Rule.rule(
          "image-description.length",
          "a description to be given has at most 255 characters",
          INVALID_PARAMETER_VALUE,
          "API reference, RegisterImage, Description",
          "COM-11",
          "NAME-07")
      .saying(quoted(
          "Value ({description}) for parameter description is invalid. It exceeds 255 characters"));

  /** A description is not taken away. */
  public static final Rule NOT_EMPTY = Rule.rule(
          "modify-description.not-empty",
          "the description of an image can be changed, not taken away",
          MISSING_PARAMETER,
          "observed: a recorded answer of ModifyImageAttribute, September 2026",
          "ATTR-02")
      .saying(recorded("The request must contain the parameter description"));

  /**
   * Refuses null.
   *
   * @param description what the image is to be described as, 1 to 255 characters (code points)
   */
  public ModifyDescription {
    requireNonNull(description, "description");
  }

  /**
   * Tells why an image or a snapshot cannot be given a description.
   *
   * @param description the description
   * @return the rule that it breaks; empty if it can be given
   */
  public static Optional<Violation> broken(String description) {
    requireNonNull(description, "description");
    return description.codePointCount(0, description.length()) > LONGEST
        ? Optional.of(LENGTH.brokenBy("description", description))
        : Characters.malformed("description", description);
  }

  @Override
  public AmiAction action() {
    return AmiAction.MODIFY_DESCRIPTION;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    if (description.isEmpty()) {
      return Optional.of(Refusal.of(NOT_EMPTY.brokenBy("description", description)));
    }
    return broken(description).map(Refusal::of);
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.description().equals(Optional.of(description))
            ? Decision.unchanged()
            : Decision.accepted(new DescriptionChanged(description)));
  }
}

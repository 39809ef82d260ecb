package dev.amikit.registry.account;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.BlockPublicAccess;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * {@code EnableImageBlockPublicAccess}: from now on no image of the account can become public in
 * the Region. Answers with the setting.
 *
 * @param imageBlockPublicAccessState {@code block-new-sharing}, the only mode that images know
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageBlockPublicAccess.html">EnableImageBlockPublicAccess</a>
 */
public record EnableImageBlockPublicAccess(Optional<BlockPublicAccess> imageBlockPublicAccessState)
    implements Operation<BlockPublicAccess> {
  /** Public images cannot be blocked after the fact. */
  public static final Rule BLOCKS_NEW_SHARING = Rule.rule(
      "enable-image-block-public-access.blocks-new-sharing",
      "for images, block public access is enabled as block-new-sharing",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, EnableImageBlockPublicAccess",
      "BPA-01",
      "BPA-02");

  /**
   * Refuses null.
   *
   * @param imageBlockPublicAccessState {@code block-new-sharing}, the only mode that images know
   */
  public EnableImageBlockPublicAccess {
    requireNonNull(imageBlockPublicAccessState, "imageBlockPublicAccessState");
  }

  @Override
  public Outcome<BlockPublicAccess> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      BlockPublicAccess wanted =
          plan.required("imageBlockPublicAccessState", imageBlockPublicAccessState);
      plan.require(
          wanted == BlockPublicAccess.BLOCK_NEW_SHARING,
          BLOCKS_NEW_SHARING,
          "imageBlockPublicAccessState",
          wanted);
      plan.changeSettings(settings -> settings.imageBlockPublicAccess(wanted));
      return wanted;
    });
  }
}

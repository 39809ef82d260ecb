package dev.amikit.registry.account;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import org.immutables.value.Value;

/**
 * {@code EnableImageBlockPublicAccess}: from now on no image of the account can become public in
 * the Region. Answers with the setting.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageBlockPublicAccess.html">EnableImageBlockPublicAccess</a>
 */
@Value.Immutable
public abstract class EnableImageBlockPublicAccess implements Operation<BlockPublicAccess> {
  /** Public images cannot be blocked after the fact. */
  public static final Rule BLOCKS_NEW_SHARING = Rule.rule(
          "enable-image-block-public-access.blocks-new-sharing",
          "for images, block public access is enabled as block-new-sharing",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, EnableImageBlockPublicAccess",
          "BPA-01",
          "BPA-02")
      .saying(own("Invalid value '{value}' for imageBlockPublicAccessState. Allowed values are"
          + " ('block-new-sharing')"));

  EnableImageBlockPublicAccess() {}

  /** {@return {@code block-new-sharing}, the only mode that images know} */
  public abstract BlockPublicAccess imageBlockPublicAccessState();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the request to block public access.
   *
   * @param imageBlockPublicAccessState {@code block-new-sharing}, the only mode that images know
   * @return the request
   */
  public static EnableImageBlockPublicAccess of(BlockPublicAccess imageBlockPublicAccessState) {
    requireNonNull(imageBlockPublicAccessState, "imageBlockPublicAccessState");
    return builder().imageBlockPublicAccessState(imageBlockPublicAccessState).build();
  }

  @Override
  public Outcome<BlockPublicAccess> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      BlockPublicAccess wanted = imageBlockPublicAccessState();
      plan.require(
          wanted == BlockPublicAccess.BLOCK_NEW_SHARING,
          BLOCKS_NEW_SHARING,
          "imageBlockPublicAccessState",
          wanted);
      plan.changeSettings(settings -> settings.imageBlockPublicAccess(wanted));
      return wanted;
    });
  }

  /** Builds an {@link EnableImageBlockPublicAccess}. The setting has to be set. */
  public static final class Builder {
    private final ImmutableEnableImageBlockPublicAccess.Builder members =
        new ImmutableEnableImageBlockPublicAccess.Builder();

    Builder() {}

    /**
     * Sets how far public access is blocked.
     *
     * @param imageBlockPublicAccessState {@code block-new-sharing}, the only mode that images know
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageBlockPublicAccessState(BlockPublicAccess imageBlockPublicAccessState) {
      members.imageBlockPublicAccessState(imageBlockPublicAccessState);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without setting
     */
    public EnableImageBlockPublicAccess build() {
      return members.build();
    }
  }
}

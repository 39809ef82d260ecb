package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.EnableDeprecation;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import java.time.Instant;
import org.immutables.value.Value;

/**
 * {@code EnableImageDeprecation}: sets or replaces the time from which on an image is deprecated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageDeprecation.html">EnableImageDeprecation</a>
 */
@Value.Immutable
public abstract class EnableImageDeprecation implements Operation<Return> {
  EnableImageDeprecation() {}

  /** {@return the image, which the caller owns} */
  public abstract ImageId imageId();

  /** {@return from when on the image is deprecated; seconds are rounded to minutes} */
  public abstract Instant deprecateAt();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the request to deprecate an image.
   *
   * @param imageId the image, which the caller owns
   * @param deprecateAt from when on
   * @return the request
   */
  public static EnableImageDeprecation of(ImageId imageId, Instant deprecateAt) {
    requireNonNull(imageId, "imageId");
    requireNonNull(deprecateAt, "deprecateAt");
    return builder().imageId(imageId).deprecateAt(deprecateAt).build();
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Instant time = deprecateAt().truncatedTo(Ami.TIME_UNIT);
      plan.command(plan.ownImage(imageId()), new EnableDeprecation(time));
      return Return.TRUE;
    });
  }

  /** Builds an {@link EnableImageDeprecation}. Both members have to be set. */
  public static final class Builder {
    private final ImmutableEnableImageDeprecation.Builder members =
        new ImmutableEnableImageDeprecation.Builder();

    Builder() {}

    /**
     * Sets the image.
     *
     * @param imageId the image, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(ImageId imageId) {
      members.imageId(imageId);
      return this;
    }

    /**
     * Sets the image, given as text.
     *
     * @param imageId the text, such as {@code ami-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.kind} or
     *     {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageId.of(imageId));
    }

    /**
     * Sets from when on the image is deprecated.
     *
     * @param deprecateAt the time, at most 10 years ahead; seconds are rounded to minutes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deprecateAt(Instant deprecateAt) {
      members.deprecateAt(deprecateAt);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without image or time
     */
    public EnableImageDeprecation build() {
      return members.build();
    }
  }
}

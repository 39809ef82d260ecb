package dev.amikit.allowed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.filter.FilterPattern;
import dev.amikit.image.ImageWatermark;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What a criterion of Allowed AMIs asks of a watermark; one watermark must match all of it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageWatermarkFilterRequest.html">ImageWatermarkFilterRequest</a>
 */
@Value.Immutable
public abstract class ImageWatermarkFilter {
  /** The rules that every such filter keeps. */
  public static final ImmutableList<Rule> RULES = ImageCriterionRules.OF_WATERMARK_FILTER;

  ImageWatermarkFilter() {}

  /** {@return the pattern of the key, account and name} */
  public abstract Optional<String> watermarkKey();

  /** {@return the pattern of the Region of the image that was marked first} */
  public abstract Optional<String> sourceImageRegion();

  /** {@return how many days old the image that was marked first may be} */
  public abstract OptionalInt maximumDaysSinceSourceImageCreated();

  /** {@return how many days old the watermark may be} */
  public abstract OptionalInt maximumDaysSinceWatermarkCreated();

  /** {@return a builder of a filter that every watermark matches} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Tells whether a watermark matches.
   *
   * @param watermark the watermark
   * @param at the time
   * @return whether it matches all that is asked
   */
  public final boolean matches(ImageWatermark watermark, Instant at) {
    requireNonNull(watermark, "watermark");
    requireNonNull(at, "at");
    return keyMatches(watermark)
        && regionMatches(watermark)
        && Days.atMost(
            maximumDaysSinceSourceImageCreated(), watermark.sourceImageCreationTime(), at)
        && Days.atMost(maximumDaysSinceWatermarkCreated(), watermark.watermarkCreationTime(), at);
  }

  @Value.Lazy
  Optional<FilterPattern> keyPattern() {
    return watermarkKey().map(FilterPattern::of);
  }

  @Value.Lazy
  Optional<FilterPattern> regionPattern() {
    return sourceImageRegion().map(FilterPattern::of);
  }

  private boolean keyMatches(ImageWatermark watermark) {
    return keyPattern().isEmpty()
        || keyPattern().get().matches(watermark.watermarkKey().toString());
  }

  private boolean regionMatches(ImageWatermark watermark) {
    return regionPattern().isEmpty()
        || regionPattern().get().matches(watermark.sourceImageRegion().toString());
  }

  /** Builds an {@link ImageWatermarkFilter}, at first one that every watermark matches. */
  public static final class Builder {
    private final ImmutableImageWatermarkFilter.Builder members =
        new ImmutableImageWatermarkFilter.Builder();

    Builder() {}

    /**
     * Sets the pattern of the key.
     *
     * @param watermarkKey account and name, in either of which {@code *} and {@code ?} may stand
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder watermarkKey(String watermarkKey) {
      members.watermarkKey(watermarkKey);
      return this;
    }

    /**
     * Sets the pattern of the key, or none.
     *
     * @param watermarkKey the pattern of the key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder watermarkKey(Optional<String> watermarkKey) {
      requireNonNull(watermarkKey, "watermarkKey");
      members.watermarkKey(watermarkKey);
      return this;
    }

    /**
     * Sets the pattern of the Region of the image that was marked first.
     *
     * @param sourceImageRegion the code of the Region, in which {@code *} and {@code ?} may stand
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageRegion(String sourceImageRegion) {
      members.sourceImageRegion(sourceImageRegion);
      return this;
    }

    /**
     * Sets the pattern of the Region, or none.
     *
     * @param sourceImageRegion the pattern of the Region; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageRegion(Optional<String> sourceImageRegion) {
      requireNonNull(sourceImageRegion, "sourceImageRegion");
      members.sourceImageRegion(sourceImageRegion);
      return this;
    }

    /**
     * Sets how old the image that was marked first may be.
     *
     * @param maximumDaysSinceSourceImageCreated the age in days
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceSourceImageCreated(int maximumDaysSinceSourceImageCreated) {
      members.maximumDaysSinceSourceImageCreated(maximumDaysSinceSourceImageCreated);
      return this;
    }

    /**
     * Sets the age, or none.
     *
     * @param maximumDaysSinceSourceImageCreated the age; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceSourceImageCreated(
        OptionalInt maximumDaysSinceSourceImageCreated) {
      requireNonNull(maximumDaysSinceSourceImageCreated, "maximumDaysSinceSourceImageCreated");
      members.maximumDaysSinceSourceImageCreated(maximumDaysSinceSourceImageCreated);
      return this;
    }

    /**
     * Sets how old the watermark may be.
     *
     * @param maximumDaysSinceWatermarkCreated the age in days
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceWatermarkCreated(int maximumDaysSinceWatermarkCreated) {
      members.maximumDaysSinceWatermarkCreated(maximumDaysSinceWatermarkCreated);
      return this;
    }

    /**
     * Sets the age, or none.
     *
     * @param maximumDaysSinceWatermarkCreated the age; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceWatermarkCreated(OptionalInt maximumDaysSinceWatermarkCreated) {
      requireNonNull(maximumDaysSinceWatermarkCreated, "maximumDaysSinceWatermarkCreated");
      members.maximumDaysSinceWatermarkCreated(maximumDaysSinceWatermarkCreated);
      return this;
    }

    /**
     * Returns the filter.
     *
     * @return the filter, which keeps {@link ImageWatermarkFilter#RULES}
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public ImageWatermarkFilter build() {
      ImageWatermarkFilter filter = members.build();
      return ImageCriterionRules.brokenBy(filter).orKeep(filter);
    }
  }
}

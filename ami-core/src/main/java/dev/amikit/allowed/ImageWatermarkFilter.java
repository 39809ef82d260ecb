package dev.amikit.allowed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.filter.FilterPattern;
import dev.amikit.image.ImageWatermark;
import dev.amikit.rule.Invariant;
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
  public static final ImmutableList<Rule> RULES =
      Invariant.rules(ImageCriterionRules.OF_WATERMARK_FILTER);

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

  @Value.Check
  void check() {
    Invariant.enforce(ImageCriterionRules.OF_WATERMARK_FILTER, this);
  }

  /** Builds an {@link ImageWatermarkFilter}. */
  public static final class Builder extends ImmutableImageWatermarkFilter.Builder {
    Builder() {}
  }
}

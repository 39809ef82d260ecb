package dev.amikit.allowed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.ProductCode;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One criterion of Allowed AMIs. An image meets it if it meets every parameter that is there, and a
 * parameter with several values if any of them fits.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageCriterionRequest.html">ImageCriterionRequest</a>
 */
@Value.Immutable
public abstract class ImageCriterion {
  /** The rules that every criterion keeps. */
  public static final ImmutableList<Rule> RULES = Invariant.rules(ImageCriterionRules.INVARIANTS);

  ImageCriterion() {}

  /**
   * {@return the accounts and owner aliases that images may come from; {@code none} alone for no
   * other account}
   */
  public abstract ImmutableList<UserId> imageProviders();

  /** {@return the patterns of names that images may have} */
  public abstract ImmutableList<String> imageNames();

  /** {@return the product codes, of which images have one} */
  public abstract ImmutableList<String> marketplaceProductCodes();

  /** {@return how many days old images may be} */
  public abstract OptionalInt maximumDaysSinceCreated();

  /** {@return for how many days images may have been deprecated; with 0 they must not be} */
  public abstract OptionalInt maximumDaysSinceDeprecated();

  /** {@return the watermarks, of which images have one} */
  public abstract ImmutableList<ImageWatermarkFilter> imageWatermarks();

  /** {@return a builder without a parameter} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the criterion that asks for a provider.
   *
   * @param providers accounts and owner aliases
   * @return the criterion
   */
  public static ImageCriterion imageProviders(String... providers) {
    return builder().imageProviders(providers).build();
  }

  /**
   * Returns the criterion that asks for a name.
   *
   * @param patterns names with wild cards
   * @return the criterion
   */
  public static ImageCriterion imageNames(String... patterns) {
    requireNonNull(patterns, "patterns");
    return builder().addImageNames(patterns).build();
  }

  /**
   * Tells whether another account's image meets the criterion.
   *
   * @param ami the image
   * @param at the time, from which days are counted
   * @return whether it meets every parameter
   */
  public final boolean isMetBy(Ami ami, Instant at) {
    requireNonNull(ami, "ami");
    requireNonNull(at, "at");
    return isOfProvider(ami)
        && isNamed(ami)
        && hasProductCode(ami)
        && isYoung(ami, at)
        && isFreshlyDeprecatedAtMost(ami, at)
        && isMarked(ami, at);
  }

  @Value.Lazy
  ImmutableList<FilterPattern> namePatterns() {
    return imageNames().stream().map(FilterPattern::of).collect(ImmutableList.toImmutableList());
  }

  private boolean isOfProvider(Ami ami) {
    if (imageProviders().isEmpty()) {
      return true;
    }
    for (UserId provider : imageProviders()) {
      if (provider.names(ami.ownerId(), ami.imageOwnerAlias())) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamed(Ami ami) {
    if (imageNames().isEmpty()) {
      return true;
    }
    if (ami.name().isPresent()) {
      for (FilterPattern pattern : namePatterns()) {
        if (pattern.matches(ami.name().get().value())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasProductCode(Ami ami) {
    if (marketplaceProductCodes().isEmpty()) {
      return true;
    }
    for (ProductCode code : ami.productCodes()) {
      if (marketplaceProductCodes().contains(code.productCodeId())) {
        return true;
      }
    }
    return false;
  }

  private boolean isYoung(Ami ami, Instant at) {
    return maximumDaysSinceCreated().isEmpty()
        || ami.creationDate().isPresent()
            && Days.atMost(maximumDaysSinceCreated(), ami.creationDate().get(), at);
  }

  private boolean isFreshlyDeprecatedAtMost(Ami ami, Instant at) {
    return maximumDaysSinceDeprecated().isEmpty()
        || !ami.isDeprecatedAt(at)
        || maximumDaysSinceDeprecated().getAsInt() > 0
            && Days.atMost(maximumDaysSinceDeprecated(), ami.deprecationTime().get(), at);
  }

  private boolean isMarked(Ami ami, Instant at) {
    if (imageWatermarks().isEmpty()) {
      return true;
    }
    for (ImageWatermark watermark : ami.imageWatermarks()) {
      for (ImageWatermarkFilter filter : imageWatermarks()) {
        if (filter.matches(watermark, at)) {
          return true;
        }
      }
    }
    return false;
  }

  @Value.Check
  void check() {
    Invariant.enforce(ImageCriterionRules.INVARIANTS, this);
  }

  /** Builds an {@link ImageCriterion}. */
  public static final class Builder extends ImmutableImageCriterion.Builder {
    Builder() {}

    /**
     * Adds providers.
     *
     * @param providers accounts and owner aliases
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageProviders(String... providers) {
      requireNonNull(providers, "providers");
      return addAllImageProviders(UserId.each(providers));
    }
  }
}

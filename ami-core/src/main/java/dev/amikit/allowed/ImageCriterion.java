package dev.amikit.allowed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.ProductCode;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.util.Arrays;
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
  public static final ImmutableList<Rule> RULES = ImageCriterionRules.ALL;

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
    requireNonNull(providers, "providers");
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
    return builder().imageNames(patterns).build();
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

  /** Builds an {@link ImageCriterion}, at first without a parameter; one at least has to be set. */
  public static final class Builder {
    private final ImmutableImageCriterion.Builder members = new ImmutableImageCriterion.Builder();

    Builder() {}

    /**
     * Sets whose images are allowed.
     *
     * @param imageProviders accounts and owner aliases; {@code none} alone for no other account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageProviders(Iterable<? extends UserId> imageProviders) {
      requireNonNull(imageProviders, "imageProviders");
      members.imageProviders(imageProviders);
      return this;
    }

    /**
     * Adds a provider whose images are allowed.
     *
     * @param imageProvider the account or owner alias
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addImageProvider(UserId imageProvider) {
      requireNonNull(imageProvider, "imageProvider");
      members.addImageProvider(imageProvider);
      return this;
    }

    /**
     * Sets whose images are allowed, given as text.
     *
     * @param imageProviders accounts and owner aliases; {@code none} alone for no other account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageProviders(String... imageProviders) {
      requireNonNull(imageProviders, "imageProviders");
      return imageProviders(UserId.each(imageProviders));
    }

    /**
     * Sets the names that images may have.
     *
     * @param imageNames the patterns of the names
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageNames(Iterable<String> imageNames) {
      requireNonNull(imageNames, "imageNames");
      members.imageNames(imageNames);
      return this;
    }

    /**
     * Sets the names that images may have.
     *
     * @param imageNames the patterns of the names
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageNames(String... imageNames) {
      requireNonNull(imageNames, "imageNames");
      return imageNames(Arrays.asList(imageNames));
    }

    /**
     * Sets the product codes, of which an image has one.
     *
     * @param marketplaceProductCodes the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder marketplaceProductCodes(Iterable<String> marketplaceProductCodes) {
      requireNonNull(marketplaceProductCodes, "marketplaceProductCodes");
      members.marketplaceProductCodes(marketplaceProductCodes);
      return this;
    }

    /**
     * Sets the product codes, of which an image has one.
     *
     * @param marketplaceProductCodes the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder marketplaceProductCodes(String... marketplaceProductCodes) {
      requireNonNull(marketplaceProductCodes, "marketplaceProductCodes");
      return marketplaceProductCodes(Arrays.asList(marketplaceProductCodes));
    }

    /**
     * Sets how old images may be.
     *
     * @param maximumDaysSinceCreated the age in days
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceCreated(int maximumDaysSinceCreated) {
      members.maximumDaysSinceCreated(maximumDaysSinceCreated);
      return this;
    }

    /**
     * Sets the age, or none.
     *
     * @param maximumDaysSinceCreated the age; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceCreated(OptionalInt maximumDaysSinceCreated) {
      requireNonNull(maximumDaysSinceCreated, "maximumDaysSinceCreated");
      members.maximumDaysSinceCreated(maximumDaysSinceCreated);
      return this;
    }

    /**
     * Sets for how long images may have been deprecated.
     *
     * @param maximumDaysSinceDeprecated the time in days; with 0 they must not be
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceDeprecated(int maximumDaysSinceDeprecated) {
      members.maximumDaysSinceDeprecated(maximumDaysSinceDeprecated);
      return this;
    }

    /**
     * Sets the time, or none.
     *
     * @param maximumDaysSinceDeprecated the time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maximumDaysSinceDeprecated(OptionalInt maximumDaysSinceDeprecated) {
      requireNonNull(maximumDaysSinceDeprecated, "maximumDaysSinceDeprecated");
      members.maximumDaysSinceDeprecated(maximumDaysSinceDeprecated);
      return this;
    }

    /**
     * Sets the watermarks, of which an image has one.
     *
     * @param imageWatermarks what is asked of a watermark
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageWatermarks(Iterable<? extends ImageWatermarkFilter> imageWatermarks) {
      requireNonNull(imageWatermarks, "imageWatermarks");
      members.imageWatermarks(imageWatermarks);
      return this;
    }

    /**
     * Adds a watermark that an image may have.
     *
     * @param imageWatermark what is asked of it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addImageWatermark(ImageWatermarkFilter imageWatermark) {
      requireNonNull(imageWatermark, "imageWatermark");
      members.addImageWatermark(imageWatermark);
      return this;
    }

    /**
     * Returns the criterion.
     *
     * @return the criterion, which keeps {@link ImageCriterion#RULES}
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public ImageCriterion build() {
      ImageCriterion criterion = members.build();
      return ImageCriterionRules.brokenBy(criterion).orKeep(criterion);
    }
  }
}

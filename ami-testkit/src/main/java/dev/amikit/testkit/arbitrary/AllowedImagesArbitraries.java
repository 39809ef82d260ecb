package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.id.Region;
import dev.amikit.id.UserId;
import dev.amikit.image.WatermarkKey;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Allowed AMIs: the setting, its criteria, and what these ask of watermarks. */
public final class AllowedImagesArbitraries {
  private static final String OF_NAMES =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()[]./-'@_*?";
  private static final int SHORTEST_NAME_WITH_OPTIONAL = 3;
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_CODE = 25;
  private static final int MOST_CRITERIA = 10;

  private AllowedImagesArbitraries() {}

  /** {@return settings in every state: mostly few criteria, none and ten of them included} */
  public static Arbitrary<AllowedImagesSettings> allowedImagesSettings() {
    return Combinators.combine(
            Arbitraries.of(AllowedImagesSettings.State.class),
            Arbitraries.frequencyOf(
                Tuple.of(19, imageCriteria().list().ofMaxSize(2)),
                Tuple.of(
                    1,
                    imageCriteria()
                        .list()
                        .ofMaxSize(MOST_CRITERIA)
                        .withSizeDistribution((tries, least, most, target) -> random -> most))))
        .as((state, criteria) -> new AllowedImagesSettings(state, ImmutableList.copyOf(criteria)))
        .withoutEdgeCases();
  }

  /**
   * {@return criteria of every kind, most of one parameter: providers, names, product codes,
   * watermarks, ages; some of several; and now and then the one that allows no images of others}
   */
  public static Arbitrary<ImageCriterion> imageCriteria() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            2, some(names()).map(all -> ImageCriterion.builder().imageNames(all).build())),
        Tuple.of(
            2,
            some(providers())
                .map(all -> ImageCriterion.builder().imageProviders(all).build())),
        Tuple.of(
            1,
            some(productCodes())
                .map(
                    all -> ImageCriterion.builder().marketplaceProductCodes(all).build())),
        Tuple.of(
            1,
            some(imageWatermarkFilters())
                .map(all -> ImageCriterion.builder().imageWatermarks(all).build())),
        Tuple.of(
            1,
            days().map(n -> ImageCriterion.builder().maximumDaysSinceCreated(n).build())),
        Tuple.of(
            1,
            days()
                .map(n -> ImageCriterion.builder().maximumDaysSinceDeprecated(n).build())),
        Tuple.of(2, ofSeveralParameters()),
        Tuple.of(1, Arbitraries.create(() -> ImageCriterion.imageProviders("none"))));
  }

  /**
   * {@return filters of watermarks by each member and by several, and one that asks for nothing}
   */
  public static Arbitrary<ImageWatermarkFilter> imageWatermarkFilters() {
    return Combinators.combine(
            keyPatterns().optional(0.6),
            Arbitraries.frequencyOf(
                    Tuple.of(3, IdArbitraries.regions().map(Region::code)),
                    Tuple.of(1, Arbitraries.of("us-*", "*-west-?")))
                .optional(0.4),
            optionalDays(),
            optionalDays())
        .as((key, region, sinceSource, sinceWatermark) -> ImageWatermarkFilter.builder()
            .watermarkKey(key)
            .sourceImageRegion(region)
            .maximumDaysSinceSourceImageCreated(sinceSource)
            .maximumDaysSinceWatermarkCreated(sinceWatermark)
            .build())
        .withoutEdgeCases();
  }

  private static Arbitrary<ImageCriterion> ofSeveralParameters() {
    return Combinators.combine(
            some(names()),
            some(providers()).optional(0.5),
            some(productCodes()).optional(0.5),
            some(imageWatermarkFilters()).optional(0.3),
            optionalDays(),
            optionalDays())
        .as((names, providers, codes, watermarks, sinceCreated, sinceDeprecated) ->
            ImageCriterion.builder()
                .imageNames(names)
                .imageProviders(providers.orElse(List.of()))
                .marketplaceProductCodes(codes.orElse(List.of()))
                .imageWatermarks(watermarks.orElse(List.of()))
                .maximumDaysSinceCreated(sinceCreated)
                .maximumDaysSinceDeprecated(sinceDeprecated)
                .build())
        .withoutEdgeCases();
  }

  private static <T> Arbitrary<List<T>> some(Arbitrary<T> values) {
    return values.list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<UserId> providers() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, IdArbitraries.accountIds().map(UserId::of)),
        Tuple.of(
            1, Arbitraries.of(UserId.AMAZON, UserId.AWS_MARKETPLACE, UserId.AWS_BACKUP_VAULT)));
  }

  /** Patterns of names: as people write them, and any that EC2 takes. */
  private static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            9, Arbitraries.of("golden-*", "web-?", "al2023-ami-*", "base [x86_64]*", "*", "x")),
        Tuple.of(
            1,
            Arbitraries.strings()
                .withChars(OF_NAMES)
                .ofMinLength(SHORTEST_NAME_WITH_OPTIONAL)
                .ofMaxLength(LONGEST_NAME)));
  }

  private static Arbitrary<String> productCodes() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, IdArbitraries.lettersAndDigits(10).map(code -> code.substring(0, 10))),
        Tuple.of(
            1, Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(LONGEST_CODE)));
  }

  private static Arbitrary<String> keyPatterns() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.of("*:golden-*", "111122223333:*", "*:web-?")),
        Tuple.of(1, AmiArbitraries.watermarkKeys().map(WatermarkKey::toString)));
  }

  private static Arbitrary<OptionalInt> optionalDays() {
    return days().optional(0.3).map(days -> days.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static Arbitrary<Integer> days() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.integers().between(1, 730)),
        Tuple.of(1, Arbitraries.of(0, 1, Integer.MAX_VALUE)));
  }
}

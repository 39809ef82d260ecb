package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.AllowedImagesArbitraries.imageCriteria;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.id.UserId;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of Allowed AMIs. */
final class AllowedImagesBreakers {
  private static final int MOST_CRITERIA = 10;
  private static final int MOST_PROVIDERS = 200;
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_CODE = 25;

  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL =
      ImmutableMap.<String, Arbitrary<? extends Supplier<?>>>builder()
          .put("allowed-images-settings.criteria-limit", settingsOfManyCriteria())
          .put(
              "image-criterion.not-empty",
              Arbitraries.of(
                  () -> ImageCriterion.builder().build(),
                  () -> ImageCriterion.imageProviders(new String[0]),
                  () -> ImageCriterion.builder().imageWatermarks(List.of()).build()))
          .put(
              "image-criterion.providers-limit",
              criteria(
                  beyond(MOST_PROVIDERS),
                  (criterion, number) -> criterion.imageProviders(IntStream.range(0, number)
                      .mapToObj("%012d"::formatted)
                      .map(UserId::of)
                      .toList())))
          .put(
              "image-criterion.names-limit",
              criteria(
                  beyond(MOST_VALUES),
                  (criterion, number) ->
                      criterion.imageNames(Collections.nCopies(number, "golden-*"))))
          .put(
              "image-criterion.product-codes-limit",
              criteria(
                  beyond(MOST_VALUES),
                  (criterion, number) ->
                      criterion.marketplaceProductCodes(Collections.nCopies(number, "a1b2c3"))))
          .put(
              "image-criterion.watermarks-limit",
              criteria(
                  beyond(MOST_VALUES),
                  (criterion, number) -> criterion.imageWatermarks(
                      Collections.nCopies(number, ImageWatermarkFilter.builder().build()))))
          .put(
              "image-criterion.provider-form",
              criteria(
                  Arbitraries.of("self", "all", "", "Amazon", "1111-2222-3333"),
                  ImageCriterion.Builder::imageProviders))
          .put("image-criterion.none-stands-alone", noneBesideOthers())
          .put(
              "image-criterion.name-form",
              criteria(
                  Arbitraries.of(
                      "", "?", "a?", "gold+silver", "größer", "x".repeat(LONGEST_NAME + 1)),
                  ImageCriterion.Builder::imageNames))
          .put(
              "image-criterion.product-code-form",
              criteria(
                  Arbitraries.of("", "a-b", "é", "x".repeat(LONGEST_CODE + 1)),
                  ImageCriterion.Builder::marketplaceProductCodes))
          .put(
              "image-criterion.days",
              Arbitraries.oneOf(
                  criteria(negative(), ImageCriterion.Builder::maximumDaysSinceCreated),
                  criteria(negative(), ImageCriterion.Builder::maximumDaysSinceDeprecated)))
          .put(
              "image-watermark-filter.days",
              Combinators.combine(
                      AllowedImagesArbitraries.imageWatermarkFilters(),
                      negative(),
                      Arbitraries.of(false, true))
                  .as((like, days, ofSource) -> () -> {
                    ImageWatermarkFilter.Builder wrong = ImageWatermarkFilter.builder()
                        .watermarkKey(like.watermarkKey())
                        .sourceImageRegion(like.sourceImageRegion());
                    return (ofSource
                            ? wrong.maximumDaysSinceSourceImageCreated(days)
                            : wrong.maximumDaysSinceWatermarkCreated(days))
                        .build();
                  }))
          .buildOrThrow();

  private AllowedImagesBreakers() {}

  /** What goes wrong in a criterion that is being built. */
  private interface Fault<T> {
    ImageCriterion.Builder in(ImageCriterion.Builder criterion, T value);
  }

  /** Criteria with one thing wrong, and maybe another parameter that is sound. */
  private static <T> Arbitrary<Supplier<?>> criteria(Arbitrary<T> values, Fault<T> fault) {
    return Combinators.combine(values, Arbitraries.integers().between(0, 5))
        .as((value, besides) -> () -> fault.in(soundParameter(besides), value).build());
  }

  private static ImageCriterion.Builder soundParameter(int which) {
    ImageCriterion.Builder criterion = ImageCriterion.builder();
    return switch (which) {
      case 0 -> criterion;
      case 1 -> criterion.imageProviders("amazon");
      case 2 -> criterion.imageNames("golden-*");
      case 3 -> criterion.marketplaceProductCodes("a1b2c3");
      case 4 -> criterion.maximumDaysSinceCreated(0);
      default -> criterion.maximumDaysSinceDeprecated(0);
    };
  }

  private static Arbitrary<Supplier<?>> settingsOfManyCriteria() {
    return Combinators.combine(
            Arbitraries.of(AllowedImagesSettings.State.class),
            imageCriteria(),
            beyond(MOST_CRITERIA))
        .as((state, criterion, number) -> () -> new AllowedImagesSettings(
            state, ImmutableList.copyOf(Collections.nCopies(number, criterion))));
  }

  private static Arbitrary<Supplier<?>> noneBesideOthers() {
    return Arbitraries.oneOf(
        IdArbitraries.accountIds()
            .map(account -> () -> ImageCriterion.imageProviders("none", account.value())),
        Arbitraries.integers()
            .between(2, 5)
            .map(which -> () -> soundParameter(which).imageProviders("none").build()));
  }

  private static Arbitrary<Integer> beyond(int most) {
    return Arbitraries.integers().between(most + 1, most + 9);
  }

  private static Arbitrary<Integer> negative() {
    return Arbitraries.integers().lessOrEqual(-1);
  }
}

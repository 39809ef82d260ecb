package dev.amikit.allowed;

import static dev.amikit.id.UserId.AMAZON;
import static dev.amikit.id.UserId.AWS_BACKUP_VAULT;
import static dev.amikit.id.UserId.AWS_MARKETPLACE;
import static dev.amikit.id.UserId.NONE;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.Rule.rule;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.UserId;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The bounds of a criterion of Allowed AMIs. */
final class ImageCriterionRules {
  private static final String SOURCE = "API reference, ImageCriterionRequest";
  private static final int MOST_PROVIDERS = 200;
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_NAME = 128;
  private static final int SHORTEST_NAME_WITH_OPTIONAL = 3;
  private static final int LONGEST_CODE = 25;
  private static final ImmutableSet<UserId> PROVIDER_WORDS =
      ImmutableSet.of(AMAZON, AWS_MARKETPLACE, AWS_BACKUP_VAULT, NONE);
  private static final CharMatcher LETTER_OR_DIGIT = CharMatcher.inRange('a', 'z')
      .or(CharMatcher.inRange('A', 'Z'))
      .or(CharMatcher.inRange('0', '9'));
  private static final CharMatcher OF_NAME =
      LETTER_OR_DIGIT.or(CharMatcher.anyOf(" ()[]./-'@_*?")).precomputed();

  static final Invariant<ImageCriterion> NOT_EMPTY = Invariant.of(
      rule(
              "image-criterion.not-empty",
              "a criterion has a parameter",
              INVALID_PARAMETER_VALUE,
              "inferred from ImageCriterionRequest: a criterion of nothing would allow every image",
              "ALLOW-09")
          .saying(own("You must specify at least one parameter in an image criterion.")),
      "",
      criterion -> "empty",
      criterion -> !criterion.imageProviders().isEmpty() || hasMoreThanProviders(criterion));

  static final Invariant<ImageCriterion> PROVIDERS_LIMIT = Invariant.of(
      rule(
              "image-criterion.providers-limit",
              "a criterion has at most 200 providers",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-12",
              "QUOTA-10")
          .saying(own("The maximum number of image providers in an image criterion is 200")),
      "imageProviders",
      criterion -> criterion.imageProviders().size(),
      criterion -> criterion.imageProviders().size() <= MOST_PROVIDERS);

  static final Invariant<ImageCriterion> NAMES_LIMIT = Invariant.of(
      rule(
              "image-criterion.names-limit",
              "a criterion has at most 50 names",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-15",
              "QUOTA-10")
          .saying(own("The maximum number of image names in an image criterion is 50")),
      "imageNames",
      criterion -> criterion.imageNames().size(),
      criterion -> criterion.imageNames().size() <= MOST_VALUES);

  static final Invariant<ImageCriterion> PRODUCT_CODES_LIMIT = Invariant.of(
      rule(
              "image-criterion.product-codes-limit",
              "a criterion has at most 50 product codes",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-16",
              "QUOTA-10")
          .saying(
              own("The maximum number of Marketplace product codes in an image criterion is 50")),
      "marketplaceProductCodes",
      criterion -> criterion.marketplaceProductCodes().size(),
      criterion -> criterion.marketplaceProductCodes().size() <= MOST_VALUES);

  static final Invariant<ImageCriterion> WATERMARKS_LIMIT = Invariant.of(
      rule(
              "image-criterion.watermarks-limit",
              "a criterion has at most 50 watermark filters",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-19",
              "QUOTA-10")
          .saying(own("The maximum number of image watermarks in an image criterion is 50")),
      "imageWatermarks",
      criterion -> criterion.imageWatermarks().size(),
      criterion -> criterion.imageWatermarks().size() <= MOST_VALUES);

  static final Invariant<ImageCriterion> PROVIDER_FORM = each(
      rule(
              "image-criterion.provider-form",
              "a provider is amazon, aws-marketplace, aws-backup-vault, none or a 12-digit"
                  + " account ID",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-12")
          .saying(own("Value ({value}) for parameter imageProviders is invalid. Expected: 'amazon',"
              + " 'aws-marketplace', 'aws-backup-vault', 'none' or a 12-digit account ID.")),
      "imageProviders",
      ImageCriterion::imageProviders,
      provider -> provider.isAccount() || PROVIDER_WORDS.contains(provider));

  static final Invariant<ImageCriterion> NONE_STANDS_ALONE = Invariant.of(
      rule(
              "image-criterion.none-stands-alone",
              "the provider none stands without other providers and parameters",
              INVALID_PARAMETER_COMBINATION,
              SOURCE + "; EC2 User Guide, Allowed AMIs",
              "ALLOW-14")
          .saying(own("The image provider 'none' cannot be used with other image providers or other"
              + " parameters")),
      "imageProviders",
      ImageCriterion::imageProviders,
      criterion -> !criterion.imageProviders().contains(NONE)
          || criterion.imageProviders().size() == 1 && !hasMoreThanProviders(criterion));

  static final Invariant<ImageCriterion> NAME_FORM = each(
      rule(
              "image-criterion.name-form",
              "an image name of a criterion has 1 to 128 characters, 3 or more with a ?, out of"
                  + " letters, digits, space and ( ) [ ] . / - ' @ _ * ?",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-15")
          .saying(own("Value ({value}) for parameter imageNames is invalid. Image names must be"
              + " between 1 and 128 characters long (at least 3 with '?'), and may contain"
              + " letters, numbers, spaces, '(', ')', '[', ']', '.', '/', '-', ''', '@', '_',"
              + " '*' and '?'")),
      "imageNames",
      ImageCriterion::imageNames,
      ImageCriterionRules::isNamePattern);

  static final Invariant<ImageCriterion> PRODUCT_CODE_FORM = each(
      rule(
              "image-criterion.product-code-form",
              "a product code of a criterion has 1 to 25 letters or digits",
              INVALID_PARAMETER_VALUE,
              SOURCE,
              "ALLOW-16")
          .saying(own("Value ({value}) for parameter marketplaceProductCodes is invalid. Product"
              + " codes must be between 1 and 25 characters long, and may contain letters and"
              + " numbers")),
      "marketplaceProductCodes",
      ImageCriterion::marketplaceProductCodes,
      code ->
          !code.isEmpty() && code.length() <= LONGEST_CODE && LETTER_OR_DIGIT.matchesAllOf(code));

  static final Invariant<ImageCriterion> DAYS = notNegative(
      rule(
              "image-criterion.days",
              "the days of a criterion are 0 or more",
              INVALID_PARAMETER_VALUE,
              "API reference, CreationDateConditionRequest and DeprecationTimeConditionRequest",
              "ALLOW-17",
              "ALLOW-18")
          .saying(own(
              "Value ({value}) for parameter {parameter} is invalid. Value must not be negative.")),
      ImmutableMap.of(
          "creationDateCondition.maximumDaysSinceCreated", ImageCriterion::maximumDaysSinceCreated,
          "deprecationTimeCondition.maximumDaysSinceDeprecated",
              ImageCriterion::maximumDaysSinceDeprecated));

  static final Invariant<ImageWatermarkFilter> WATERMARK_DAYS = notNegative(
      rule(
              "image-watermark-filter.days",
              "the days of a watermark filter are 0 or more",
              INVALID_PARAMETER_VALUE,
              "API reference, ImageWatermarkFilterRequest",
              "ALLOW-20")
          .saying(own(
              "Value ({value}) for parameter {parameter} is invalid. Value must not be negative.")),
      ImmutableMap.of(
          "maximumDaysSinceSourceImageCreated",
              ImageWatermarkFilter::maximumDaysSinceSourceImageCreated,
          "maximumDaysSinceWatermarkCreated",
              ImageWatermarkFilter::maximumDaysSinceWatermarkCreated));

  static final ImmutableList<Invariant<ImageCriterion>> INVARIANTS = ImmutableList.of(
      NOT_EMPTY,
      PROVIDERS_LIMIT,
      NAMES_LIMIT,
      PRODUCT_CODES_LIMIT,
      WATERMARKS_LIMIT,
      PROVIDER_FORM,
      NONE_STANDS_ALONE,
      NAME_FORM,
      PRODUCT_CODE_FORM,
      DAYS);

  static final ImmutableList<Invariant<ImageWatermarkFilter>> OF_WATERMARK_FILTER =
      ImmutableList.of(WATERMARK_DAYS);

  private ImageCriterionRules() {}

  private static boolean hasMoreThanProviders(ImageCriterion criterion) {
    return !criterion.imageNames().isEmpty()
        || !criterion.marketplaceProductCodes().isEmpty()
        || !criterion.imageWatermarks().isEmpty()
        || criterion.maximumDaysSinceCreated().isPresent()
        || criterion.maximumDaysSinceDeprecated().isPresent();
  }

  private static boolean isNamePattern(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && (name.length() >= SHORTEST_NAME_WITH_OPTIONAL || name.indexOf('?') < 0)
        && OF_NAME.matchesAllOf(name);
  }

  private static <E> Invariant<ImageCriterion> each(
      Rule rule,
      String path,
      Function<ImageCriterion, ImmutableList<E>> values,
      Predicate<E> legal) {
    return new Invariant<>(
        rule, criterion -> values.apply(criterion).stream().allMatch(legal), criterion -> {
          ImmutableList<E> all = values.apply(criterion);
          return IntStream.range(0, all.size())
              .filter(i -> !legal.test(all.get(i)))
              .mapToObj(i -> rule.brokenBy(path + "[" + i + "]", all.get(i)))
              .collect(ImmutableList.toImmutableList());
        });
  }

  private static <T> Invariant<T> notNegative(
      Rule rule, ImmutableMap<String, Function<T, OptionalInt>> days) {
    return new Invariant<>(
        rule,
        value -> days.values().stream().allMatch(d -> d.apply(value).orElse(0) >= 0),
        value -> days.entrySet().stream()
            .filter(d -> d.getValue().apply(value).orElse(0) < 0)
            .map(d -> rule.brokenBy(d.getKey(), d.getValue().apply(value).getAsInt()))
            .collect(ImmutableList.toImmutableList()));
  }
}

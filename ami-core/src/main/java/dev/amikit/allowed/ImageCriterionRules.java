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
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.UserId;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import java.util.OptionalInt;
import java.util.function.Predicate;

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

  static final Rule NOT_EMPTY = rule(
          "image-criterion.not-empty",
          "a criterion has a parameter",
          INVALID_PARAMETER_VALUE,
          "inferred from ImageCriterionRequest: a criterion of nothing would allow every image",
          "ALLOW-09")
      .saying(own("You must specify at least one parameter in an image criterion."));

  static final Rule PROVIDERS_LIMIT = rule(
          "image-criterion.providers-limit",
          "a criterion has at most 200 providers",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-12",
          "QUOTA-10")
      .saying(own("The maximum number of image providers in an image criterion is 200"));

  static final Rule NAMES_LIMIT = rule(
          "image-criterion.names-limit",
          "a criterion has at most 50 names",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-15",
          "QUOTA-10")
      .saying(own("The maximum number of image names in an image criterion is 50"));

  static final Rule PRODUCT_CODES_LIMIT = rule(
          "image-criterion.product-codes-limit",
          "a criterion has at most 50 product codes",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-16",
          "QUOTA-10")
      .saying(own("The maximum number of Marketplace product codes in an image criterion is 50"));

  static final Rule WATERMARKS_LIMIT = rule(
          "image-criterion.watermarks-limit",
          "a criterion has at most 50 watermark filters",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-19",
          "QUOTA-10")
      .saying(own("The maximum number of image watermarks in an image criterion is 50"));

  static final Rule PROVIDER_FORM = rule(
          "image-criterion.provider-form",
          "a provider is amazon, aws-marketplace, aws-backup-vault, none or a 12-digit"
              + " account ID",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-12")
      .saying(own("Value ({value}) for parameter imageProviders is invalid. Expected: 'amazon',"
          + " 'aws-marketplace', 'aws-backup-vault', 'none' or a 12-digit account ID."));

  static final Rule NONE_STANDS_ALONE = rule(
          "image-criterion.none-stands-alone",
          "the provider none stands without other providers and parameters",
          INVALID_PARAMETER_COMBINATION,
          SOURCE + "; EC2 User Guide, Allowed AMIs",
          "ALLOW-14")
      .saying(own("The image provider 'none' cannot be used with other image providers or other"
          + " parameters"));

  static final Rule NAME_FORM = rule(
          "image-criterion.name-form",
          "an image name of a criterion has 1 to 128 characters, 3 or more with a ?, out of"
              + " letters, digits, space and ( ) [ ] . / - ' @ _ * ?",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-15")
      .saying(own("Value ({value}) for parameter imageNames is invalid. Image names must be"
          + " between 1 and 128 characters long (at least 3 with '?'), and may contain"
          + " letters, numbers, spaces, '(', ')', '[', ']', '.', '/', '-', ''', '@', '_',"
          + " '*' and '?'"));

  static final Rule PRODUCT_CODE_FORM = rule(
          "image-criterion.product-code-form",
          "a product code of a criterion has 1 to 25 letters or digits",
          INVALID_PARAMETER_VALUE,
          SOURCE,
          "ALLOW-16")
      .saying(own("Value ({value}) for parameter marketplaceProductCodes is invalid. Product"
          + " codes must be between 1 and 25 characters long, and may contain letters and"
          + " numbers"));

  static final Rule DAYS = rule(
          "image-criterion.days",
          "the days of a criterion are 0 or more",
          INVALID_PARAMETER_VALUE,
          "API reference, CreationDateConditionRequest and DeprecationTimeConditionRequest",
          "ALLOW-17",
          "ALLOW-18")
      .saying(
          own("Value ({value}) for parameter {parameter} is invalid. Value must not be negative."));

  static final Rule WATERMARK_DAYS = rule(
          "image-watermark-filter.days",
          "the days of a watermark filter are 0 or more",
          INVALID_PARAMETER_VALUE,
          "API reference, ImageWatermarkFilterRequest",
          "ALLOW-20")
      .saying(
          own("Value ({value}) for parameter {parameter} is invalid. Value must not be negative."));

  static final ImmutableList<Rule> ALL = ImmutableList.of(
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

  static final ImmutableList<Rule> OF_WATERMARK_FILTER = ImmutableList.of(WATERMARK_DAYS);

  private ImageCriterionRules() {}

  /** What a criterion breaks, in the order of the rules. */
  static Broken brokenBy(ImageCriterion criterion) {
    ImmutableList<UserId> providers = criterion.imageProviders();
    ImmutableList<String> names = criterion.imageNames();
    ImmutableList<String> codes = criterion.marketplaceProductCodes();
    Broken broken = Broken.NOTHING;
    if (providers.isEmpty() && !hasMoreThanProviders(criterion)) {
      broken = broken.and(NOT_EMPTY.brokenBy("", "empty"));
    }
    broken = few(PROVIDERS_LIMIT, "imageProviders", providers.size(), MOST_PROVIDERS, broken);
    broken = few(NAMES_LIMIT, "imageNames", names.size(), MOST_VALUES, broken);
    broken = few(PRODUCT_CODES_LIMIT, "marketplaceProductCodes", codes.size(), MOST_VALUES, broken);
    int watermarks = criterion.imageWatermarks().size();
    broken = few(WATERMARKS_LIMIT, "imageWatermarks", watermarks, MOST_VALUES, broken);
    broken =
        each(PROVIDER_FORM, "imageProviders", providers, ImageCriterionRules::isProvider, broken);
    if (providers.contains(NONE) && (providers.size() > 1 || hasMoreThanProviders(criterion))) {
      broken = broken.and(NONE_STANDS_ALONE.brokenBy("imageProviders", providers));
    }
    broken = each(NAME_FORM, "imageNames", names, ImageCriterionRules::isNamePattern, broken);
    broken = each(
        PRODUCT_CODE_FORM,
        "marketplaceProductCodes",
        codes,
        ImageCriterionRules::isProductCode,
        broken);
    broken = notNegative(
        DAYS,
        "creationDateCondition.maximumDaysSinceCreated",
        criterion.maximumDaysSinceCreated(),
        broken);
    return notNegative(
        DAYS,
        "deprecationTimeCondition.maximumDaysSinceDeprecated",
        criterion.maximumDaysSinceDeprecated(),
        broken);
  }

  /** What a filter of watermarks breaks. */
  static Broken brokenBy(ImageWatermarkFilter filter) {
    Broken broken = notNegative(
        WATERMARK_DAYS,
        "maximumDaysSinceSourceImageCreated",
        filter.maximumDaysSinceSourceImageCreated(),
        Broken.NOTHING);
    return notNegative(
        WATERMARK_DAYS,
        "maximumDaysSinceWatermarkCreated",
        filter.maximumDaysSinceWatermarkCreated(),
        broken);
  }

  private static boolean hasMoreThanProviders(ImageCriterion criterion) {
    return !criterion.imageNames().isEmpty()
        || !criterion.marketplaceProductCodes().isEmpty()
        || !criterion.imageWatermarks().isEmpty()
        || criterion.maximumDaysSinceCreated().isPresent()
        || criterion.maximumDaysSinceDeprecated().isPresent();
  }

  private static boolean isProvider(UserId provider) {
    return provider.isAccount() || PROVIDER_WORDS.contains(provider);
  }

  private static boolean isProductCode(String code) {
    return !code.isEmpty() && code.length() <= LONGEST_CODE && LETTER_OR_DIGIT.matchesAllOf(code);
  }

  private static boolean isNamePattern(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && (name.length() >= SHORTEST_NAME_WITH_OPTIONAL || name.indexOf('?') < 0)
        && OF_NAME.matchesAllOf(name);
  }

  private static <E> Broken each(
      Rule rule, String path, ImmutableList<E> values, Predicate<E> legal, Broken before) {
    Broken broken = before;
    for (int i = 0; i < values.size(); i++) {
      if (!legal.test(values.get(i))) {
        broken = broken.and(rule.brokenBy(path + "[" + i + "]", values.get(i)));
      }
    }
    return broken;
  }

  private static Broken few(Rule rule, String path, int found, int most, Broken before) {
    return found > most ? before.and(rule.brokenBy(path, found)) : before;
  }

  private static Broken notNegative(Rule rule, String path, OptionalInt days, Broken before) {
    return days.orElse(0) < 0 ? before.and(rule.brokenBy(path, days.getAsInt())) : before;
  }
}

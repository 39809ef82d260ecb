package dev.amikit.allowed;

import static dev.amikit.query.Samples.CREATED;
import static dev.amikit.query.Samples.NOW;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.ids;
import static dev.amikit.query.Samples.image;
import static dev.amikit.query.Samples.other;
import static dev.amikit.query.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings.State;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedImagesTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Ami PUBLIC =
      image(1).launchPermissions(ImmutableSet.of(LaunchPermission.everyone())).build();

  private static ImageCriterion.Builder criterion() {
    return ImageCriterion.builder();
  }

  private static boolean meets(ImageCriterion.Builder criterion, Ami ami) {
    return criterion.build().isMetBy(ami, NOW);
  }

  private static List<String> codes(ImageCriterion.Builder criterion) {
    return catchThrowableOfType(RuleViolationException.class, criterion::build)
        .violations()
        .stream()
        .map(violation -> violation.rule().id() + " " + violation.rule().errorCode())
        .toList();
  }

  private static Ami marked(ImageWatermark... watermarks) {
    return PUBLIC.withImageWatermarks(List.of(watermarks));
  }

  private static ImageWatermark watermark(String key, String region, Instant source, Instant at) {
    return new ImageWatermark(
        WatermarkKey.parse(key), ImageId.of("ami-0000000f"), Region.of(region), source, at);
  }

  // The setting.

  @Test
  @Rules({"ALLOW-01", "ALLOW-02"})
  void the_first_setting_is_disabled_without_criteria() {
    assertThat(AllowedImagesSettings.initial())
        .isEqualTo(new AllowedImagesSettings(State.DISABLED, ImmutableList.of()));
    assertThat(State.values())
        .extracting(State::toString)
        .containsExactly("disabled", "audit-mode", "enabled");
  }

  @Test
  @Rules({"ALLOW-01", "ALLOW-03"})
  void states_are_read_by_their_words_and_no_others() {
    for (State state : State.values()) {
      assertThat(State.of(state.toString())).isSameAs(state);
    }
    for (String word : List.of("ENABLED", "audit", "")) {
      assertThatThrownBy(() -> State.of(word))
          .hasMessageContaining("allowed-images-settings.state-known")
          .hasMessageContaining("InvalidParameterValue");
    }
  }

  @Test
  @Rules("ALLOW-04")
  void state_and_criteria_change_without_each_other() {
    ImageCriterion amazon = ImageCriterion.imageProviders("amazon");
    AllowedImagesSettings enabled = AllowedImagesSettings.enabled(amazon);
    assertThat(enabled.withState(State.DISABLED).imageCriteria()).containsExactly(amazon);
    assertThat(enabled.withImageCriteria(ImmutableList.of()).state()).isEqualTo(State.ENABLED);
    assertThat(enabled.withImageCriteria(ImmutableList.of()).imageCriteria()).isEmpty();
  }

  @Test
  @Rules({"ALLOW-11", "QUOTA-10"})
  void ten_criteria_are_the_most() {
    ImageCriterion amazon = ImageCriterion.imageProviders("amazon");
    assertThat(new AllowedImagesSettings(
                State.ENABLED, ImmutableList.copyOf(Collections.nCopies(10, amazon)))
            .imageCriteria())
        .hasSize(10);
    assertThatThrownBy(() -> new AllowedImagesSettings(
            State.ENABLED, ImmutableList.copyOf(Collections.nCopies(11, amazon))))
        .hasMessageContaining("allowed-images-settings.criteria-limit")
        .hasMessageContaining("InvalidParameterValue");
  }

  @Test
  @Rules({"ALLOW-05", "ALLOW-10"})
  void own_images_are_allowed_and_without_criteria_no_others() {
    Viewer owner = owner().with(AllowedImagesSettings.enabled());
    Viewer other = other().with(AllowedImagesSettings.enabled());
    assertThat(owner.isAllowed(PUBLIC)).isTrue();
    assertThat(owner.imageAllowed(PUBLIC)).contains(true);
    assertThat(owner.with(AllowedImagesSettings.auditMode()).imageAllowed(PUBLIC))
        .contains(true);
    assertThat(other.isAllowed(PUBLIC)).isFalse();
  }

  @Test
  @Rules({"ALLOW-06", "ALLOW-25", "IMG-37"})
  void disabled_restricts_nothing_and_tells_nothing() {
    Viewer viewer = other().with(AllowedImagesSettings.enabled().withState(State.DISABLED));
    assertThat(seen(viewer, PUBLIC).get().imageAllowed()).isEmpty();
    assertThat(seen(viewer, PUBLIC.withImageAllowed(Optional.of(true))).get().imageAllowed())
        .isEmpty();
  }

  @Test
  @Rules({"ALLOW-07", "IMG-37"})
  void audit_mode_restricts_nothing_and_tells() {
    AllowedImagesSettings golden =
        AllowedImagesSettings.auditMode(ImageCriterion.imageNames("golden-*"));
    AllowedImagesSettings silver =
        AllowedImagesSettings.auditMode(ImageCriterion.imageNames("silver-*"));
    assertThat(seen(other().with(golden), PUBLIC).get().imageAllowed()).contains(true);
    assertThat(seen(other().with(silver), PUBLIC).get().imageAllowed()).contains(false);
    assertThat(seen(owner().with(silver), PUBLIC).get().imageAllowed()).contains(true);
  }

  @Test
  @Rules({"ALLOW-08", "IMG-37"})
  void enabled_hides_what_is_not_allowed_and_says_true_of_the_rest() {
    AllowedImagesSettings golden =
        AllowedImagesSettings.enabled(ImageCriterion.imageNames("golden-*"));
    AllowedImagesSettings silver =
        AllowedImagesSettings.enabled(ImageCriterion.imageNames("silver-*"));
    assertThat(seen(other().with(golden), PUBLIC).get().imageAllowed()).contains(true);
    assertThat(seen(other().with(silver), PUBLIC)).isEmpty();
    assertThat(ids(ImageQuery.builder()
            .imageIds("ami-00000001")
            .build()
            .answer(List.of(PUBLIC), other().with(silver))))
        .isEmpty();
    assertThat(seen(owner().with(silver), PUBLIC).get().imageAllowed()).contains(true);
  }

  private static Optional<Ami> seen(Viewer viewer, Ami ami) {
    return ImageQuery.builder().build().answer(List.of(ami), viewer).orThrow().items().stream()
        .findFirst();
  }

  @Test
  @Rules("ALLOW-09")
  void any_criterion_is_enough_and_each_asks_for_all_its_parameters() {
    ImageCriterion both = criterion()
        .imageProviders(PUBLIC.ownerId().value())
        .imageNames("silver-*")
        .build();
    ImageCriterion name = ImageCriterion.imageNames("silver-*", "golden-*");
    assertThat(both.isMetBy(PUBLIC, NOW)).isFalse();
    assertThat(name.isMetBy(PUBLIC, NOW)).isTrue();
    assertThat(AllowedImagesSettings.enabled(both, name).isMetBy(PUBLIC, NOW)).isTrue();
    assertThat(AllowedImagesSettings.enabled(both).isMetBy(PUBLIC, NOW)).isFalse();
  }

  // The parameters.

  @Test
  @Rules("ALLOW-13")
  void providers_are_owners_or_their_aliases() {
    Ami amazon = PUBLIC.toBuilder().imageOwnerAlias(OwnerAlias.AMAZON).build();
    Ami seller = PUBLIC.toBuilder().imageOwnerAlias(OwnerAlias.AWS_MARKETPLACE).build();
    Ami vault = PUBLIC.toBuilder().imageOwnerAlias(OwnerAlias.AWS_BACKUP_VAULT).build();
    assertThat(meets(criterion().imageProviders("amazon"), amazon)).isTrue();
    assertThat(meets(criterion().imageProviders("amazon"), seller)).isFalse();
    assertThat(meets(criterion().imageProviders("amazon"), PUBLIC)).isFalse();
    assertThat(meets(criterion().imageProviders("aws-marketplace"), seller)).isTrue();
    assertThat(meets(criterion().imageProviders("aws-backup-vault"), vault)).isTrue();
    assertThat(meets(criterion().imageProviders("111122223333"), PUBLIC)).isTrue();
    assertThat(meets(criterion().imageProviders(OTHER.value()), PUBLIC)).isFalse();
    assertThat(meets(criterion().imageProviders("amazon", "111122223333"), PUBLIC))
        .isTrue();
  }

  @Test
  @Rules({"ALLOW-12", "QUOTA-10"})
  void other_providers_are_refused() {
    for (String provider : List.of("self", "all", "microsoft", "", "11112222333")) {
      assertThat(codes(criterion().imageProviders(provider)))
          .containsExactly("image-criterion.provider-form InvalidParameterValue");
    }
    assertThat(codes(criterion().imageProviders(Collections.nCopies(201, UserId.AMAZON))))
        .containsExactly("image-criterion.providers-limit InvalidParameterValue");
    assertThat(criterion()
            .imageProviders(Collections.nCopies(200, UserId.AMAZON))
            .build()
            .imageProviders())
        .hasSize(200);
  }

  @Test
  @Rules("ALLOW-14")
  void none_stands_alone_and_matches_nobody_else() {
    assertThat(meets(criterion().imageProviders("none"), PUBLIC)).isFalse();
    assertThat(codes(criterion().imageProviders("none", "amazon")))
        .containsExactly("image-criterion.none-stands-alone InvalidParameterCombination");
    assertThat(codes(criterion().imageProviders("none").imageNames("golden-*")))
        .containsExactly("image-criterion.none-stands-alone InvalidParameterCombination");
    assertThat(codes(criterion().imageProviders("none").maximumDaysSinceCreated(1)))
        .containsExactly("image-criterion.none-stands-alone InvalidParameterCombination");
  }

  @Test
  @Rules("ALLOW-15")
  void names_are_whole_or_have_wild_cards() {
    assertThat(meets(criterion().imageNames("golden-1"), PUBLIC)).isTrue();
    assertThat(meets(criterion().imageNames("golden"), PUBLIC)).isFalse();
    assertThat(meets(criterion().imageNames("golden-1?"), PUBLIC)).isTrue();
    assertThat(meets(criterion().imageNames("nothing", "*1"), PUBLIC)).isTrue();
  }

  @Test
  @Rules({"ALLOW-15", "QUOTA-10"})
  void names_have_bounds() {
    assertThat(criterion().imageNames("*", "ab", "a?c", "a".repeat(128)).build().imageNames())
        .hasSize(4);
    for (String name : List.of("", "a?", "?", "a".repeat(129), "a#b", "a\\b", "é")) {
      assertThat(codes(criterion().imageNames(name)))
          .as(name)
          .containsExactly("image-criterion.name-form InvalidParameterValue");
    }
    assertThat(criterion().imageNames("aZ0 ()[]./-'@_*?").build().imageNames())
        .containsExactly("aZ0 ()[]./-'@_*?");
    assertThat(codes(criterion().imageNames(Collections.nCopies(51, "*"))))
        .containsExactly("image-criterion.names-limit InvalidParameterValue");
    assertThat(criterion().imageNames(Collections.nCopies(50, "*")).build().imageNames())
        .hasSize(50);
  }

  @Test
  @Rules({"ALLOW-16", "QUOTA-10"})
  void one_product_code_is_enough() {
    Ami paid = PUBLIC.toBuilder()
        .addProductCode(ProductCode.marketplace("abc"))
        .addProductCode(ProductCode.marketplace("def"))
        .build();
    assertThat(meets(criterion().marketplaceProductCodes("xyz", "def"), paid)).isTrue();
    assertThat(meets(criterion().marketplaceProductCodes("xyz"), paid)).isFalse();
    assertThat(meets(criterion().marketplaceProductCodes("abc"), PUBLIC)).isFalse();
    for (String code : List.of("", "a-b", "a".repeat(26))) {
      assertThat(codes(criterion().marketplaceProductCodes(code)))
          .containsExactly("image-criterion.product-code-form InvalidParameterValue");
    }
    assertThat(codes(criterion().marketplaceProductCodes(Collections.nCopies(51, "a"))))
        .containsExactly("image-criterion.product-codes-limit InvalidParameterValue");
    assertThat(criterion()
            .marketplaceProductCodes(Collections.nCopies(50, "aZ0".repeat(8) + "a"))
            .build()
            .marketplaceProductCodes())
        .hasSize(50);
  }

  @Test
  @Rules({"ALLOW-17", "ALLOW-21"})
  void age_is_counted_in_days_of_24_hours_at_the_time_of_asking() {
    ImageCriterion tenDays = criterion().maximumDaysSinceCreated(10).build();
    Instant limit = CREATED.plus(DAY.multipliedBy(10));
    assertThat(tenDays.isMetBy(PUBLIC, limit)).isTrue();
    assertThat(tenDays.isMetBy(PUBLIC, limit.plusNanos(1))).isFalse();
    ImageCriterion justNow = criterion().maximumDaysSinceCreated(0).build();
    assertThat(justNow.isMetBy(PUBLIC, CREATED)).isTrue();
    assertThat(justNow.isMetBy(PUBLIC, CREATED.plusNanos(1))).isFalse();
    Ami undated = PUBLIC.toBuilder().creationDate(Optional.empty()).build();
    assertThat(tenDays.isMetBy(undated, CREATED)).isFalse();
    assertThat(criterion().maximumDaysSinceCreated(Integer.MAX_VALUE).build().isMetBy(PUBLIC, NOW))
        .isTrue();
    assertThat(codes(criterion().maximumDaysSinceCreated(-1)))
        .containsExactly("image-criterion.days InvalidParameterValue");
  }

  @Test
  @Rules({"ALLOW-18", "ALLOW-21"})
  void deprecation_is_counted_in_days_and_zero_admits_none() {
    Ami deprecated = PUBLIC.withDeprecationTime(Optional.of(NOW));
    ImageCriterion none = criterion().maximumDaysSinceDeprecated(0).build();
    assertThat(none.isMetBy(PUBLIC, NOW)).isTrue();
    assertThat(none.isMetBy(deprecated, NOW.minusNanos(1))).isTrue();
    assertThat(none.isMetBy(deprecated, NOW)).isFalse();
    ImageCriterion two = criterion().maximumDaysSinceDeprecated(2).build();
    assertThat(two.isMetBy(PUBLIC, NOW)).isTrue();
    assertThat(two.isMetBy(deprecated, NOW.plus(DAY.multipliedBy(2)))).isTrue();
    assertThat(two.isMetBy(deprecated, NOW.plus(DAY.multipliedBy(2)).plusNanos(1)))
        .isFalse();
    ImageCriterion most =
        criterion().maximumDaysSinceDeprecated(Integer.MAX_VALUE).build();
    Ami old = PUBLIC.toBuilder()
        .creationDate(Instant.EPOCH)
        .deprecationTime(Instant.EPOCH)
        .build();
    assertThat(most.isMetBy(old, NOW)).isTrue();
    assertThat(codes(criterion().maximumDaysSinceDeprecated(-1)))
        .containsExactly("image-criterion.days InvalidParameterValue");
  }

  @Test
  @Rules({"ALLOW-19", "ALLOW-20", "QUOTA-10"})
  void one_watermark_matches_all_of_one_filter() {
    Instant source = NOW.minus(DAY.multipliedBy(20));
    Instant attached = NOW.minus(DAY.multipliedBy(10));
    Ami ami = marked(
        watermark("111122223333:baseline", "eu-west-1", source, attached),
        watermark("444455556666:scanned", "us-west-2", source, attached));
    ImageWatermarkFilter baseline =
        ImageWatermarkFilter.builder().watermarkKey("111122223333:*").build();
    ImageWatermarkFilter crossed = ImageWatermarkFilter.builder()
        .watermarkKey("111122223333:*")
        .sourceImageRegion("us-*")
        .build();
    assertThat(meets(criterion().addImageWatermark(baseline), ami)).isTrue();
    assertThat(meets(criterion().addImageWatermark(crossed), ami)).isFalse();
    assertThat(meets(criterion().addImageWatermark(crossed).addImageWatermark(baseline), ami))
        .isTrue();
    assertThat(meets(criterion().addImageWatermark(baseline), PUBLIC)).isFalse();
    assertThat(codes(criterion().imageWatermarks(Collections.nCopies(51, baseline))))
        .containsExactly("image-criterion.watermarks-limit InvalidParameterValue");
    assertThat(meets(criterion().imageWatermarks(Collections.nCopies(50, baseline)), ami))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333:base*,    eu-west-1,  true",
    "111122223333:baselin?, eu-west-1,  true",
    "11112222333?:baseline, eu-west-1,  true",
    "*:baseline??,          eu-west-1,  true",
    "111122223333:base,     eu-west-1,  false",
    "111122223333:baseli?,  eu-west-1,  false",
    "*,                     eu-*,       true",
    "*,                     eu-west-?,  true",
    "*,                     eu-west-1?, true",
    "*,                     eu-?,       false",
    "*,                     us-*,       false"
  })
  @Rules({"ALLOW-20", "DEC-107"})
  void key_and_region_of_a_watermark_are_matched_with_wildcards(
      String key, String region, boolean matches) {
    Ami ami = marked(watermark("111122223333:baseline", "eu-west-1", CREATED, CREATED));
    ImageWatermarkFilter filter = ImageWatermarkFilter.builder()
        .watermarkKey(key)
        .sourceImageRegion(region)
        .build();
    assertThat(meets(criterion().addImageWatermark(filter), ami)).isEqualTo(matches);
  }

  @Test
  @Rules("ALLOW-20")
  void watermarks_can_be_as_old_as_a_number_can_tell() {
    Ami ami = marked(watermark("111122223333:baseline", "eu-west-1", Instant.EPOCH, Instant.EPOCH));
    assertThat(source(Integer.MAX_VALUE).isMetBy(ami, NOW)).isTrue();
    assertThat(attached(Integer.MAX_VALUE).isMetBy(ami, NOW)).isTrue();
    assertThat(source(0).isMetBy(ami, NOW)).isFalse();
    assertThat(attached(0).isMetBy(ami, NOW)).isFalse();
  }

  @Test
  @Rules({"ALLOW-20", "ALLOW-21"})
  void watermarks_and_their_sources_age() {
    Ami ami = marked(watermark("111122223333:baseline", "eu-west-1", CREATED, CREATED.plus(DAY)));
    Instant now = CREATED.plus(DAY.multipliedBy(10));
    assertThat(source(10).isMetBy(ami, now)).isTrue();
    assertThat(source(9).isMetBy(ami, now)).isFalse();
    assertThat(attached(9).isMetBy(ami, now)).isTrue();
    assertThat(attached(8).isMetBy(ami, now)).isFalse();
    assertThatThrownBy(() -> attached(-1))
        .hasMessageContaining("image-watermark-filter.days")
        .hasMessageContaining("InvalidParameterValue");
    assertThatThrownBy(() -> source(-1)).hasMessageContaining("image-watermark-filter.days");
  }

  private static ImageCriterion source(int days) {
    return criterion()
        .addImageWatermark(ImageWatermarkFilter.builder()
            .maximumDaysSinceSourceImageCreated(days)
            .build())
        .build();
  }

  private static ImageCriterion attached(int days) {
    return criterion()
        .addImageWatermark(ImageWatermarkFilter.builder()
            .maximumDaysSinceWatermarkCreated(days)
            .build())
        .build();
  }

  @Test
  @Rules("DEC-99")
  void a_criterion_without_parameters_is_refused() {
    assertThat(codes(criterion()))
        .containsExactly("image-criterion.not-empty InvalidParameterValue");
  }
}

package dev.amikit.visibility;

import static dev.amikit.query.Samples.NOW;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.OWNER;
import static dev.amikit.query.Samples.THIRD;
import static dev.amikit.query.Samples.ids;
import static dev.amikit.query.Samples.image;
import static dev.amikit.query.Samples.other;
import static dev.amikit.query.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.StateReason;
import dev.amikit.image.WatermarkKey;
import dev.amikit.page.Answer;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisibilityTest {
  private static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");
  private static final OrganizationalUnitArn UNIT = unit("ou-ab12-aaaaaaaa");
  private static final OrganizationalUnitArn BELOW = unit("ou-ab12-bbbbbbbb");
  private static final OrganizationalUnitArn SIBLING = unit("ou-ab12-cccccccc");

  private static final Instant PAST = NOW.minusSeconds(1);
  private static final ImageQuery LISTING = ImageQuery.builder().build();
  private static final ImageQuery BY_ID =
      ImageQuery.builder().imageIds("ami-00000001").build();
  private static final ImageQuery WITH_DEPRECATED =
      ImageQuery.builder().includeDeprecated(true).build();
  private static final ImageQuery WITH_DISABLED =
      ImageQuery.builder().includeDisabled(true).build();
  private static final ImageQuery WITH_BOTH =
      ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build();

  private static OrganizationalUnitArn unit(String id) {
    return OrganizationalUnitArn.of("arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/" + id);
  }

  private static Ami in(AmiState state) {
    return image(1).state(state).build();
  }

  private static Ami sharedWith(LaunchPermission... permissions) {
    return image(1).launchPermissions(ImmutableSet.copyOf(permissions)).build();
  }

  private static Ami deprecated(Ami ami) {
    return ami.withDeprecationTime(Optional.of(PAST));
  }

  private static Ami binned(Ami ami) {
    return ami.withRecycleBinStay(
        Optional.of(new RecycleBinStay(NOW, NOW.plus(Duration.ofDays(7)), ImmutableSet.of())));
  }

  private static boolean finds(ImageQuery query, Ami ami, Viewer viewer) {
    return !ids(query.answer(List.of(ami), viewer)).isEmpty();
  }

  private static void assertCells(Ami ami, Viewer viewer, boolean listed, boolean byId) {
    assertThat(finds(LISTING, ami, viewer)).as("listed").isEqualTo(listed);
    assertThat(finds(BY_ID, ami, viewer)).as("by ID").isEqualTo(byId);
  }

  // The permission matrix, the columns "listed" and "by ID".

  @Test
  @Rules("MTX-01")
  void the_owner_sees_a_pending_image() {
    assertCells(in(AmiState.PENDING), owner(), true, true);
  }

  @Test
  @Rules({"MTX-02", "VIS-01"})
  void the_owner_sees_an_available_image() {
    assertCells(in(AmiState.AVAILABLE), owner(), true, true);
  }

  @Test
  @Rules({"MTX-03", "VIS-06", "DEPR-16"})
  void the_owner_sees_a_deprecated_image_whatever_the_flag() {
    Ami ami = deprecated(in(AmiState.AVAILABLE));
    assertCells(ami, owner(), true, true);
    assertThat(finds(WITH_DEPRECATED, ami, owner())).isTrue();
  }

  @Test
  @Rules({"MTX-04", "VIS-03", "VIS-04", "DISABLE-07"})
  void the_owner_sees_a_disabled_image_by_flag_or_id() {
    Ami ami = in(AmiState.DISABLED);
    assertCells(ami, owner(), false, true);
    assertThat(finds(WITH_DISABLED, ami, owner())).isTrue();
    assertThat(finds(WITH_DEPRECATED, ami, owner())).isFalse();
  }

  @Test
  @Rules("MTX-05")
  void the_owner_sees_a_failed_image() {
    assertCells(in(AmiState.FAILED), owner(), true, true);
  }

  @Test
  @Rules({"MTX-06", "VIS-10", "LIFE-20", "ID-24"})
  void the_owner_gets_nothing_for_a_deregistered_image_and_an_error_once_it_is_forgotten() {
    Ami ami = in(AmiState.DEREGISTERED);
    assertCells(ami, owner(), false, false);
    assertThat(finds(WITH_BOTH, ami, owner())).isFalse();
    assertThat(BY_ID.answer(List.of(), owner()))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.reason().errorCode())
                .isEqualTo(ErrorCode.INVALID_AMI_ID_NOT_FOUND));
  }

  @Test
  @Rules({"MTX-07", "VIS-11", "LIFE-11"})
  void the_owner_gets_nothing_for_an_image_in_the_recycle_bin() {
    Ami ami = binned(in(AmiState.AVAILABLE));
    assertCells(ami, owner(), false, false);
    assertThat(finds(WITH_BOTH, ami, owner())).isFalse();
  }

  @Test
  @Rules({"MTX-08", "VIS-01"})
  void a_direct_grantee_sees_an_available_image() {
    assertCells(sharedWith(LaunchPermission.userId(OTHER)), other(), true, true);
  }

  @Test
  @Rules({"MTX-09", "VIS-05", "VIS-07", "DEPR-14", "DEPR-15"})
  void a_direct_grantee_sees_a_deprecated_image_by_flag_or_id() {
    Ami ami = deprecated(sharedWith(LaunchPermission.userId(OTHER)));
    assertCells(ami, other(), false, true);
    assertThat(finds(WITH_DEPRECATED, ami, other())).isTrue();
    assertThat(finds(BY_ID.toBuilder().includeDeprecated(false).build(), ami, other()))
        .isTrue();
  }

  @Test
  @Rules({"MTX-10", "VIS-01", "PERM-09"})
  void a_member_of_an_organization_sees_what_is_shared_with_it() {
    Ami ami = sharedWith(LaunchPermission.organization(ORGANIZATION));
    assertCells(ami, other().in(OrganizationPath.of(ORGANIZATION, UNIT)), true, true);
    assertCells(ami, other(), false, false);
    OrganizationArn another =
        OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-zzzzzzzzzz");
    assertCells(ami, other().in(OrganizationPath.of(another)), false, false);
  }

  @Test
  @Rules({"MTX-10", "VIS-01", "PERM-10"})
  void an_account_in_or_below_a_unit_sees_what_is_shared_with_the_unit() {
    Ami ami = sharedWith(LaunchPermission.organizationalUnit(UNIT));
    assertCells(ami, other().in(OrganizationPath.of(ORGANIZATION, UNIT)), true, true);
    assertCells(ami, other().in(OrganizationPath.of(ORGANIZATION, UNIT, BELOW)), true, true);
    assertCells(ami, other().in(OrganizationPath.of(ORGANIZATION, SIBLING)), false, false);
    assertCells(ami, other().in(OrganizationPath.of(ORGANIZATION)), false, false);
    Ami below = sharedWith(LaunchPermission.organizationalUnit(BELOW));
    assertCells(below, other().in(OrganizationPath.of(ORGANIZATION, UNIT)), false, false);
  }

  @Test
  @Rules("MTX-11")
  void a_member_of_an_organization_sees_a_deprecated_image_by_flag_or_id() {
    Viewer member = other().in(OrganizationPath.of(ORGANIZATION, UNIT));
    for (LaunchPermission permission : List.of(
        LaunchPermission.organization(ORGANIZATION), LaunchPermission.organizationalUnit(UNIT))) {
      Ami ami = deprecated(sharedWith(permission));
      assertCells(ami, member, false, true);
      assertThat(finds(WITH_DEPRECATED, ami, member)).isTrue();
    }
  }

  @Test
  @Rules({"MTX-12", "VIS-01"})
  void everybody_sees_a_public_image() {
    assertCells(sharedWith(LaunchPermission.everyone()), other(), true, true);
  }

  @Test
  @Rules({"MTX-13", "VIS-05"})
  void everybody_sees_a_deprecated_public_image_by_flag_or_id() {
    Ami ami = deprecated(sharedWith(LaunchPermission.everyone()));
    assertCells(ami, other(), false, true);
    assertThat(finds(WITH_DEPRECATED, ami, other())).isTrue();
  }

  @Test
  @Rules({"MTX-14", "MTX-33", "DISABLE-09"})
  void nobody_else_sees_a_disabled_image() {
    Ami ami = in(AmiState.DISABLED);
    assertCells(ami, other(), false, false);
    assertThat(finds(WITH_BOTH, ami, other())).isFalse();
  }

  @Test
  @Rules("MTX-15")
  void a_former_grantee_gets_nothing_for_a_deregistered_image() {
    Ami ami = image(1)
        .state(AmiState.DEREGISTERED)
        .launchPermissions(
            ImmutableSet.of(LaunchPermission.userId(OTHER), LaunchPermission.everyone()))
        .build();
    assertCells(ami, other(), false, false);
  }

  @Test
  @Rules("MTX-16")
  void an_unrelated_account_gets_nothing_and_no_error() {
    assertCells(sharedWith(LaunchPermission.userId(THIRD)), other(), false, false);
    assertThat(finds(WITH_BOTH, in(AmiState.AVAILABLE), other())).isFalse();
  }

  @Test
  @Rules({"MTX-17", "VIS-02", "ALLOW-08"})
  void an_image_that_is_not_allowed_is_as_good_as_hidden() {
    Viewer strict =
        other().with(AllowedImagesSettings.enabled(ImageCriterion.imageProviders("amazon")));
    for (LaunchPermission permission :
        List.of(LaunchPermission.userId(OTHER), LaunchPermission.everyone())) {
      assertCells(sharedWith(permission), strict, false, false);
    }
    assertCells(in(AmiState.AVAILABLE), strict.at(NOW), false, false);
  }

  @Test
  @Rules({"MTX-18", "ALLOW-07"})
  void audit_mode_hides_nothing() {
    Viewer auditor =
        other().with(AllowedImagesSettings.auditMode(ImageCriterion.imageProviders("amazon")));
    assertCells(sharedWith(LaunchPermission.everyone()), auditor, true, true);
    assertCells(deprecated(sharedWith(LaunchPermission.everyone())), auditor, false, true);
    assertCells(in(AmiState.AVAILABLE), auditor, false, false);
  }

  @Test
  @Rules("MTX-19")
  void an_id_that_never_existed_is_an_error() {
    Ami another = image(2).build();
    assertThat(ids(LISTING.answer(List.of(another), owner()))).doesNotContain("ami-00000001");
    assertThat(BY_ID.answer(List.of(another), owner()))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.reason().errorCode())
                .isEqualTo(ErrorCode.INVALID_AMI_ID_NOT_FOUND));
  }

  @Test
  @Rules("MTX-34")
  void nobody_else_sees_unfinished_images() {
    for (AmiState state : List.of(AmiState.PENDING, AmiState.FAILED)) {
      assertCells(in(state), other(), false, false);
      assertThat(finds(WITH_BOTH, in(state), other())).isFalse();
    }
  }

  // Flags and IDs.

  @Test
  @Rules({"VIS-08", "FLT-43"})
  void the_image_id_filter_brings_back_nothing() {
    ImageQuery filter = ImageQuery.builder().filter("image-id", "ami-00000001").build();
    assertThat(finds(filter, in(AmiState.DISABLED), owner())).isFalse();
    assertThat(finds(filter, deprecated(sharedWith(LaunchPermission.everyone())), other()))
        .isFalse();
    assertThat(finds(filter, sharedWith(LaunchPermission.everyone()), other())).isTrue();
    assertThat(finds(filter, image(2).build(), owner())).isFalse();
  }

  @Test
  @Rules({"VIS-09", "DEPR-12", "DEPR-13", "LIFE-14"})
  void a_future_date_deprecates_nothing_yet_and_is_shown() {
    Ami ami = sharedWith(LaunchPermission.everyone())
        .withDeprecationTime(Optional.of(NOW.plusSeconds(1)));
    assertCells(ami, other(), true, true);
    assertThat(LISTING.answer(List.of(ami), other()).orThrow().items().get(0)).satisfies(seen -> {
      assertThat(seen.deprecationTime()).contains(NOW.plusSeconds(1));
      assertThat(seen.state()).isEqualTo(AmiState.AVAILABLE);
    });
    assertCells(ami, other().at(NOW.plusSeconds(1)), false, true);
    Ami deprecated = deprecated(ami);
    Ami seen = BY_ID.answer(List.of(deprecated), other()).orThrow().items().get(0);
    assertThat(seen.deprecationTime()).contains(PAST);
    assertThat(seen.state()).isEqualTo(AmiState.AVAILABLE);
    Ami undated = sharedWith(LaunchPermission.everyone());
    assertThat(BY_ID.answer(List.of(undated), other()).orThrow().items().get(0).deprecationTime())
        .isEmpty();
  }

  @Test
  @Rules({"VIS-03", "DISABLE-07"})
  void a_disabled_and_deprecated_own_image_needs_one_flag_only() {
    Ami ami = deprecated(in(AmiState.DISABLED));
    assertThat(finds(WITH_DISABLED, ami, owner())).isTrue();
    assertThat(finds(WITH_DEPRECATED, ami, owner())).isFalse();
  }

  // What of an image is seen.

  private static Ami seenBy(Viewer viewer, Ami ami) {
    return BY_ID.answer(List.of(ami), viewer).orThrow().items().get(0);
  }

  @Test
  void tags_are_those_that_the_source_has_of_the_viewer() {
    Ami ami = sharedWith(LaunchPermission.everyone()).withTags(Tags.of("env", "prod"));
    assertThat(other().view(ami, Tags.none()).tags()).isEqualTo(Tags.none());
    assertThat(other().view(ami, Tags.of("mine", "1")).tags()).isEqualTo(Tags.of("mine", "1"));
  }

  @Test
  @Rules({"VIS-13", "LLT-04", "IMG-31", "DEC-112"})
  void only_the_owner_sees_the_last_launch() {
    Instant launch = NOW.minus(Duration.ofDays(3));
    Ami ami = sharedWith(LaunchPermission.everyone()).withLastLaunchedTime(Optional.of(launch));
    assertThat(seenBy(owner(), ami).lastLaunchedTime()).contains(launch);
    assertThat(seenBy(other(), ami).lastLaunchedTime()).isEmpty();
  }

  @Test
  @Rules({"LLT-02", "DEC-112"})
  void a_launch_shows_a_day_later() {
    Ami ami = in(AmiState.AVAILABLE).withLastLaunchedTime(Optional.of(NOW));
    Duration day = Duration.ofHours(24);
    assertThat(seenBy(owner().at(NOW.plus(day).minusNanos(1)), ami).lastLaunchedTime())
        .isEmpty();
    assertThat(seenBy(owner().at(NOW.plus(day)), ami).lastLaunchedTime()).contains(NOW);
  }

  @Test
  void of_permissions_only_public_is_seen_by_anybody() {
    Ami ami = sharedWith(
        LaunchPermission.everyone(),
        LaunchPermission.userId(OTHER),
        LaunchPermission.userId(THIRD));
    for (Viewer viewer : List.of(owner(), other())) {
      assertThat(seenBy(viewer, ami).launchPermissions()).isEmpty();
      assertThat(seenBy(viewer, ami).isPublic()).isTrue();
    }
    Ami shared = sharedWith(LaunchPermission.userId(OTHER));
    for (Viewer viewer : List.of(owner(), other())) {
      assertThat(seenBy(viewer, shared).launchPermissions()).isEmpty();
      assertThat(seenBy(viewer, shared).isPublic()).isFalse();
    }
  }

  @Test
  @Rules({"VIS-14", "WMK-11", "WM-08", "PAID-09"})
  void all_else_is_the_same_for_every_viewer() {
    Ami ami = image(1)
        .launchPermissions(ImmutableSet.of(LaunchPermission.userId(OTHER)))
        .description("golden")
        .stateReason(new StateReason("code", "message"))
        .addProductCode(ProductCode.marketplace("abc"))
        .addImageWatermark(new ImageWatermark(
            WatermarkKey.parse("111122223333:baseline"),
            image(2).build().imageId(),
            Region.of("eu-west-1"),
            PAST,
            PAST))
        .build();
    Ami asSeen = ami.withIsPublic(false);
    assertThat(seenBy(owner(), ami)).isEqualTo(asSeen);
    assertThat(seenBy(other(), ami)).isEqualTo(asSeen);
  }

  @Test
  @Rules("DEC-167")
  void only_the_owner_is_told_of_deregistration_protection() {
    for (DeregistrationProtection protection : List.of(
        DeregistrationProtection.disabled(), DeregistrationProtection.enabledWithCooldown())) {
      Ami ami = image(1)
          .launchPermissions(ImmutableSet.of(LaunchPermission.userId(OTHER)))
          .deregistrationProtection(protection)
          .build();
      assertThat(seenBy(owner(), ami).deregistrationProtection()).hasValue(protection);
      assertThat(seenBy(other(), ami).deregistrationProtection()).isEmpty();
    }
  }

  @Test
  @Rules("BOOT-26")
  void uefi_data_is_for_describe_image_attribute() {
    Ami ami = image(1).uefiData("QU1aTlVFRkk=").build();
    assertThat(seenBy(owner(), ami).uefiData()).isEmpty();
  }

  @Test
  void what_needs_no_change_is_not_copied() {
    Ami ami = in(AmiState.AVAILABLE).withIsPublic(false);
    assertThat(owner().view(ami, ami.tags())).isSameAs(ami);
    assertThat(ami.ownerId()).isEqualTo(OWNER);
  }

  @Test
  void an_answer_of_ec2_holds_nothing_that_its_asker_may_not_see() {
    Ami shared = sharedWith(LaunchPermission.userId(OTHER));
    Ami told = seenBy(other(), shared);
    assertThat(told.launchPermissions()).isEmpty();
    assertThat(finds(LISTING, told, other())).isFalse();
    ImageQuery self = ImageQuery.builder().executableUsers("self").build();
    assertThat(ids(LISTING.answer(ImageSource.ofAnswer(List.of(told)), other())))
        .hasSize(1);
    assertThat(ids(self.answer(ImageSource.ofAnswer(List.of(told)), other()))).hasSize(1);
    Ami everyones = sharedWith(LaunchPermission.everyone());
    assertThat(ids(self.answer(ImageSource.ofAnswer(List.of(everyones)), other())))
        .isEmpty();
    assertThat(ids(self.answer(ImageSource.ofAnswer(List.of(told)), owner()))).isEmpty();
  }
}

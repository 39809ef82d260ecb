package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.lifecycle.ModifyLaunchPermission.revoke;
import static dev.amikit.registry.TestImages.CREATED;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.TO_ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_UNIT;
import static dev.amikit.registry.TestImages.UNIT;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Giving and taking launch permissions, and what they are worth. */
class ImageSharingTest {
  private static final KmsKeyId CUSTOMER_KEY =
      KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012");

  private final TestRegistry ec2 = new TestRegistry();
  private final ImageId id = ec2.put(image(1).build()).imageId();

  static ImmutableSet<LaunchPermission> accounts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> LaunchPermission.userId("%012d".formatted(100_000_000_000L + i)))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Test
  @Rules({"ATTR-05"})
  void one_request_gives_and_takes() {
    share(TO_FRIEND);
    ec2.owner()
        .modifyImageAttribute(
            id,
            new ModifyLaunchPermission(
                ImmutableSet.of(TO_ORGANIZATION), ImmutableSet.of(TO_FRIEND)));
    assertThat(permissions()).containsExactly(TO_ORGANIZATION);
  }

  @Test
  void a_permission_cannot_be_given_and_taken_at_once() {
    refused(
        new ModifyLaunchPermission(ImmutableSet.of(TO_FRIEND), ImmutableSet.of(TO_FRIEND)),
        "InvalidParameterCombination",
        "modify-launch-permission.disjoint");
  }

  @Test
  @Rules({"ATTR-09", "PERM-42", "PERM-43", "IDEM-08"})
  void giving_again_and_taking_what_is_not_there_change_nothing() {
    share(TO_FRIEND);
    assertUnchanged(ec2, () -> share(TO_FRIEND));
    assertUnchanged(ec2, () -> ec2.owner().modifyImageAttribute(id, revoke(TO_UNIT)));
  }

  @Test
  @Rules({"PERM-44"})
  void one_bad_item_leaves_everything_as_it_was() {
    refused(
        grant(TO_FRIEND, EVERYONE),
        "OperationNotPermitted",
        "image-sharing.public-sharing-unblocked");
    assertThat(permissions()).isEmpty();
  }

  @Test
  @Rules({"PERM-45"})
  void an_account_keeps_what_it_has_through_its_organization() {
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION));
    share(TO_FRIEND, TO_ORGANIZATION);
    ec2.owner().modifyImageAttribute(id, revoke(TO_FRIEND));
    assertThat(permissions()).containsExactly(TO_ORGANIZATION);
    assertThat(sees(FRIEND)).isTrue();
  }

  @Test
  @Rules({"PERM-45"})
  void an_account_keeps_what_everyone_has() {
    ec2.owner().disableImageBlockPublicAccess();
    share(TO_FRIEND, EVERYONE);
    ec2.owner().modifyImageAttribute(id, revoke(TO_FRIEND));
    assertThat(permissions()).containsExactly(EVERYONE);
    assertThat(sees(FRIEND)).isTrue();
  }

  @Test
  @Rules({"PERM-02", "PERM-46", "PUB-01", "PUB-11", "DEPR-11"})
  void an_image_that_is_made_private_keeps_its_explicit_permissions_and_its_deprecation() {
    ec2.owner().disableImageBlockPublicAccess();
    share(TO_FRIEND, TO_ORGANIZATION);
    assertThat(present().isPublic()).isFalse();
    share(EVERYONE);
    assertThat(present().isPublic()).isTrue();
    assertThat(sees(STRANGER)).isTrue();
    Instant deprecation = present().deprecationTime().orElseThrow();
    ec2.owner().modifyImageAttribute(id, revoke(EVERYONE));
    assertThat(present().isPublic()).isFalse();
    assertThat(permissions()).containsExactlyInAnyOrder(TO_FRIEND, TO_ORGANIZATION);
    assertThat(present().deprecationTime()).hasValue(deprecation);
    assertThat(sees(STRANGER)).isFalse();
    assertThat(sees(FRIEND)).isTrue();
  }

  @Test
  @Rules({"PERM-03", "PERM-61", "ATTR-20", "PERM-66"})
  void a_reset_takes_all_but_the_owners_right_which_is_never_listed() {
    ec2.owner().disableImageBlockPublicAccess();
    share(EVERYONE, TO_FRIEND, TO_ORGANIZATION, TO_UNIT);
    assertThat(listed()).containsExactlyInAnyOrder(EVERYONE, TO_FRIEND, TO_ORGANIZATION, TO_UNIT);
    ec2.owner().resetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION);
    assertThat(listed()).isEmpty();
    assertThat(present().isPublic()).isFalse();
    assertThat(sees(FRIEND)).isFalse();
    assertThat(sees(OWNER)).isTrue();
    assertUnchanged(
        ec2, () -> ec2.owner().resetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION));
  }

  @ParameterizedTest
  @EnumSource(
      value = ImageAttributeName.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "LAUNCH_PERMISSION")
  @Rules({"ATTR-20", "PERM-60"})
  void nothing_else_can_be_reset(ImageAttributeName attribute) {
    assertRefused(
        ec2::state,
        () -> ec2.owner().resetImageAttribute(id, attribute),
        "InvalidRequest",
        "reset-image-attribute.resettable");
  }

  @Test
  @Rules({"PERM-03", "DEC-169"})
  void the_owners_own_account_is_an_entry_like_others_and_not_what_the_owners_right_hangs_on() {
    LaunchPermission toOwner = LaunchPermission.userId(OWNER);
    share(toOwner);
    assertThat(listed()).containsExactly(toOwner);
    ec2.owner().modifyImageAttribute(id, revoke(toOwner));
    assertThat(listed()).isEmpty();
    assertThat(sees(OWNER)).isTrue();
    share(TO_FRIEND);
    assertThat(listed()).containsExactly(TO_FRIEND);
  }

  @Test
  @Rules({"PERM-62", "ATTR-15"})
  void only_the_owner_resets() {
    share(TO_FRIEND);
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).resetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION),
        "AuthFailure",
        "image.owner");
    assertRefused(
        ec2::state,
        () -> ec2.owner().resetImageAttribute(UNKNOWN, ImageAttributeName.LAUNCH_PERMISSION),
        "InvalidAMIID.NotFound",
        "image.exists");
  }

  @Test
  @Rules({"PERM-11"})
  void an_owner_shares_with_organizations_that_it_is_not_in() {
    assertThat(ec2.registry.state().profile(OWNER).organizationPath()).isEmpty();
    share(TO_ORGANIZATION, TO_UNIT);
    assertThat(permissions()).containsExactlyInAnyOrder(TO_ORGANIZATION, TO_UNIT);
  }

  @Test
  @Rules({"PERM-09", "PERM-12"})
  void membership_of_the_organization_is_looked_up_when_access_is_attempted() {
    share(TO_ORGANIZATION);
    Ami shared = present();
    assertThat(sees(FRIEND)).isFalse();
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION));
    assertThat(sees(FRIEND)).isTrue();
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, UNIT));
    assertThat(sees(FRIEND)).isTrue();
    ec2.registry.aws().leaveOrganization(FRIEND);
    assertThat(sees(FRIEND)).isFalse();
    assertThat(present()).isEqualTo(shared);
  }

  @Test
  @Rules({"PERM-10", "PERM-12"})
  void a_unit_covers_the_units_below_it_and_neither_siblings_nor_parents() {
    var parent = TestImages.unit("ou-examplerootid111-parentparent");
    var sibling = TestImages.unit("ou-examplerootid111-siblingunit");
    var nested = TestImages.unit("ou-examplerootid111-nestedunit1");
    share(TO_UNIT);
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, parent, UNIT));
    assertThat(sees(FRIEND)).isTrue();
    ec2.registry
        .aws()
        .joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, parent, UNIT, nested));
    assertThat(sees(FRIEND)).isTrue();
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, parent, sibling));
    assertThat(sees(FRIEND)).isFalse();
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, parent));
    assertThat(sees(FRIEND)).isFalse();
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION));
    assertThat(sees(FRIEND)).isFalse();
  }

  @Test
  @Rules({"ACCT-03", "SHR-08"})
  void sharing_changes_neither_the_owner_nor_the_permissions_of_the_snapshots() {
    SnapshotId snapshot = ec2.snapshot();
    Ami ami = ec2.put(image(2, snapshot).build());
    ec2.owner().modifyImageAttribute(ami.imageId(), grant(TO_FRIEND));
    assertThat(present(2).ownerId()).isEqualTo(OWNER);
    assertThat(snapshot(snapshot).createVolumePermissions()).isEmpty();
    assertThat(ec2.registry.state().in(HERE).isReadable(FRIEND, snapshot(snapshot)))
        .isFalse();
  }

  @Test
  @Rules({"ACCT-01", "ACCT-04"})
  void what_is_granted_and_blocked_in_one_region_says_nothing_about_another() {
    ec2.registry.aws().happen(new RegistryEvent.ImageCreated(THERE, image(1).build()));
    share(TO_FRIEND);
    assertThat(sees(FRIEND)).isTrue();
    assertThatThrownBy(() -> ec2.as(FRIEND, THERE).getImageAncestry(id))
        .hasMessageStartingWith("InvalidAMIID.NotFound");
    assertRefused(
        ec2::state,
        () -> ec2.as(OWNER, Region.EU_CENTRAL_1).modifyImageAttribute(id, grant(TO_FRIEND)),
        "InvalidAMIID.NotFound",
        "image.exists");
    ec2.as(OWNER, THERE).disableImageBlockPublicAccess();
    refused(grant(EVERYONE), "OperationNotPermitted", "image-sharing.public-sharing-unblocked");
    ec2.as(OWNER, THERE).modifyImageAttribute(id, grant(EVERYONE));
    assertThat(ec2.registry.state().image(THERE, id).orElseThrow().isPublic()).isTrue();
    assertThat(present().isPublic()).isFalse();
  }

  @Test
  @Rules({"PERM-67", "PERM-70", "ATTR-22"})
  void an_account_gives_up_what_it_has_by_its_own_id_until_the_owner_grants_it_again() {
    share(TO_FRIEND, TO_ORGANIZATION);
    ec2.as(FRIEND).cancelImageLaunchPermission(id);
    assertThat(permissions()).containsExactly(TO_ORGANIZATION);
    assertThat(sees(FRIEND)).isFalse();
    refusedCancel(FRIEND, "cancel-image-launch-permission.has-permission");
    share(TO_FRIEND);
    assertThat(sees(FRIEND)).isTrue();
  }

  @Test
  @Rules({"PERM-70"})
  void another_permission_still_covers_who_gave_up_its_own() {
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION));
    share(TO_FRIEND, TO_ORGANIZATION);
    ec2.as(FRIEND).cancelImageLaunchPermission(id);
    assertThat(sees(FRIEND)).isTrue();
  }

  @Test
  @Rules({"PERM-68", "PERM-69"})
  void whatever_stands_against_giving_up_the_image_looks_unknown() {
    String rule = "cancel-image-launch-permission.has-permission";
    ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, UNIT));
    share(TO_ORGANIZATION, TO_UNIT);
    refusedCancel(FRIEND, rule);
    refusedCancel(STRANGER, rule);
    refusedCancel(OWNER, rule);
    ec2.owner().disableImageBlockPublicAccess();
    share(EVERYONE);
    refusedCancel(STRANGER, rule);
    ec2.owner().disableImage(id);
    refusedCancel(FRIEND, "cancel-image-launch-permission.stage");
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).cancelImageLaunchPermission(UNKNOWN),
        "InvalidAMIID.NotFound",
        "image.exists");
  }

  private void refusedCancel(AccountId account, String rule) {
    assertRefused(
        ec2::state,
        () -> ec2.as(account).cancelImageLaunchPermission(id),
        "InvalidAMIID.NotFound",
        rule);
    assertSays(
        () -> ec2.as(account).cancelImageLaunchPermission(id),
        "InvalidAMIID.NotFound",
        "The image id '[%s]' does not exist".formatted(id));
  }

  @Test
  @Rules({"PERM-71", "DISABLE-03", "DISABLE-04", "INV-01", "INV-10"})
  void disabling_takes_all_permissions_and_enabling_brings_none_back() {
    ec2.owner().disableImageBlockPublicAccess();
    share(EVERYONE, TO_FRIEND, TO_ORGANIZATION, TO_UNIT);
    Ami shared = present();
    ec2.owner().disableImage(id);
    assertThat(permissions()).isEmpty();
    assertThat(present().isPublic()).isFalse();
    assertThat(sees(FRIEND)).isFalse();
    ec2.owner().enableImage(id);
    assertThat(sees(FRIEND)).isFalse();
    assertThat(present()).isEqualTo(shared.withLaunchPermissions(ImmutableSet.of()));
  }

  @Test
  @Rules({"PERM-17"})
  void an_image_over_the_aws_managed_key_is_shared_with_nobody() {
    KmsKeyId managed = KmsKeys.awsManagedKey(HERE, OWNER);
    ImageId encrypted = encrypted(2, managed);
    for (LaunchPermission permission : List.of(TO_FRIEND, TO_ORGANIZATION, TO_UNIT)) {
      assertRefused(
          ec2::state,
          () -> ec2.owner().modifyImageAttribute(encrypted, grant(permission)),
          "InvalidParameter",
          "image-sharing.own-keys");
    }
    ec2.owner().disableImageBlockPublicAccess();
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(encrypted, grant(EVERYONE, TO_FRIEND)),
        "UnsupportedOperation",
        "modify-launch-permission.public-without-encryption");
  }

  @Test
  @Rules({"PERM-17"})
  void one_snapshot_under_the_aws_managed_key_keeps_an_image_from_being_shared() {
    SnapshotId managed =
        ec2.snapshot(OWNER, s -> s.encrypted(true).kmsKeyId(KmsKeys.awsManagedKey(HERE, OWNER)));
    ImageId own = encrypted(2, CUSTOMER_KEY);
    ec2.put(present(2).toBuilder()
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            DeviceName.of("/dev/sdf"),
            EbsBlockDevice.builder().snapshotId(managed).encrypted(true).build()))
        .build());
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(own, grant(TO_FRIEND)),
        "InvalidParameter",
        "image-sharing.own-keys");
  }

  @Test
  @Rules({"PERM-17", "PUB-04"})
  void an_image_over_a_customer_managed_key_is_shared_but_not_published() {
    ImageId encrypted = encrypted(2, CUSTOMER_KEY);
    ec2.owner().modifyImageAttribute(encrypted, grant(TO_FRIEND, TO_ORGANIZATION));
    assertThat(present(2).launchPermissions().orElseThrow()).hasSize(2);
    ec2.owner().disableImageBlockPublicAccess();
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(encrypted, grant(EVERYONE)),
        "UnsupportedOperation",
        "modify-launch-permission.public-without-encryption");
  }

  @Test
  @Rules({"PUB-04"})
  void an_image_that_does_not_tell_of_encryption_is_judged_by_its_snapshots() {
    SnapshotId snapshot =
        ec2.snapshot(OWNER, builder -> builder.encrypted(true).kmsKeyId(CUSTOMER_KEY));
    ec2.put(image(2, snapshot).build());
    ec2.owner().disableImageBlockPublicAccess();
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(id(2), grant(EVERYONE)),
        "UnsupportedOperation",
        "modify-launch-permission.public-without-encryption");
  }

  /** One image with every obstacle; each line takes away the one that was named before. */
  @Test
  @Rules({"PUB-02", "PUB-03", "PUB-04", "PUB-05", "PUB-06", "PUB-07", "ATTR-11", "PAID-05"})
  void what_stands_against_publishing_is_found_in_this_order() {
    for (int number = 11; number <= 15; number++) {
      ec2.put(published(number).build());
    }
    EbsBlockDevice secret = EbsBlockDevice.of(VolumeType.GP3, 8, ec2.snapshot()).toBuilder()
        .encrypted(true)
        .build();
    Ami.Builder worst = image(2)
        .blockDeviceMappings(List.of())
        .ebsRoot("/dev/xvda", secret)
        .addProductCode(ProductCode.marketplace("abc"))
        .addImageWatermark(watermark());
    publishing(worst.build(), true, "OperationNotPermitted image-sharing.public-sharing-unblocked");
    publishing(
        worst.build(),
        false,
        "OperationNotPermitted modify-launch-permission.public-without-product-codes"
            + " modify-launch-permission.public-without-watermarks"
            + " modify-launch-permission.public-without-encryption");
    publishing(
        worst.productCodes(List.of()).build(),
        false,
        "OperationNotPermitted modify-launch-permission.public-without-watermarks"
            + " modify-launch-permission.public-without-encryption");
    publishing(
        worst.imageWatermarks(List.of()).build(),
        false,
        "UnsupportedOperation modify-launch-permission.public-without-encryption");
    publishing(image(2).build(), false, "ResourceLimitExceeded image-sharing.public-images");
    ec2.owner().resetImageAttribute(id(11), ImageAttributeName.LAUNCH_PERMISSION);
    ec2.owner().modifyImageAttribute(id(2), grant(EVERYONE));
    assertThat(present(2).isPublic()).isTrue();
  }

  private void publishing(Ami ami, boolean isBlocked, String codeAndRules) {
    ec2.put(ami);
    if (isBlocked) {
      ec2.owner().enableImageBlockPublicAccess();
    } else {
      ec2.owner().disableImageBlockPublicAccess();
    }
    List<String> words = Splitter.on(' ').splitToList(codeAndRules);
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(ami.imageId(), grant(EVERYONE)),
        words.get(0),
        words.subList(1, words.size()).toArray(String[]::new));
  }

  @Test
  @Rules({"QUOTA-02", "PUB-07", "BIN-25"})
  void five_images_are_public_those_in_the_recycle_bin_included() {
    ec2.owner().disableImageBlockPublicAccess();
    ec2.put(binned(20, EVERYONE));
    ec2.put(binned(21, TO_FRIEND));
    for (int number = 11; number <= 15; number++) {
      ec2.put(image(number).build());
    }
    for (int number = 11; number <= 14; number++) {
      ec2.owner().modifyImageAttribute(id(number), grant(EVERYONE));
    }
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(id(15), grant(EVERYONE)),
        "ResourceLimitExceeded",
        "image-sharing.public-images");
    ec2.owner().modifyImageAttribute(id(15), grant(TO_FRIEND));
    assertUnchanged(ec2, () -> ec2.owner().modifyImageAttribute(id(14), grant(EVERYONE)));
  }

  @Test
  @Rules({"QUOTA-03", "QUOTA-04", "PERM-47"})
  void an_image_is_shared_with_at_most_1_000_entities_and_everyone_is_none() {
    ec2.owner().disableImageBlockPublicAccess();
    ec2.owner()
        .modifyImageAttribute(id, new ModifyLaunchPermission(accounts(998), ImmutableSet.of()));
    share(TO_ORGANIZATION, TO_UNIT, EVERYONE);
    assertThat(permissions()).hasSize(1001);
    refused(grant(TO_FRIEND), "ResourceLimitExceeded", "image-sharing.entities");
    ec2.owner()
        .modifyImageAttribute(
            id, new ModifyLaunchPermission(ImmutableSet.of(TO_FRIEND), ImmutableSet.of(TO_UNIT)));
    assertThat(permissions()).contains(TO_FRIEND).hasSize(1001);
  }

  @Test
  void an_image_that_came_with_too_many_permissions_can_lose_some() {
    ec2.put(image(2).launchPermissions(accounts(1002)).build());
    ec2.owner()
        .modifyImageAttribute(id(2), new ModifyLaunchPermission(ImmutableSet.of(), accounts(1)));
    assertThat(present(2).launchPermissions().orElseThrow()).hasSize(1001);
  }

  @Test
  @Rules({"DEPR-07", "DEPR-09", "DEPR-10", "PUB-08", "PUB-10"})
  void a_published_image_is_deprecated_two_years_after_its_creation_at_the_latest() {
    Instant latest = Instant.parse("2028-01-15T10:20:30Z");
    Instant earlier = Instant.parse("2027-01-01T00:00:00Z");
    ec2.owner().disableImageBlockPublicAccess();
    ec2.put(image(2).deprecationTime(earlier).build());
    ec2.put(image(3).deprecationTime(latest.plusSeconds(1)).build());
    ec2.put(image(4).creationDate(Instant.parse("2023-01-15T10:20:30Z")).build());
    for (int number = 1; number <= 4; number++) {
      ec2.owner().modifyImageAttribute(id(number), grant(EVERYONE));
    }
    assertThat(present().creationDate()).hasValue(CREATED);
    assertThat(present().deprecationTime()).hasValue(latest);
    assertThat(present(2).deprecationTime()).hasValue(earlier);
    assertThat(present(3).deprecationTime()).hasValue(latest);
    assertThat(present(4).deprecationTime()).hasValue(Instant.parse("2025-01-15T10:20:30Z"));
    assertThat(present(4).isDeprecatedAt(TestRegistry.START)).isTrue();
  }

  private ImageId encrypted(int number, KmsKeyId key) {
    SnapshotId snapshot = ec2.snapshot(OWNER, builder -> builder.encrypted(true).kmsKeyId(key));
    EbsBlockDevice root = EbsBlockDevice.of(VolumeType.GP3, 8, snapshot).toBuilder()
        .encrypted(true)
        .build();
    return ec2.put(image(number)
            .blockDeviceMappings(List.of())
            .ebsRoot("/dev/xvda", root)
            .build())
        .imageId();
  }

  private static ImageWatermark watermark() {
    return new ImageWatermark(
        new WatermarkKey(OWNER, "mark"), UNKNOWN, Region.EU_WEST_1, CREATED, CREATED);
  }

  private void share(LaunchPermission... permissions) {
    ec2.owner().modifyImageAttribute(id, grant(permissions));
  }

  private void refused(ModifyLaunchPermission change, String code, String... ruleIds) {
    assertRefused(ec2::state, () -> ec2.owner().modifyImageAttribute(id, change), code, ruleIds);
  }

  private boolean sees(AccountId account) {
    return TestImages.sees(ec2, account, id);
  }

  private Ami present() {
    return present(1);
  }

  private Ami present(int number) {
    return ec2.registry.state().image(HERE, id(number)).orElseThrow();
  }

  @Test
  void an_image_given_without_its_permissions_is_public_as_it_says_and_shared_with_nobody() {
    ec2.put(image(2).isPublic(false).build());
    ec2.put(image(3).isPublic(true).build());
    assertThat(present(2)).isEqualTo(image(2).build());
    assertThat(present(3).launchPermissions())
        .hasValue(ImmutableSet.of(LaunchPermission.everyone()));
    assertThat(ec2.as(FRIEND).describeImage(present(3).imageId())).isPresent();
  }

  @Test
  void describe_images_leaves_permissions_untold_and_describe_image_attribute_tells_them() {
    share(TO_FRIEND);
    Ami described = ec2.owner().describeImage(id).orElseThrow();
    assertThat(described.launchPermissions()).isEmpty();
    assertThat(described.withLaunchPermissions(listed())).isEqualTo(present());
  }

  private Snapshot snapshot(SnapshotId snapshot) {
    return ec2.registry.state().snapshot(HERE, snapshot).orElseThrow();
  }

  private ImmutableSet<LaunchPermission> permissions() {
    return present().launchPermissions().orElseThrow();
  }

  private ImmutableSet<LaunchPermission> listed() {
    return ec2.owner()
        .describeImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION)
        .launchPermissions()
        .orElseThrow();
  }
}

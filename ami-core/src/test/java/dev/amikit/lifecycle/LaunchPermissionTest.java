package dev.amikit.lifecycle;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.lifecycle.Images.CUSTOMER;
import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.ORGANIZATION;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.PRODUCT;
import static dev.amikit.lifecycle.Images.image;
import static dev.amikit.lifecycle.Images.in;
import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.lifecycle.ModifyLaunchPermission.revoke;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaunchPermissionTest {
  private static final String WITH_PRODUCT_CODES =
      "modify-launch-permission.public-without-product-codes";
  private static final String WITH_WATERMARKS =
      "modify-launch-permission.public-without-watermarks";
  private static final String WITH_ENCRYPTION =
      "modify-launch-permission.public-without-encryption";

  @ParameterizedTest
  @EnumSource
  @Rules({"PERM-40", "DEC-139"})
  void a_change_of_nothing_is_refused_whatever_the_stage(AmiStage stage) {
    // Before DEC-139 it was MissingParameter.
    assertRefused(
        grant(),
        in(stage),
        NOW,
        "modify-launch-permission.not-empty",
        "InvalidParameterCombination");
  }

  @ParameterizedTest
  @EnumSource
  @Rules("PERM-41")
  void the_same_permission_added_and_removed_is_refused_whatever_the_stage(AmiStage stage) {
    assertRefused(
        new ModifyLaunchPermission(
            ImmutableSet.of(PARTNER, CUSTOMER), ImmutableSet.of(CUSTOMER, EVERYONE)),
        in(stage),
        NOW,
        "modify-launch-permission.disjoint",
        "InvalidParameterCombination");
  }

  @Test
  @Rules({"ATTR-10", "PERM-47", "QUOTA-05"})
  void a_request_names_10_000_accounts_and_no_more() {
    Ami ami = Images.unshared().build();

    assertThat(grant(accounts(0, 10_000))
            .decide(ami, NOW)
            .applyTo(ami)
            .launchPermissions()
            .orElseThrow())
        .hasSize(10_000);
    assertThat(new ModifyLaunchPermission(
                ImmutableSet.copyOf(accounts(0, 10_000)), ImmutableSet.of(EVERYONE, ORGANIZATION))
            .decide(ami, NOW)
            .isAccepted())
        .isTrue();
    for (AmiCommand command : new AmiCommand[] {
      grant(accounts(0, 10_001)),
      revoke(accounts(0, 10_001)),
      new ModifyLaunchPermission(
          ImmutableSet.copyOf(accounts(0, 5_000)), ImmutableSet.copyOf(accounts(5_000, 10_001)))
    }) {
      assertThat(command.decide(ami, NOW).refusal()).hasValueSatisfying(refusal -> {
        assertThat(refusal.names(ModifyLaunchPermission.ACCOUNTS_IN_REQUEST)).isTrue();
        assertThat(refusal.errorCode()).hasToString("InvalidParameterValue");
      });
    }
  }

  @Test
  @Rules({"PERM-42", "PERM-43", "ATTR-09"})
  void the_event_names_only_what_changes() {
    Ami ami = image().addLaunchPermission(ORGANIZATION).build();

    assertThat(new ModifyLaunchPermission(
                ImmutableSet.of(PARTNER, CUSTOMER), ImmutableSet.of(ORGANIZATION, EVERYONE))
            .decide(ami, NOW)
            .events())
        .containsExactly(
            new LaunchPermissionsChanged(ImmutableSet.of(CUSTOMER), ImmutableSet.of(ORGANIZATION)));
  }

  @Test
  @Rules("PERM-45")
  void taking_the_permission_of_an_account_leaves_that_of_its_organization() {
    Ami ami = image().addLaunchPermission(ORGANIZATION).build();

    assertThat(revoke(PARTNER)
            .decide(ami, NOW)
            .orThrow()
            .applyTo(ami)
            .launchPermissions()
            .orElseThrow())
        .containsExactly(ORGANIZATION);
  }

  @Test
  @Rules("PERM-46")
  void taking_the_group_all_leaves_the_others() {
    Ami ami = Images.published().build();

    Ami after = revoke(EVERYONE).decide(ami, NOW).orThrow().applyTo(ami);

    assertThat(after.isPublic()).isFalse();
    assertThat(after.launchPermissions().orElseThrow()).containsExactly(PARTNER);
  }

  @Test
  @Rules({"PUB-05", "PAID-05", "ATTR-11", "INV-03"})
  void a_paid_image_cannot_become_public() {
    assertRefused(
        grant(EVERYONE),
        image().addProductCode(PRODUCT).build(),
        NOW,
        WITH_PRODUCT_CODES,
        "OperationNotPermitted");
  }

  @Test
  @Rules({"PUB-06", "WMK-03", "WM-05", "ATTR-11", "INV-03"})
  void a_watermarked_image_cannot_become_public() {
    assertRefused(
        grant(EVERYONE),
        Images.watermarked(1).build(),
        NOW,
        WITH_WATERMARKS,
        "OperationNotPermitted");
  }

  @Test
  @Rules({"PUB-04", "ATTR-11", "INV-03"})
  void an_image_with_an_encrypted_volume_cannot_become_public_be_it_root_or_not() {
    assertRefused(
        grant(EVERYONE), Images.encrypted().build(), NOW, WITH_ENCRYPTION, "UnsupportedOperation");
    assertRefused(
        grant(EVERYONE),
        image().addBlockDeviceMapping(secretDisk()).build(),
        NOW,
        WITH_ENCRYPTION,
        "UnsupportedOperation");
  }

  @Test
  @Rules({"PUB-04", "PUB-05", "PUB-06"})
  void every_reason_is_told_and_the_first_gives_the_code() {
    Ami ami = Images.watermarked(1)
        .addProductCode(PRODUCT)
        .addBlockDeviceMapping(Images.blank("/dev/sdf"))
        .addBlockDeviceMapping(secretDisk())
        .build();

    assertThat(grant(CUSTOMER, EVERYONE).decide(ami, NOW).refusal()).hasValueSatisfying(refusal -> {
      assertThat(refusal.errorCode()).hasToString("OperationNotPermitted");
      assertThat(refusal.violations())
          .extracting(violation -> violation.rule().id().value())
          .containsExactly(WITH_PRODUCT_CODES, WITH_WATERMARKS, WITH_ENCRYPTION);
      assertThat(refusal.violations())
          .extracting(Violation::path)
          .containsExactly(
              "productCodes", "imageWatermarks", "blockDeviceMappings[2].ebs.encrypted");
    });
  }

  @Test
  @Rules({"PERM-19", "PERM-44"})
  void such_images_can_be_shared_with_accounts_and_organizations_but_not_along_with_everyone() {
    for (Ami ami : new Ami[] {
      Images.unshared().addProductCode(PRODUCT).build(),
      Images.encrypted().build(),
      Images.watermarked(5).build()
    }) {
      assertThat(grant(CUSTOMER, ORGANIZATION)
              .decide(ami, NOW)
              .orThrow()
              .applyTo(ami)
              .launchPermissions()
              .orElseThrow())
          .contains(CUSTOMER, ORGANIZATION);
      assertThat(grant(CUSTOMER, EVERYONE).decide(ami, NOW).applyTo(ami)).isSameAs(ami);
    }
  }

  @Test
  @Rules("PERM-42")
  void making_a_public_image_public_changes_nothing_be_its_date_what_it_may() {
    Ami undated = image().addLaunchPermission(EVERYONE).build();

    Images.assertUnchanged(grant(EVERYONE), undated, NOW);
  }

  @ParameterizedTest
  @Rules({"PERM-68", "PERM-69"})
  @EnumSource
  void the_owner_has_no_permission_to_give_up_in_any_stage(AmiStage stage) {
    AmiCommand command = new CancelLaunchPermission(AccountId.of("111122223333"));

    assertThat(command.decide(in(stage), NOW).refusal())
        .hasValueSatisfying(
            refusal -> assertThat(refusal.errorCode()).hasToString("InvalidAMIID.NotFound"));
  }

  @Test
  @Rules("PERM-67")
  void what_was_given_up_can_be_given_again() {
    Ami ami = Images.available();
    Ami without = Commands.of(AmiAction.CANCEL_IMAGE_LAUNCH_PERMISSION)
        .decide(ami, NOW)
        .orThrow()
        .applyTo(ami);

    assertThat(without.launchPermissions()).hasValue(ImmutableSet.of());
    assertThat(grant(PARTNER).decide(without, NOW).orThrow().applyTo(without)).isEqualTo(ami);
  }

  private static BlockDeviceMapping secretDisk() {
    return BlockDeviceMapping.ebs(
        DeviceName.of("/dev/sdg"),
        EbsBlockDevice.blank(VolumeType.GP3, 20).toBuilder().encrypted(true).build());
  }

  private static LaunchPermission[] accounts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> LaunchPermission.userId("%012d".formatted(i)))
        .collect(toImmutableSet())
        .toArray(LaunchPermission[]::new);
  }
}

package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 says, to the letter, of what cannot be done with an image. */
class ImageMessagesTest {
  private static final RegistrySettings SMALL_QUOTAS = RegistrySettings.builder()
      .ids(IdSource.counting())
      .quotas(Quotas.builder().publicImages(1).sharingEntities(2).build())
      .build();

  private final TestRegistry ec2 = new TestRegistry(SMALL_QUOTAS);
  private final ImageId id = ec2.put(image(1).build()).imageId();

  @Nested
  class An_image {
    @ParameterizedTest
    @EnumSource(names = "BLOCK_DEVICE_MAPPING", mode = EnumSource.Mode.EXCLUDE)
    @Rules({"MSG-100", "MSG-019"})
    void of_another_account_does_not_tell_its_attributes_and_one_that_is_gone_none(
        ImageAttributeName attribute) {
      ec2.put(published(2).build());
      assertSays(
          () -> ec2.as(STRANGER).describeImageAttribute(id(2), attribute),
          "AuthFailure",
          "Not authorized for image:" + id(2));
      ec2.owner().deregisterImage(id);
      assertSays(
          () -> ec2.owner().describeImageAttribute(id, attribute),
          "InvalidAMIID.Unavailable",
          "The image ID '" + id + "' is no longer available");
    }

    @Test
    @Rules("MSG-100")
    void of_another_account_is_not_changed() {
      ec2.put(image(2).addLaunchPermission(TO_FRIEND).build());
      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> ec2.as(FRIEND).modifyImageAttribute(id(2), grant(TO_FRIEND)),
          () -> ec2.as(FRIEND).deregisterImage(id(2)),
          () -> ec2.as(FRIEND).disableImage(id(2)),
          () -> ec2.as(FRIEND).enableImageDeprecation(id(2), START.plus(Duration.ofDays(1))),
          () -> ec2.as(FRIEND).attachImageWatermark(id(2), "golden"))) {
        assertSays(call, "AuthFailure", "Not authorized for image:" + id(2));
      }
    }

    @Test
    @Rules("MSG-003")
    void that_never_was_does_not_exist() {
      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> ec2.owner().deregisterImage(UNKNOWN),
          () -> ec2.owner().enableImage(UNKNOWN),
          () -> ec2.owner().getImageAncestry(UNKNOWN),
          () -> ec2.as(FRIEND).cancelImageLaunchPermission(UNKNOWN),
          () -> ec2.owner().restoreImageFromRecycleBin(UNKNOWN))) {
        assertSays(
            call, "InvalidAMIID.NotFound", "The image id '[" + UNKNOWN + "]' does not exist");
      }
    }

    @Test
    @Rules({"PERM-68", "BIN-21"})
    void that_is_not_shared_or_not_in_the_recycle_bin_seems_never_to_have_been() {
      String message = "The image id '[" + id + "]' does not exist";
      assertSays(
          () -> ec2.as(FRIEND).cancelImageLaunchPermission(id), "InvalidAMIID.NotFound", message);
      assertSays(
          () -> ec2.owner().restoreImageFromRecycleBin(id), "InvalidAMIID.NotFound", message);
    }

    @Test
    @Rules("MSG-019")
    void that_is_gone_is_no_longer_available() {
      ec2.owner().deregisterImage(id);
      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> ec2.owner().deregisterImage(id),
          () -> ec2.owner().modifyImageAttribute(id, grant(TO_FRIEND)),
          () -> ec2.owner().resetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION),
          () -> ec2.owner().enableImage(id),
          () -> ec2.owner().getImageAncestry(id),
          () -> ec2.owner().createTags(Tags.of("env", "prod"), id))) {
        assertSays(
            call, "InvalidAMIID.Unavailable", "The image ID '" + id + "' is no longer available");
      }
    }

    static Stream<Arguments> stages() {
      return Stream.of(
          Arguments.of(image(9).state(AmiState.PENDING).build(), "pending"),
          Arguments.of(image(9).state(AmiState.FAILED).build(), "failed"),
          Arguments.of(image(9).state(AmiState.DISABLED).build(), "disabled"),
          Arguments.of(binned(9), "in the Recycle Bin"));
    }

    @ParameterizedTest
    @MethodSource("stages")
    @Rules("MSG-117")
    void in_another_stage_may_not_be_used(Ami ami, String stage) {
      ec2.put(ami);
      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> ec2.owner().modifyImageAttribute(id(9), grant(TO_FRIEND)),
          () -> ec2.owner().modifyImageAttribute(id(9), new ModifyDescription("golden")),
          () -> ec2.owner().modifyImageAttribute(id(9), new ModifyImdsSupport(ImdsSupport.V2_0)),
          () -> ec2.owner().resetImageAttribute(id(9), ImageAttributeName.LAUNCH_PERMISSION))) {
        assertSays(
            call,
            "InvalidAMIID.Unavailable",
            "The AMI ID '" + id(9) + "' is currently " + stage
                + " and may not be used for this operation");
      }
    }

    @Test
    @Rules({"BIN-12", "MTX-07"})
    void in_the_recycle_bin_is_not_read_in_the_same_words() {
      ec2.put(binned(9));
      assertSays(
          () -> ec2.owner().describeImageAttribute(id(9), ImageAttributeName.DESCRIPTION),
          "InvalidAMIID.Unavailable",
          "The AMI ID '" + id(9)
              + "' is currently in the Recycle Bin and may not be used for this operation");
    }
  }

  @Nested
  class An_attribute {
    @Test
    @Rules("MSG-102")
    void that_is_the_mapping_is_restricted() {
      assertSays(
          () -> ec2.owner().describeImageAttribute(id, ImageAttributeName.BLOCK_DEVICE_MAPPING),
          "AuthFailure",
          "Unauthorized attempt to access restricted resource");
    }

    @ParameterizedTest
    @EnumSource(names = "LAUNCH_PERMISSION", mode = EnumSource.Mode.EXCLUDE)
    @Rules("MSG-110")
    void other_than_the_launch_permissions_is_not_reset(ImageAttributeName attribute) {
      assertSays(
          () -> ec2.owner().resetImageAttribute(id, attribute),
          "InvalidRequest",
          "The request received was invalid.");
    }

    @Test
    @Rules("MSG-110")
    void of_another_name_is_none() {
      assertSays(
          () -> ImageAttributeName.of("Description"),
          "InvalidRequest",
          "The request received was invalid.");
    }

    @Test
    @Rules({"MSG-105", "DEC-139"})
    void must_be_changed_by_a_change() {
      String none = "No attributes specified.";
      says(change(), "InvalidParameterCombination", none);
      says(change().launchPermission(grant()), "InvalidParameterCombination", none);
      says(
          change().attribute(ImageAttributeName.LAUNCH_PERMISSION),
          "InvalidParameterCombination",
          none);
    }

    @Test
    @Rules("MSG-106")
    void is_changed_alone() {
      says(
          change().imdsSupport(ImdsSupport.V2_0).description("golden"),
          "InvalidParameterCombination",
          "Fields for multiple attribute types specified: description, imdsSupport");
      says(
          change().description("golden").launchPermission(grant(TO_FRIEND)),
          "InvalidParameterCombination",
          "Fields for multiple attribute types specified: description, launchPermission");
    }

    @Test
    @Rules("MSG-107")
    void of_description_is_not_emptied() {
      String missing = "The request must contain the parameter description";
      says(change().description(""), "MissingParameter", missing);
      says(change().attribute(ImageAttributeName.DESCRIPTION), "MissingParameter", missing);
    }

    @Test
    @Rules("MSG-022")
    void of_description_has_255_characters_at_most() {
      says(
          change().description("x".repeat(256)),
          "InvalidParameterValue",
          "Value (" + "x".repeat(256)
              + ") for parameter description is invalid. It exceeds 255 characters");
    }

    @Test
    @Rules("MSG-108")
    void of_imds_support_is_v2() {
      says(
          change().attribute(ImageAttributeName.IMDS_SUPPORT),
          "MissingParameter",
          "The request must contain the parameter imdsSupport with value v2.0");
      says(
          change().imdsSupport(ImdsSupport.of("v1.0")),
          "InvalidParameterValue",
          "Value (v1.0) for parameter imdsSupport is invalid. Expected: 'v2.0'.");
    }

    @Test
    @Rules("DEC-139")
    void of_another_kind_stays() {
      says(
          change().attribute(ImageAttributeName.SRIOV_NET_SUPPORT),
          "InvalidParameterCombination",
          "The attribute sriovNetSupport of an image cannot be modified.");
      says(
          change().attribute(ImageAttributeName.BLOCK_DEVICE_MAPPING),
          "InvalidParameter",
          "Parameter blockDeviceMapping is invalid."
              + " You cannot modify the block device mapping of an image.");
      says(
          change().productCodes("abc"),
          "InvalidParameter",
          "Parameter productCodes is invalid. You cannot modify the product codes of an image.");
    }

    private ModifyImageAttribute.Builder change() {
      return ModifyImageAttribute.builder().imageId(id);
    }

    private void says(ModifyImageAttribute.Builder request, String code, String message) {
      ModifyImageAttribute built = request.build();
      assertSays(() -> ec2.owner().modifyImageAttribute(built), code, message);
    }
  }

  @Nested
  class A_launch_permission {
    @ParameterizedTest
    @CsvSource({"'123','123 '", "'',' '", "self,'self '"})
    @Rules("MSG-103")
    void is_for_an_account_of_12_digits(String account, String named) {
      assertSays(
          () -> LaunchPermission.userId(account),
          "InvalidAMIAttributeItemValue",
          "Invalid attribute item value \"" + named + "\" for userId item type.");
    }

    @Test
    @Rules("MSG-104")
    void is_for_the_group_all() {
      assertSays(
          () -> LaunchPermission.group("everyone"),
          "InvalidAMIAttributeItemValue",
          "Invalid attribute item value \"everyone\" for UserGroup item type.");
    }

    @Test
    @Rules({"PERM-07", "PERM-08", "ATTR-08"})
    void is_for_an_organization_or_a_unit_by_its_arn() {
      assertSays(
          () -> OrganizationArn.of("o-exampleorgid"),
          "InvalidAMIAttributeItemValue",
          "Invalid attribute item value \"o-exampleorgid \" for organizationArn item type.");
      assertSays(
          () -> OrganizationalUnitArn.of("ou-1"),
          "InvalidAMIAttributeItemValue",
          "Invalid attribute item value \"ou-1 \" for organizationalUnitArn item type.");
    }

    @Test
    @Rules({"PERM-41", "DEC-84"})
    void is_not_added_and_removed_at_once() {
      says(
          new ModifyLaunchPermission(
              ImmutableSet.of(EVERYONE, TO_FRIEND), ImmutableSet.of(TO_FRIEND)),
          "InvalidParameterCombination",
          "The launch permission 444455556666 can be specified for either add or remove,"
              + " but not for both.");
    }

    @Test
    @Rules("ATTR-10")
    void is_one_of_10_000_of_a_call() {
      says(
          new ModifyLaunchPermission(ImageSharingTest.accounts(10_001), ImmutableSet.of()),
          "InvalidParameterValue",
          "The maximum number of user IDs specified on a single call is 10,000");
    }

    @Test
    @Rules("MSG-112")
    void is_not_for_everyone_while_block_public_access_is_on() {
      says(
          grant(EVERYONE),
          "OperationNotPermitted",
          "You can’t publicly share this image because block public access for AMIs is enabled for"
              + " this account. To publicly share the image, you must call the"
              + " DisableImageBlockPublicAccess API.");
    }

    @Test
    @Rules("MSG-113")
    void is_for_everyone_within_the_quota_in_force() {
      ec2.owner().disableImageBlockPublicAccess();
      ec2.put(published(2).build());
      says(
          grant(EVERYONE),
          "ResourceLimitExceeded",
          "You have reached your quota of 1 for the number of public images allowed in this"
              + " Region.");
    }

    @Test
    @Rules("QUOTA-03")
    void is_one_of_as_many_as_the_quota_in_force() {
      says(
          new ModifyLaunchPermission(ImageSharingTest.accounts(3), ImmutableSet.of()),
          "ResourceLimitExceeded",
          "You have reached your quota of 2 for the number of entities that an image can be shared"
              + " with.");
    }

    @Test
    @Rules({"MSG-111", "SHR-05", "DEC-162"})
    void is_not_for_an_image_over_the_aws_managed_key() {
      SnapshotId snapshot =
          ec2.snapshot(OWNER, s -> s.encrypted(true).kmsKeyId(KmsKeys.awsManagedKey(HERE, OWNER)));
      ec2.put(image(2, snapshot).build());
      assertSays(
          () -> ec2.owner().modifyImageAttribute(id(2), grant(TO_FRIEND)),
          "InvalidParameter",
          "Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify another snapshot");
    }

    @Test
    @Rules("MSG-114")
    void is_not_for_everyone_if_the_image_is_encrypted() {
      ec2.owner().disableImageBlockPublicAccess();
      EbsBlockDevice secret = EbsBlockDevice.of(VolumeType.GP3, 8, ec2.snapshot()).toBuilder()
          .encrypted(true)
          .build();
      ec2.put(
          image(2).blockDeviceMappings(List.of()).ebsRoot("/dev/xvda", secret).build());
      SnapshotId encrypted =
          ec2.snapshot(OWNER, s -> s.encrypted(true).kmsKeyId(KmsKeys.awsManagedKey(HERE, OWNER)));
      ec2.put(image(3, encrypted).build());
      for (int number : new int[] {2, 3}) {
        assertSays(
            () -> ec2.owner().modifyImageAttribute(id(number), grant(EVERYONE)),
            "UnsupportedOperation",
            "Encrypted snapshots can’t be shared publicly. Specify another snapshot.");
      }
    }

    @Test
    @Rules({"PUB-05", "PUB-06"})
    void is_not_for_everyone_if_the_image_is_paid_or_watermarked() {
      ec2.owner().disableImageBlockPublicAccess();
      ec2.put(image(2).addProductCode(ProductCode.marketplace("abc")).build());
      assertSays(
          () -> ec2.owner().modifyImageAttribute(id(2), grant(EVERYONE)),
          "OperationNotPermitted",
          "Images with product codes can’t be shared publicly. Specify another image.");
      ec2.owner().attachImageWatermark(id, "golden");
      says(
          grant(EVERYONE),
          "OperationNotPermitted",
          "Images with watermarks can’t be shared publicly. Specify another image.");
    }

    private void says(ModifyLaunchPermission change, String code, String message) {
      assertSays(() -> ec2.owner().modifyImageAttribute(id, change), code, message);
    }
  }

  @Nested
  class A_life {
    @Test
    @Rules({"DEREG-02", "PROT-06", "PROT-11"})
    void does_not_end_while_it_is_protected() {
      ec2.owner().enableImageDeregistrationProtection(id, true);
      assertSays(
          () -> ec2.owner().deregisterImage(id),
          "OperationNotPermitted",
          "The image '" + id + "' may not be deregistered."
              + " Disable its deregistration protection and try again.");
      ec2.owner().disableImageDeregistrationProtection(id);
      assertSays(
          () -> ec2.owner().deregisterImage(id),
          "OperationNotPermitted",
          "The image '" + id + "' may not be deregistered until 2026-11-02T12:00:00Z, when the"
              + " cooldown period of its deregistration protection ends.");
    }

    @Test
    @Rules({"PROT-10", "DEC-78"})
    void keeps_its_cooldown_period() {
      ec2.owner().enableImageDeregistrationProtection(id, true);
      assertSays(
          () -> ec2.owner().enableImageDeregistrationProtection(id, false),
          "OperationNotPermitted",
          "You can’t enable deregistration protection without a cooldown period for this image"
              + " because its cooldown period is in force.");
    }

    @Test
    @Rules("DEREG-03")
    void ends_through_aws_backup_where_that_manages_it() {
      ec2.put(image(2)
          .tags(Tags.of("aws:backup:source-resource", "i-0123456789abcdef0"))
          .build());
      assertSays(
          () -> ec2.owner().deregisterImage(id(2)),
          "AuthFailure",
          "This image is managed by the AWS Backup service and cannot be deregistered via EC2 APIs."
              + " If you wish to deregister this image, please do so via the Backup console.");
    }

    @Test
    @Rules({"DISABLE-13", "ARC-03"})
    void goes_on_once_its_snapshots_are_out_of_the_archive() {
      SnapshotId archived = ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE));
      ec2.put(image(2, archived).state(AmiState.DISABLED).build());
      assertSays(
          () -> ec2.owner().enableImage(id(2)),
          "IncorrectState",
          "Snapshot '" + archived
              + "' is archived. Restore the snapshot permanently and try again.");
    }

    @Test
    @Rules({"DEPR-04", "DEPR-05", "DEPR-06"})
    void is_deprecated_neither_in_the_past_nor_too_late() {
      deprecationSays("2026-11-01T11:59:00Z", "The date must not be in the past.");
      deprecationSays(
          "2036-11-01T12:00:01Z", "The date must not be later than 2036-11-01T12:00:00Z.");
      ec2.owner().disableImageBlockPublicAccess();
      ec2.owner().modifyImageAttribute(id, grant(EVERYONE));
      deprecationSays(
          "2028-01-15T10:20:31Z", "The date must not be later than 2028-01-15T10:20:30Z.");
    }

    private void deprecationSays(String time, String reason) {
      assertSays(
          () -> ec2.owner().enableImageDeprecation(id, Instant.parse(time)),
          "InvalidParameterValue",
          "Value (" + time + ") for parameter deprecateAt is invalid. " + reason);
    }

    @Test
    @Rules({"DEPR-08", "PUB-09"})
    void is_deprecated_some_day_if_it_is_public() {
      ec2.put(published(2).build());
      assertSays(
          () -> ec2.owner().disableImageDeprecation(id(2)),
          "OperationNotPermitted",
          "You can’t cancel the deprecation of this image because it is public."
              + " To cancel the deprecation, you must first make the image private.");
    }
  }

  @Nested
  class A_watermark {
    @Test
    @Rules({"WMK-02", "WM-05"})
    void is_not_for_public_images() {
      ec2.put(published(2).build());
      assertSays(
          () -> ec2.owner().attachImageWatermark(id(2), "golden"),
          "OperationNotPermitted",
          "You can’t attach a watermark to this image because it is public."
              + " To attach a watermark, you must first make the image private.");
    }

    @Test
    @Rules({"WMK-07", "WM-04"})
    void is_one_of_five() {
      for (int number = 1; number <= 5; number++) {
        ec2.owner().attachImageWatermark(id, "mark-" + number);
      }
      assertSays(
          () -> ec2.owner().attachImageWatermark(id, "mark-6"),
          "ResourceLimitExceeded",
          "You have reached your quota of 5 for the number of watermarks allowed on an image.");
    }

    @Test
    @Rules({"WMK-04", "WMK-05", "WMK-06"})
    void has_a_name_like_an_image_and_a_key_with_an_account() {
      assertSays(
          () -> ec2.owner().attachImageWatermark(id, "golden "),
          "InvalidParameterValue",
          "Value (golden ) for parameter watermarkName is invalid. Watermark names must be between"
              + " 3 and 128 characters long, may not begin or end with a space, and may contain"
              + " letters, numbers, spaces, '(', ')', '[', ']', '.', '/', '-', ''', '@' and '_'");
      assertSays(
          () -> WatermarkKey.parse("golden"),
          "InvalidParameterValue",
          "Value (golden) for parameter watermarkKey is invalid."
              + " Expected: a 12-digit account ID, a colon and a watermark name.");
    }
  }

  @Test
  @Rules("BIN-13")
  void an_image_does_not_leave_the_recycle_bin_before_its_time() {
    assertThat(new ExpireInRecycleBin()
            .decide(TestImages.binned(3), START)
            .refusal()
            .orElseThrow()
            .message())
        .isEqualTo(
            "The image '" + id(3) + "' is retained in the Recycle Bin until 2026-11-08T12:00:00Z.");
  }
}

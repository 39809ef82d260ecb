package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.KEY;
import static dev.amikit.registry.Copying.awsKey;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.encrypted;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.share;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.stored;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.snapshot.Complete;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.EndTemporaryRestore;
import dev.amikit.lifecycle.snapshot.Expire;
import dev.amikit.lifecycle.snapshot.Fail;
import dev.amikit.lifecycle.snapshot.FinishArchival;
import dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.ResetCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.query.SnapshotFilters;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What EC2 says to requests about snapshots, and how it describes what they make. */
class SnapshotMessagesTest {
  private static final SnapshotId NONE = SnapshotId.of("snap-0123456789abcdef0");
  private static final SnapshotAttributeName PERMISSIONS =
      SnapshotAttributeName.CREATE_VOLUME_PERMISSION;
  private static final String NOT_FOUND = "InvalidSnapshot.NotFound";
  private static final String NONE_DOES_NOT_EXIST =
      "The snapshot 'snap-0123456789abcdef0' does not exist.";

  private final TestRegistry ec2 = new TestRegistry();

  private static String doesNotExist(SnapshotId id) {
    return "The snapshot '%s' does not exist.".formatted(id);
  }

  private static Snapshot described(TestRegistry ec2, Region region, SnapshotId id) {
    return ec2.as(OWNER, region)
        .describeSnapshots(SnapshotQuery.builder().addSnapshotId(id).build())
        .items()
        .get(0);
  }

  private static VolumeId volume(TestRegistry ec2) {
    return ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 20)).volumeId();
  }

  private void disable(Region region, KmsKeyId key) {
    ec2.registry
        .aws()
        .changeSettings(
            OWNER,
            region,
            settings -> settings.toBuilder().addUnusableKmsKey(key).build());
  }

  @Nested
  class AnId {
    @Test
    @Rules({"MSG-006", "SQRY-04"})
    void that_no_snapshot_has() {
      assertSays(
          () -> ec2.owner()
              .describeSnapshots(SnapshotQuery.builder().addSnapshotId(NONE).build()),
          NOT_FOUND,
          NONE_DOES_NOT_EXIST);
      assertSays(() -> ec2.owner().deleteSnapshot(NONE), NOT_FOUND, NONE_DOES_NOT_EXIST);
    }

    @Test
    @Rules("MSG-080")
    void a_copy_of_none_lacks_its_source() {
      assertSays(
          () -> CopySnapshot.builder().sourceRegion(THERE).build(),
          "MissingParameter",
          "The request must contain the parameter SourceSnapshotId");
    }

    @Test
    @Rules({"MSG-008", "ID-11", "SQRY-03"})
    void that_has_the_wrong_digits() {
      assertSays(
          () -> SnapshotId.of("snap-xyz"),
          "InvalidSnapshotID.Malformed",
          "Value ( snap-xyz ) for parameter SNAPSHOT is invalid. ");
    }

    @Test
    @Rules({"MSG-009", "ID-11"})
    void that_is_none_of_a_snapshot() {
      assertSays(
          () -> CopySnapshot.builder().sourceSnapshotId("ami-1a2b3c4d"),
          "InvalidParameterValue",
          "Value (ami-1a2b3c4d) for parameter snapshotId is invalid. Expected: 'snap-...'.");
    }

    @Test
    @Rules({"DEC-170", "SQRY-04"})
    void of_a_snapshot_that_the_caller_may_not_read() {
      SnapshotId hidden = ec2.snapshot();
      SnapshotQuery byId = SnapshotQuery.builder().addSnapshotId(hidden).build();
      SnapshotQuery byFilter = SnapshotQuery.builder()
          .filter(SnapshotFilters.snapshotId(hidden.value()))
          .build();
      assertSays(() -> ec2.as(FRIEND).describeSnapshots(byId), NOT_FOUND, doesNotExist(hidden));
      assertThat(ec2.as(FRIEND).describeSnapshots(byFilter).items()).isEmpty();
      share(ec2, hidden, FRIEND);
      assertThat(ec2.as(FRIEND).describeSnapshots(byId).items()).hasSize(1);
    }
  }

  @Nested
  class CreatedSnapshot {
    @Test
    @Rules({"MSG-012", "DEC-140", "ID-25"})
    void of_a_volume_that_does_not_exist() {
      assertSays(
          () -> ec2.owner()
              .createSnapshot(
                  CreateSnapshot.builder().volumeId("vol-0123456789abcdef0").build()),
          "InvalidVolume.NotFound",
          "The volume 'vol-0123456789abcdef0' does not exist.");
    }

    @Test
    @Rules({"MSG-022", "COM-11", "NAME-11"})
    void with_a_description_that_is_too_long() {
      String tooLong = "x".repeat(256);
      String message = "Value (%s) for parameter description is invalid. It exceeds 255 characters"
          .formatted(tooLong);
      CreateSnapshot request =
          CreateSnapshot.builder().volumeId(volume(ec2)).description(tooLong).build();
      assertSays(() -> ec2.owner().createSnapshot(request), "InvalidParameterValue", message);
      CopySnapshot copy = copyOf(ec2.snapshot()).description(tooLong).build();
      assertSays(() -> ec2.owner().copySnapshot(copy), "InvalidParameterValue", message);
    }

    @Test
    void in_a_local_zone() {
      assertSays(
          () -> ec2.owner()
              .createSnapshot(CreateSnapshot.builder()
                  .volumeId(volume(ec2))
                  .location("local")
                  .build()),
          "UnsupportedOperation",
          "The parameter location is not supported in this Region.");
    }

    @Test
    @Rules({"DEC-156", "DEC-172", "SNAP-03", "SNAP-02"})
    void answers_less_than_describe_snapshots() {
      ec2.owner().enableEbsEncryptionByDefault();
      Snapshot answer = ec2.owner()
          .createSnapshot(CreateSnapshot.builder().volumeId(volume(ec2)).build());
      assertThat(answer.description()).contains("");
      assertThat(answer.progress()).isEmpty();
      assertThat(answer.encrypted()).contains(true);
      assertThat(answer.kmsKeyId()).isEmpty();
      assertThat(answer.storageTier()).isEmpty();
      assertThat(answer.transferType()).isEmpty();
      assertThat(answer.fullSnapshotSizeInBytes()).isEmpty();

      Snapshot told = described(ec2, HERE, answer.snapshotId());
      assertThat(told.description()).contains("");
      assertThat(told.progress()).hasValue(100);
      assertThat(told.kmsKeyId()).contains(awsKey(OWNER, HERE));
      assertThat(told.storageTier()).contains(StorageTier.STANDARD);
      assertThat(told.transferType()).contains(TransferType.STANDARD);
      assertThat(told.fullSnapshotSizeInBytes()).hasValue(0);
    }

    @Test
    @Rules({"DEC-156", "DEC-172"})
    void whatever_was_not_said_is_found_by_filters() {
      SnapshotId plain = ec2.snapshot();
      ec2.snapshot(OWNER, other -> other.description("x").storageTier(StorageTier.ARCHIVE));
      SnapshotQuery query = SnapshotQuery.builder()
          .filter(SnapshotFilters.description(""))
          .filter(SnapshotFilters.storageTier(StorageTier.STANDARD))
          .filter(SnapshotFilters.transferType(TransferType.STANDARD))
          .build();
      assertThat(ec2.owner().describeSnapshots(query).items())
          .containsExactly(described(ec2, HERE, plain));
    }
  }

  @Nested
  class CopiedSnapshot {
    private final TestRegistry slow =
        TestRegistry.completing(CompletionPolicy.after(Duration.ofMinutes(5)));

    private Snapshot copied(CopySnapshot.Builder request) {
      return described(ec2, THERE, ec2.as(OWNER, THERE).copySnapshot(request.build()));
    }

    private void fails(Snapshot copy, String reason) {
      assertThat(copy.state()).isEqualTo(SnapshotState.ERROR);
      assertThat(copy.stateMessage()).contains(reason);
      assertThat(copy.volumeSize()).isZero();
      assertThat(copy.encrypted()).contains(false);
      assertThat(copy.kmsKeyId()).isEmpty();
    }

    @Test
    @Rules({"MSG-084", "DEC-144", "DEC-171"})
    void of_a_source_that_is_not_found_fails_later() {
      String reason = "Source snapshot is not found";
      fails(copied(copyOf(NONE)), reason);
      SnapshotId source = ec2.snapshot();
      fails(copied(copyOf(source).sourceRegion(THERE)), reason);
      SnapshotId hidden =
          ec2.snapshot(FRIEND, other -> other.encrypted(true).kmsKeyId(awsKey(FRIEND, HERE)));
      fails(copied(copyOf(hidden)), reason);
      ec2.owner().deleteSnapshot(source);
      fails(copied(copyOf(source).encrypted(true)), reason);
    }

    @Test
    @Rules({"MSG-085", "DEC-144", "DEC-171", "SNAP-15", "SNAP-26"})
    void of_a_pending_source_fails_later() {
      SnapshotId pending = ec2.snapshot(OWNER, change -> change.state(SnapshotState.PENDING));
      fails(copied(copyOf(pending)), "Source snapshot is not complete");
    }

    @Test
    @Rules({"MSG-084", "DEC-144", "DEC-145"})
    void of_a_source_that_is_not_found_fails_also_when_told_to_complete() {
      TestRegistry waiting = TestRegistry.completing(CompletionPolicy.whenTold());
      SnapshotId id = waiting.owner().copySnapshot(copyOf(NONE).build());
      assertThat(described(waiting, HERE, id).stateMessage()).contains("Metadata not updated");
      waiting.registry.aws().complete(HERE, id);
      fails(described(waiting, HERE, id), "Source snapshot is not found");
    }

    @Test
    @Rules({"MSG-086", "DEC-171"})
    void tells_neither_size_nor_encryption_while_it_is_pending() {
      SnapshotId source = encrypted(slow, OWNER, KEY);
      SnapshotId id =
          slow.owner().copySnapshot(copyOf(source).description("new").build());
      Snapshot pending = described(slow, HERE, id);
      assertThat(pending.state()).isEqualTo(SnapshotState.PENDING);
      assertThat(pending.stateMessage()).contains("Metadata not updated");
      assertThat(pending.volumeSize()).isZero();
      assertThat(pending.encrypted()).contains(false);
      assertThat(pending.kmsKeyId()).isEmpty();
      assertThat(pending.description()).contains("new");
      SnapshotQuery bare = SnapshotQuery.builder()
          .filter(SnapshotFilters.volumeSize(0))
          .filter(SnapshotFilters.encrypted(false))
          .build();
      assertThat(slow.owner().describeSnapshots(bare).items()).containsExactly(pending);

      slow.pass(Duration.ofMinutes(5));
      Snapshot completed = described(slow, HERE, id);
      assertThat(completed.state()).isEqualTo(SnapshotState.COMPLETED);
      assertThat(completed.stateMessage()).isEmpty();
      assertThat(completed.volumeSize()).isEqualTo(8);
      assertThat(completed.encrypted()).contains(true);
      assertThat(completed.kmsKeyId()).contains(awsKey(OWNER, HERE));
      assertThat(slow.owner().describeSnapshots(bare).items()).isEmpty();
    }

    @Test
    @Rules({"DEC-156", "DEC-172"})
    void is_described_without_a_description_and_by_its_transfer() {
      Snapshot copy = copied(copyOf(ec2.snapshot()));
      assertThat(copy.description()).contains("");
      assertThat(copy.storageTier()).contains(StorageTier.STANDARD);
      assertThat(copy.transferType()).contains(TransferType.STANDARD);
      assertThat(copy.fullSnapshotSizeInBytes()).hasValue(0);
    }

    @Test
    @Rules({"MSG-087", "DEC-145", "ENC-06"})
    void with_a_key_that_is_disabled() {
      disable(HERE, KEY);
      SnapshotId source = ec2.snapshot();
      assertSays(
          () -> ec2.owner()
              .copySnapshot(copyOf(source).encrypted(true).kmsKeyId(KEY).build()),
          "InvalidParameterValue",
          "The specified keyId %s is disabled".formatted(KEY));
    }

    @Test
    @Rules({"MSG-088", "DEC-145", "ID-20"})
    void with_an_alias_that_does_not_exist() {
      SnapshotId source = ec2.snapshot();
      assertSays(
          () -> ec2.owner()
              .copySnapshot(
                  copyOf(source).encrypted(true).kmsKeyId("alias/unknown").build()),
          "InvalidParameterValue",
          "The specified keyId alias/unknown is invalid");
    }

    @Test
    @Rules({"MSG-089", "DEC-145", "DEC-171", "ENC-06"})
    void with_a_key_that_cannot_be_used_fails_later() {
      Snapshot copy = copied(copyOf(ec2.snapshot()).encrypted(true).kmsKeyId(KEY));
      fails(
          copy,
          "Given key ID is not accessible."
              + " You must have DescribeKey permissions on the default CMK");
    }

    @Test
    @Rules({"DEC-165", "MSG-091", "COPY-22"})
    void without_the_encryption_of_its_source_is_encrypted_but_an_image_is_not_copied_so() {
      SnapshotId source = encrypted(ec2, OWNER, KEY);
      Snapshot copy = copied(copyOf(source).encrypted(false));
      assertThat(copy.encrypted()).contains(true);
      assertThat(copy.kmsKeyId()).contains(awsKey(OWNER, THERE));
      Ami ami = image(ec2, source);
      assertSays(
          () -> ec2.owner().copyImage(copyOf(ami.imageId()).encrypted(false).build()),
          "InvalidRequest",
          ("Snapshot %s is encrypted."
                  + " Creating unencrypted copy from an encrypted snapshot is not supported.")
              .formatted(source));
    }

    @Test
    @Rules({"MSG-094", "SNAP-27"})
    void while_too_many_are_under_way() {
      TestRegistry busy = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .completion(CompletionPolicy.whenTold())
          .quotas(Quotas.builder().snapshotCopies(1).build())
          .build());
      CopySnapshot request = copyOf(busy.snapshot()).build();
      busy.owner().copySnapshot(request);
      assertSays(
          () -> busy.owner().copySnapshot(request),
          "ResourceLimitExceeded",
          "Too many snapshot copies in progress. The limit is 1 for this destination region.");
    }

    @Test
    @Rules({"MSG-097", "ENC-10"})
    void with_a_key_but_without_encrypted() {
      SnapshotId source = ec2.snapshot();
      assertSays(
          () -> ec2.owner().copySnapshot(copyOf(source).kmsKeyId(KEY).build()),
          "InvalidParameterDependency",
          "The parameter KmsKeyId requires the parameter Encrypted to be set.");
    }

    @Test
    @Rules({"MSG-082", "ID-26"})
    void from_a_region_of_another_partition() {
      SnapshotId source = ec2.snapshot();
      assertSays(
          () ->
              ec2.owner().copySnapshot(copyOf(source).sourceRegion("cn-north-1").build()),
          "InvalidRegion",
          "cn-north-1 is not a valid region name");
    }

    @Test
    @Rules("SNAP-29")
    void within_a_time_that_is_no_multiple_of_15_minutes() {
      SnapshotId source = ec2.snapshot();
      assertSays(
          () -> ec2.owner()
              .copySnapshot(copyOf(source).completionDurationMinutes(16).build()),
          "InvalidParameterValue",
          "Value (16) for parameter completionDurationMinutes is invalid."
              + " Value must be a multiple of 15 from 15 to 2880.");
    }
  }

  @Nested
  class UsedSnapshot {
    private static final DeviceName ROOT = DeviceName.of("/dev/xvda");

    private RegisterImage over(SnapshotId snapshot) {
      return RegisterImage.builder()
          .name(ImageName.of("golden"))
          .architecture(Architecture.X86_64)
          .virtualizationType(VirtualizationType.HVM)
          .rootDeviceName(ROOT)
          .addBlockDeviceMapping(
              BlockDeviceMapping.ebs(ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, snapshot)))
          .build();
    }

    @Test
    @Rules({"MSG-061", "SNAP-15", "REGD-04"})
    void that_is_pending_for_an_image() {
      SnapshotId pending = ec2.snapshot(OWNER, change -> change.state(SnapshotState.PENDING));
      assertSays(
          () -> ec2.owner().registerImage(over(pending)),
          "IncorrectState",
          "Snapshot '%s' is not 'completed'.".formatted(pending));
    }

    @Test
    @Rules({"MSG-062", "SNAP-15"})
    void that_is_pending_for_a_volume() {
      SnapshotId pending = ec2.snapshot(OWNER, change -> change.state(SnapshotState.PENDING));
      assertSays(
          () -> ec2.owner().createVolume(EbsBlockDevice.of(VolumeType.GP3, 8, pending)),
          "IncorrectState",
          "Snapshot is in invalid state - pending");
    }

    @Test
    @Rules({"SNAP-28", "ARC-05"})
    void that_is_archived() {
      SnapshotId archived = ec2.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
      String text = "Snapshot '%s' is archived and must be restored first.".formatted(archived);
      assertSays(() -> ec2.owner().copySnapshot(copyOf(archived).build()), "IncorrectState", text);
      assertSays(
          () -> ec2.owner().createVolume(EbsBlockDevice.ofSnapshot(archived)),
          "IncorrectState",
          text);
    }

    @Test
    @Rules({"ARC-08", "DEC-154"})
    void that_is_restored_for_some_days_which_appears_in_the_standard_tier() {
      SnapshotId archived = ec2.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
      ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(archived, 2));
      Snapshot restored = described(ec2, HERE, archived);
      assertThat(restored.storageTier()).contains(StorageTier.STANDARD);
      assertThat(restored.restoreExpiryTime()).contains(START.plus(Duration.ofDays(2)));
      assertThat(ec2.owner().copySnapshot(copyOf(archived).build())).isNotNull();
      assertSays(
          () -> ec2.owner().registerImage(over(archived)),
          "IncorrectState",
          "Snapshot '%s' is restored from the archive only temporarily.".formatted(archived));
      ec2.pass(Duration.ofDays(2));
      Snapshot back = described(ec2, HERE, archived);
      assertThat(back.storageTier()).contains(StorageTier.ARCHIVE);
      assertThat(back.restoreExpiryTime()).isEmpty();
    }
  }

  @Nested
  class DeletedSnapshot {
    @Test
    @Rules({"MSG-063", "SNAP-33"})
    void that_an_image_uses() {
      SnapshotId used = ec2.snapshot();
      Ami ami = image(ec2, used);
      assertSays(
          () -> ec2.owner().deleteSnapshot(used),
          "InvalidSnapshot.InUse",
          "The snapshot %s is currently in use by %s".formatted(used, ami.imageId()));
    }

    @Test
    @Rules({"MSG-064", "DEC-175", "SNAP-33"})
    void that_several_images_use() {
      SnapshotId used = ec2.snapshot();
      Ami old = image(ec2, OWNER, used, ami -> ami.creationDate(START.minusSeconds(1)));
      Ami first = image(ec2, OWNER, ec2.snapshot(), ami -> also(ami, used));
      Ami second = image(ec2, OWNER, ec2.snapshot(), ami -> also(ami, used));
      assertSays(
          () -> ec2.owner().deleteSnapshot(used),
          "InvalidSnapshot.InUse",
          "The snapshot %s is currently in use by %s, %s, %s"
              .formatted(used, second.imageId(), first.imageId(), old.imageId()));
    }

    private static Ami.Builder also(Ami.Builder ami, SnapshotId snapshot) {
      return ami.addBlockDeviceMapping(BlockDeviceMapping.ebs(
          DeviceName.of("/dev/sdb"), EbsBlockDevice.of(VolumeType.GP3, 8, snapshot)));
    }

    @Test
    @Rules({"MSG-065", "DEC-147", "SNAP-38"})
    void that_aws_backup_manages() {
      SnapshotId backup =
          ec2.snapshot(OWNER, change -> change.tags(Tags.of("aws:backup:source-resource", "i-1")));
      assertSays(
          () -> ec2.owner().deleteSnapshot(backup),
          "InvalidParameterValue",
          "This snapshot is managed by the AWS Backup service and cannot be deleted via EC2 APIs."
              + " If you wish to delete this snapshot, please do so via the Backup console.");
      assertSays(
          () -> ec2.owner().modifySnapshotTier(backup, StorageTier.ARCHIVE),
          "AuthFailure",
          "This snapshot is managed by the AWS Backup service and cannot be archived via EC2"
              + " APIs.");
    }

    @Test
    @Rules("SNAP-39")
    void that_is_locked_or_of_another_account() {
      SnapshotId locked = ec2.snapshot();
      share(ec2, locked, FRIEND);
      ec2.owner().lockSnapshot(SnapshotLockTest.governance(locked, 1));
      assertSays(
          () -> ec2.owner().deleteSnapshot(locked),
          "OperationNotPermitted",
          "Snapshot '%s' is locked and cannot be deleted.".formatted(locked));
      assertSays(
          () -> ec2.as(FRIEND).deleteSnapshot(locked),
          "AuthFailure",
          "Not authorized for snapshot:%s".formatted(locked));
    }
  }

  @Nested
  class Permission {
    private final SnapshotId snapshot = ec2.snapshot();

    private void grant(SnapshotId id, CreateVolumePermission permission) {
      ec2.owner().modifySnapshotAttribute(ModifySnapshotAttribute.grant(id, permission));
    }

    private ModifySnapshotAttribute.Builder change() {
      return ModifySnapshotAttribute.builder().snapshotId(snapshot);
    }

    private ImmutableSet<CreateVolumePermission> permissions() {
      return ec2.owner()
          .describeSnapshotAttribute(snapshot, PERMISSIONS)
          .createVolumePermissions()
          .orElseThrow();
    }

    @Test
    @Rules({"MSG-066", "SHR-04", "SPERM-04"})
    void of_an_encrypted_snapshot_for_everyone() {
      SnapshotId encrypted = encrypted(ec2, OWNER, KEY);
      assertSays(
          () -> grant(encrypted, CreateVolumePermission.everyone()),
          "OperationNotPermitted",
          "Encrypted snapshots cannot be shared publicly");
    }

    @Test
    @Rules({"SHR-04", "PAID-06"})
    void of_a_sold_snapshot_for_everyone() {
      SnapshotId sold =
          ec2.snapshot(OWNER, change -> change.addProductCode(ProductCode.marketplace("abc")));
      assertSays(
          () -> grant(sold, CreateVolumePermission.everyone()),
          "OperationNotPermitted",
          "Snapshots with AWS Marketplace product codes cannot be shared publicly");
    }

    @Test
    @Rules({"MSG-067", "SHR-05", "SPERM-05"})
    void under_the_default_key() {
      SnapshotId encrypted = encrypted(ec2, OWNER, awsKey(OWNER, HERE));
      assertSays(
          () -> grant(encrypted, CreateVolumePermission.userId(FRIEND)),
          "OperationNotPermitted",
          "Encrypted snapshots with EBS default key cannot be shared");
    }

    @Test
    @Rules({"MSG-068", "SHR-06"})
    void under_a_key_that_the_owner_cannot_use() {
      SnapshotId encrypted = encrypted(ec2, OWNER, KEY);
      disable(HERE, KEY);
      assertSays(
          () -> grant(encrypted, CreateVolumePermission.userId(FRIEND)),
          "AuthFailure",
          "Not authorized to use key %s".formatted(KEY));
    }

    @Test
    @Rules({"MSG-069", "SHR-02"})
    void given_and_taken_at_once() {
      assertSays(
          () -> ec2.owner()
              .modifySnapshotAttribute(change()
                  .add(List.of(CreateVolumePermission.userId(FRIEND)))
                  .remove(List.of(CreateVolumePermission.everyone()))
                  .build()),
          "InvalidParameterCombination",
          "One and only one operation type may be specified for createVolumePermissions");
    }

    @Test
    @Rules({"MSG-070", "DEC-139", "SPERM-03"})
    void neither_given_nor_taken() {
      assertSays(
          () -> ec2.owner().modifySnapshotAttribute(change().build()),
          "InvalidParameterCombination",
          "No attributes specified.");
    }

    @Test
    @Rules({"MSG-072", "DEC-139", "SHR-01"})
    void of_an_attribute_that_is_not_modified() {
      assertSays(
          () -> ec2.owner()
              .modifySnapshotAttribute(
                  change().attribute(SnapshotAttributeName.of("description")).build()),
          "InvalidParameterValue",
          "Unrecognized attribute.");
    }

    @Test
    @Rules({"MSG-074", "SHR-02"})
    void of_more_than_500_accounts() {
      List<CreateVolumePermission> many = IntStream.rangeClosed(0, 500)
          .mapToObj(i -> CreateVolumePermission.userId("%012d".formatted(i)))
          .toList();
      assertSays(
          () -> ec2.owner().modifySnapshotAttribute(change().add(many).build()),
          "InvalidParameterValue",
          "Modification size must not be greater than 500.");
    }

    @Test
    @Rules({"MSG-075", "SHR-03"})
    void of_a_malformed_account() {
      assertSays(
          () -> grant(snapshot, CreateVolumePermission.userId("123")),
          "InvalidAMIAttributeItemValue",
          "UserId 123");
    }

    @Test
    @Rules({"MSG-076", "SHR-03"})
    void of_a_group_that_is_not_all() {
      assertSays(
          () -> grant(snapshot, CreateVolumePermission.group("some")),
          "InvalidAMIAttributeItemValue",
          "UserGroup some");
    }

    @Test
    @Rules({"MSG-077", "SPERM-06"})
    void of_an_attribute_that_is_neither_read_nor_reset() {
      SnapshotAttributeName description = SnapshotAttributeName.of("description");
      assertSays(
          () -> ec2.owner().describeSnapshotAttribute(snapshot, description),
          "InvalidRequest",
          "The request received was invalid.");
      assertSays(
          () -> ec2.owner().resetSnapshotAttribute(snapshot, description),
          "InvalidRequest",
          "The request received was invalid.");
    }

    @Test
    @Rules({"MSG-078", "DEC-146", "SHR-09"})
    void of_a_snapshot_that_is_not_the_callers_shared_or_not() {
      for (int shared = 0; shared < 2; shared++) {
        assertSays(
            () -> ec2.as(FRIEND).describeSnapshotAttribute(snapshot, PERMISSIONS),
            NOT_FOUND,
            doesNotExist(snapshot));
        assertSays(
            () -> ec2.as(FRIEND).resetSnapshotAttribute(snapshot, PERMISSIONS),
            NOT_FOUND,
            doesNotExist(snapshot));
        assertSays(
            () -> ec2.as(FRIEND)
                .modifySnapshotAttribute(ModifySnapshotAttribute.grant(
                    snapshot, CreateVolumePermission.userId(STRANGER))),
            NOT_FOUND,
            doesNotExist(snapshot));
        share(ec2, snapshot, FRIEND);
      }
    }

    @Test
    @Rules({"DEC-169", "SHR-03"})
    void of_the_owner_are_taken_and_never_listed_and_the_group_comes_first() {
      share(ec2, snapshot, OWNER);
      assertThat(permissions()).isEmpty();
      share(ec2, snapshot, OWNER, FRIEND);
      grant(snapshot, CreateVolumePermission.everyone());
      assertThat(permissions())
          .containsExactly(
              CreateVolumePermission.everyone(), CreateVolumePermission.userId(FRIEND));
      ec2.owner()
          .modifySnapshotAttribute(
              ModifySnapshotAttribute.revoke(snapshot, CreateVolumePermission.userId(OWNER)));
      assertThat(permissions()).hasSize(2);
    }

    @Test
    @Rules("SHR-11")
    void for_everyone_while_public_access_is_blocked() {
      ec2.owner().enableSnapshotBlockPublicAccess(BlockPublicAccess.BLOCK_NEW_SHARING);
      assertSays(
          () -> grant(snapshot, CreateVolumePermission.everyone()),
          "OperationNotPermitted",
          "You can’t publicly share this snapshot because block public access for snapshots is"
              + " enabled for this account.");
    }

    @Test
    @Rules("SHR-07")
    void of_an_archived_snapshot() {
      SnapshotId archived = ec2.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
      assertSays(
          () -> grant(archived, CreateVolumePermission.userId(FRIEND)),
          "IncorrectState",
          "Snapshot '%s' is archived and cannot be shared.".formatted(archived));
    }
  }

  @Nested
  class TierOrLock {
    private final SnapshotId snapshot = ec2.snapshot();

    @Test
    @Rules({"ARC-01", "ARC-02", "ARC-07"})
    void a_tier_that_a_snapshot_cannot_be_moved_to() {
      assertSays(
          () -> ec2.owner().modifySnapshotTier(snapshot, StorageTier.STANDARD),
          "InvalidParameterValue",
          "Value (standard) for parameter storageTier is invalid. Expected: 'archive'.");
      assertSays(
          () -> ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(snapshot)),
          "IncorrectState",
          "Snapshot '%s' is not archived, or is being restored already.".formatted(snapshot));
      assertSays(
          () -> ec2.owner()
              .restoreSnapshotTier(
                  RestoreSnapshotTier.builder().snapshotId(snapshot).build()),
          "InvalidParameterCombination",
          "One and only one of temporaryRestoreDays and permanentRestore may be specified.");
      Ami ami = image(ec2, snapshot);
      assertSays(
          () -> ec2.owner().modifySnapshotTier(snapshot, StorageTier.ARCHIVE),
          "IncorrectState",
          "The snapshot %s is currently in use by %s, which is not disabled"
              .formatted(snapshot, ami.imageId()));
    }

    @Test
    @Rules("ARC-11")
    void more_moves_than_the_quotas_in_force() {
      TestRegistry busy = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .completion(CompletionPolicy.whenTold())
          .quotas(Quotas.builder().archivals(0).restores(0).build())
          .build());
      SnapshotId standard = busy.snapshot();
      assertSays(
          () -> busy.owner().modifySnapshotTier(standard, StorageTier.ARCHIVE),
          "ResourceLimitExceeded",
          "You have reached your quota of 0 for the number of snapshot archives in progress in"
              + " this Region.");
      TestRegistry full = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .quotas(Quotas.builder().archivedPerVolume(0).build())
          .build());
      SnapshotId ofVolume = full.snapshot();
      assertSays(
          () -> full.owner().modifySnapshotTier(ofVolume, StorageTier.ARCHIVE),
          "ResourceLimitExceeded",
          "You have reached your quota of 0 for the number of archived snapshots of a volume.");
      SnapshotId archived = busy.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
      assertSays(
          () -> busy.owner().modifySnapshotTier(archived, StorageTier.ARCHIVE),
          "IncorrectState",
          "Snapshot '%s' is not 'completed' in the standard tier.".formatted(archived));
      assertSays(
          () -> busy.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(archived)),
          "ResourceLimitExceeded",
          "You have reached your quota of 0 for the number of snapshot restores in progress in"
              + " this Region.");
    }

    @Test
    @Rules({"LOCK-02", "LOCK-03", "LOCK-04", "LOCK-05", "LOCK-06"})
    void a_lock_that_cannot_be_had() {
      LockSnapshot.Builder governance =
          LockSnapshot.builder().snapshotId(snapshot).lockMode(LockMode.GOVERNANCE);
      assertSays(
          () -> ec2.owner().lockSnapshot(governance.build()),
          "MissingParameter",
          "The request must contain the parameter lockDuration/expirationDate");
      governance.lockDuration(1);
      assertSays(
          () -> ec2.owner().lockSnapshot(governance.coolOffPeriod(1).build()),
          "InvalidParameterCombination",
          "The parameter coolOffPeriod is not supported for governance mode.");
      assertSays(
          () -> ec2.owner()
              .lockSnapshot(LockSnapshot.builder()
                  .snapshotId(snapshot)
                  .lockMode(LockMode.GOVERNANCE)
                  .lockDuration(1)
                  .expirationDate(START.plusSeconds(1))
                  .build()),
          "InvalidParameterCombination",
          "The parameter lockDuration cannot be used with the parameter expirationDate");
      LockSnapshot.Builder compliance = LockSnapshot.builder()
          .snapshotId(snapshot)
          .lockMode(LockMode.COMPLIANCE)
          .lockDuration(2);
      ec2.owner().lockSnapshot(compliance.build());
      assertSays(
          () -> ec2.owner().lockSnapshot(compliance.lockDuration(1).build()),
          "OperationNotPermitted",
          ("Snapshot '%s' is locked in compliance mode and its cooling-off period is over."
                  + " The lock can only be extended.")
              .formatted(snapshot));
      assertSays(
          () -> ec2.owner().lockSnapshot(compliance.coolOffPeriod(1).build()),
          "InvalidParameterCombination",
          ("The parameter coolOffPeriod cannot be used after the cooling-off period of"
                  + " snapshot '%s' is over.")
              .formatted(snapshot));
      SnapshotId failed = ec2.snapshot(OWNER, change -> change.state(SnapshotState.ERROR));
      assertSays(
          () -> ec2.owner().lockSnapshot(SnapshotLockTest.governance(failed, 1)),
          "IncorrectState",
          "Snapshot '%s' is not 'pending' or 'completed'.".formatted(failed));
    }
  }

  @Nested
  class OwnWork {
    private Snapshot.Builder snapshot() {
      return stored(ec2, HERE, ec2.snapshot()).toBuilder();
    }

    /** Checks what is said to a command that no operation gives. */
    private static void says(SnapshotCommand command, Snapshot snapshot, String message) {
      assertThat(command.decide(snapshot, START).refusal())
          .get()
          .hasToString("IncorrectState: " + message.formatted(snapshot.snapshotId()));
    }

    @Test
    @Rules({"SNAP-13", "SNAP-16"})
    void that_is_for_another_state() {
      Snapshot recoverable = snapshot().state(SnapshotState.RECOVERABLE).build();
      String pending = "Snapshot '%s' is not 'pending'.";
      says(new Complete(), recoverable, pending);
      says(new Fail("broken"), recoverable, pending);
      says(
          new Complete(),
          snapshot().state(SnapshotState.PENDING).volumeSize(0).build(),
          "Snapshot '%s' has no volume size.");
      String told = "Snapshot '%s' is not 'pending' or 'completed' or 'error'.";
      says(new Delete(), recoverable, told);
      says(new Unlock(), recoverable, told);
      says(
          ModifyCreateVolumePermission.revoke(CreateVolumePermission.everyone()),
          recoverable,
          told);
      says(new ResetCreateVolumePermission(), recoverable, told);
    }

    @Test
    @Rules({"ARC-08", "SBIN-01", "ARC-09"})
    void that_ends_before_its_time() {
      says(
          new FinishArchival(),
          snapshot().build(),
          "Snapshot '%s' is not on its way to that storage tier.");
      says(
          new EndTemporaryRestore(),
          snapshot().restoreExpiryTime(START.plusSeconds(1)).build(),
          "The temporary restore of snapshot '%s' has not expired.");
      says(
          new Expire(),
          snapshot()
              .recycleBinStay(
                  new SnapshotRecycleBinStay(START, START.plusSeconds(1), ImmutableSet.of()))
              .build(),
          "Snapshot '%s' is still retained in the Recycle Bin.");
    }
  }

  @Test
  @Rules("SBIN-02")
  void a_snapshot_that_is_not_in_the_recycle_bin_is_not_restored_from_there() {
    SnapshotId snapshot = ec2.snapshot();
    assertSays(
        () -> ec2.owner().restoreSnapshotFromRecycleBin(snapshot),
        NOT_FOUND,
        doesNotExist(snapshot));
    assertThat(stored(ec2, HERE, snapshot)).isEqualTo(snapshot(ec2, snapshot));
  }
}

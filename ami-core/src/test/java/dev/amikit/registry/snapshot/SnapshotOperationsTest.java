package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.KEY;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.encrypted;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.refused;
import static dev.amikit.registry.Copying.share;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.stored;
import static dev.amikit.registry.Copying.there;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.Copying;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotOperationsTest {
  private static final ErrorCode IN_USE = ErrorCode.INVALID_SNAPSHOT_IN_USE;
  private static final ErrorCode NOT_FOUND = ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
  private static final ErrorCode NO_VOLUME = ErrorCode.INVALID_VOLUME_NOT_FOUND; // DEC-140
  private static final ErrorCode BAD_VALUE = ErrorCode.INVALID_PARAMETER_VALUE;
  // DEC-140 replaces the InvalidParameterValue that an unknown volume was refused with.
  private static final VolumeId VOLUME = VolumeId.of("vol-00000000000000001");

  private final TestRegistry ec2 = new TestRegistry();

  private static void volume(TestRegistry ec2, Volume.Builder volume) {
    ec2.put(volume
        .volumeId(VOLUME)
        .ownerId(OWNER)
        .createTime(START)
        .size(20)
        .volumeType(VolumeType.GP3)
        .build());
  }

  private static CreateSnapshot ofVolume() {
    return CreateSnapshot.builder().volumeId(VOLUME).build();
  }

  @Nested
  class Created {
    @Test
    @Rules({"SNAP-19", "SNAP-02", "ENC-04"})
    void of_an_unencrypted_volume_it_is_unencrypted_whatever_encryption_by_default_says() {
      volume(ec2, Volume.builder());
      ec2.owner().enableEbsEncryptionByDefault();
      Snapshot snapshot = ec2.owner().createSnapshot(ofVolume());
      assertThat(snapshot.encrypted()).contains(false);
      assertThat(snapshot.kmsKeyId()).isEmpty();
      assertThat(snapshot.volumeId()).contains(VOLUME);
      assertThat(snapshot.volumeSize()).isEqualTo(20);
      assertThat(snapshot.ownerId()).isEqualTo(OWNER);
      assertThat(snapshot.startTime()).isEqualTo(START);
    }

    @Test
    @Rules({"SNAP-19", "SNAP-25", "ENC-01"})
    void of_an_encrypted_volume_it_has_its_key_and_its_product_codes() {
      volume(ec2, Volume.builder().kmsKeyId(KEY).addProductCode(ProductCode.marketplace("abc")));
      // DEC-156: the key is told by DescribeSnapshots only.
      Snapshot snapshot = snapshot(ec2, ec2.owner().createSnapshot(ofVolume()).snapshotId());
      assertThat(snapshot.encrypted()).contains(true);
      assertThat(snapshot.kmsKeyId()).contains(KEY);
      assertThat(snapshot.productCodes()).containsExactly(ProductCode.marketplace("abc"));
    }

    @Test
    @Rules({"SNAP-13"})
    void it_is_pending_and_then_completed_or_failed_for_good() {
      TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(Duration.ofMinutes(5)));
      volume(slow, Volume.builder());
      Snapshot snapshot = slow.owner().createSnapshot(ofVolume());
      assertThat(snapshot.state()).isEqualTo(SnapshotState.PENDING);
      slow.pass(Duration.ofMinutes(4));
      assertThat(snapshot(slow, snapshot.snapshotId()).state()).isEqualTo(SnapshotState.PENDING);
      slow.pass(Duration.ofMinutes(2));
      Snapshot completed = snapshot(slow, snapshot.snapshotId());
      assertThat(completed.state()).isEqualTo(SnapshotState.COMPLETED);
      assertThat(completed.completionTime()).contains(START.plus(Duration.ofMinutes(5)));
      // work that has ended cannot be told to end
      refused(
          slow,
          ErrorCode.INCORRECT_STATE,
          "task.under-way",
          () ->
              slow.registry.aws().fail(HERE, snapshot.snapshotId(), new StateReason("x", "late")));
      assertThat(snapshot(slow, snapshot.snapshotId())).isEqualTo(completed);

      TestRegistry broken = TestRegistry.completing(
          CompletionPolicy.atOnce().failing(new StateReason("Server.InternalError", "broken")));
      volume(broken, Volume.builder());
      SnapshotId failed = broken.owner().createSnapshot(ofVolume()).snapshotId();
      assertThat(snapshot(broken, failed).state()).isEqualTo(SnapshotState.ERROR);
      assertThat(snapshot(broken, failed).stateMessage()).contains("broken");
      refused(
          broken,
          ErrorCode.INCORRECT_STATE,
          "task.under-way",
          () -> broken.registry.aws().complete(HERE, failed));
      assertThat(snapshot(broken, failed).state()).isEqualTo(SnapshotState.ERROR);
    }

    @Test
    @Rules({"NAME-11", "TAG-17"})
    void its_description_is_short_and_its_tags_are_those_of_snapshots() {
      volume(ec2, Volume.builder());
      CreateSnapshot.Builder request = CreateSnapshot.builder().volumeId(VOLUME);
      assertThat(ec2.owner()
              .createSnapshot(request
                  .description("")
                  .addTagSpecification(TagSpecification.snapshot(Tags.of("a", "b")))
                  .build())
              .tags())
          .isEqualTo(Tags.of("a", "b"));
      String longest = "\uD83D\uDCBF".repeat(255);
      assertThat(
              ec2.owner().createSnapshot(request.description(longest).build()).description())
          .contains(longest);
      refused(
          ec2,
          BAD_VALUE,
          "image-description.length",
          () -> ec2.owner().createSnapshot(request.description("x".repeat(256)).build()));
      refused(
          ec2,
          BAD_VALUE,
          "tag-specification.type-taken",
          () -> ec2.owner()
              .createSnapshot(CreateSnapshot.builder()
                  .volumeId(VOLUME)
                  .addTagSpecification(TagSpecification.image(Tags.of("a", "b")))
                  .build()));
    }

    @Test
    void only_of_an_own_volume_and_only_in_the_region() {
      volume(ec2, Volume.builder());
      refused(ec2, NO_VOLUME, "volume.exists", () -> ec2.as(FRIEND).createSnapshot(ofVolume()));
      refused(ec2, NO_VOLUME, "volume.exists", () -> there(ec2).createSnapshot(ofVolume()));
      refused(
          ec2,
          ErrorCode.UNSUPPORTED_OPERATION,
          "snapshot.in-region",
          () -> ec2.owner()
              .createSnapshot(
                  CreateSnapshot.builder().volumeId(VOLUME).location("local").build()));
    }
  }

  @Nested
  class Copied {
    @Test
    @Rules({"SNAP-26", "SNAP-30", "SNAP-31", "SNAP-05", "ID-06", "SNAP-07"})
    void it_belongs_to_the_copier_and_leaves_tags_permissions_and_lock_behind() {
      SnapshotId source = ec2.snapshot(
          OWNER,
          change -> change
              .description("old")
              .tags(Tags.of("env", "prod"))
              .productCodes(List.of(ProductCode.marketplace("abc"))));
      share(ec2, source, FRIEND, STRANGER);
      ec2.owner().lockSnapshot(SnapshotLockTest.governance(source, 5));
      SnapshotId id = ec2.as(FRIEND, THERE).copySnapshot(copyOf(source).build());
      Snapshot copy = snapshot(ec2, THERE, id);
      assertThat(copy.ownerId()).isEqualTo(FRIEND);
      assertThat(copy.tags()).isEqualTo(Tags.none());
      assertThat(copy.createVolumePermissions()).isEmpty();
      assertThat(stored(ec2, THERE, id).lock()).isEmpty();
      assertThat(copy.description()).contains(""); // DEC-156: there, and empty
      assertThat(copy.volumeSize()).isEqualTo(8);
      assertThat(copy.volumeId()).contains(VolumeId.of("vol-ffffffff"));
      assertThat(copy.transferType()).contains(TransferType.STANDARD);
      assertThat(copy.completionDurationMinutes()).isEmpty();
      assertThat(copy.productCodes()).containsExactly(ProductCode.marketplace("abc"));
      assertThat(copy.state()).isEqualTo(SnapshotState.COMPLETED);
    }

    @Test
    @Rules({"SNAP-26", "SPERM-02", "ACCT-04", "ID-07"})
    void from_an_own_a_shared_or_a_public_one_in_the_region_where_it_is() {
      SnapshotId source = ec2.snapshot();
      // DEC-144: a source that may not be read is no refusal, but makes the copy fail.
      assertThat(copyIn(HERE, ec2.as(FRIEND), source).state()).isEqualTo(SnapshotState.ERROR);
      assertThat(copyIn(THERE, ec2.as(FRIEND, THERE), source).state())
          .isEqualTo(SnapshotState.ERROR);
      share(ec2, source, FRIEND);
      assertThat(copyIn(HERE, ec2.as(FRIEND), source).state()).isEqualTo(SnapshotState.COMPLETED);
      assertThat(copyIn(HERE, ec2.as(STRANGER), source).state()).isEqualTo(SnapshotState.ERROR);
      ec2.owner()
          .modifySnapshotAttribute(
              ModifySnapshotAttribute.grant(source, CreateVolumePermission.everyone()));
      assertThat(copyIn(HERE, ec2.as(STRANGER), source).state()).isEqualTo(SnapshotState.COMPLETED);
      SnapshotId elsewhere =
          ec2.owner().copySnapshot(copyOf(source).sourceRegion(THERE).build());
      assertThat(snapshot(ec2, elsewhere).stateMessage()).contains("Source snapshot is not found");
    }

    private Snapshot copyIn(Region region, Ec2 caller, SnapshotId source) {
      return snapshot(ec2, region, caller.copySnapshot(copyOf(source).build()));
    }

    @Test
    @Rules({"SNAP-15", "SNAP-26", "SNAP-28", "ARC-05"})
    void not_of_a_source_that_failed_or_is_archived() {
      SnapshotId failed = ec2.snapshot(OWNER, change -> change.state(SnapshotState.ERROR));
      refused(
          ec2,
          ErrorCode.INCORRECT_STATE,
          "used-snapshot.completed",
          () -> ec2.owner().copySnapshot(copyOf(failed).build()));
      SnapshotId archived = ec2.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
      refused(
          ec2,
          ErrorCode.INCORRECT_STATE,
          "used-snapshot.not-archived",
          () -> ec2.owner().copySnapshot(copyOf(archived).build()));
    }

    @Test
    @Rules({"SNAP-27"})
    void not_while_twenty_others_are_and_copies_of_images_do_not_count() {
      TestRegistry busy = TestRegistry.completing(CompletionPolicy.whenTold());
      SnapshotId source = busy.snapshot();
      there(busy).copyImage(copyOf(image(busy, source).imageId()).build());
      SnapshotId first = there(busy).copySnapshot(copyOf(source).build());
      for (int i = 1; i < 20; i++) {
        there(busy).copySnapshot(copyOf(source).build());
      }
      refused(
          busy,
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "copy-snapshot.few",
          () -> there(busy).copySnapshot(copyOf(source).build()));
      assertThat(busy.owner().copySnapshot(copyOf(source).build())).isNotNull();
      busy.registry.aws().complete(THERE, first);
      assertThat(there(busy).copySnapshot(copyOf(source).build())).isNotNull();
    }

    @Test
    @Rules({"NAME-11", "TAG-17", "SNAP-24"})
    void its_request_is_held_to_the_same_as_others() {
      SnapshotId source = ec2.snapshot();
      refused(
          ec2,
          BAD_VALUE,
          "image-description.length",
          () -> ec2.owner()
              .copySnapshot(copyOf(source).description("x".repeat(256)).build()));
      refused(
          ec2,
          BAD_VALUE,
          "tag-specification.type-taken",
          () -> ec2.owner()
              .copySnapshot(copyOf(source)
                  .addTagSpecification(TagSpecification.image(Tags.of("a", "b")))
                  .build()));
      refused(
          ec2,
          ErrorCode.UNSUPPORTED_OPERATION,
          "snapshot.in-region",
          () -> ec2.owner()
              .copySnapshot(copyOf(source).destinationOutpostArn("arn").build()));
      SnapshotId copy = ec2.owner()
          .copySnapshot(copyOf(source)
              .completionDurationMinutes(15)
              .description("x".repeat(255))
              .addTagSpecification(TagSpecification.snapshot(Tags.of("a", "b")))
              .build());
      assertThat(snapshot(ec2, copy).tags()).isEqualTo(Tags.of("a", "b"));
      assertThat(snapshot(ec2, copy).transferType()).contains(TransferType.TIME_BASED);
      assertThat(snapshot(ec2, copy).completionDurationMinutes()).hasValue(15);
    }
  }

  @Nested
  class Deleted {
    private final SnapshotId snapshot = ec2.snapshot();

    private void isGone() {
      assertThat(ec2.registry.state().snapshot(HERE, snapshot)).isEmpty();
    }

    @Test
    @Rules({"SNAP-40"})
    void it_is_gone_and_volumes_made_of_it_and_its_copies_stay() {
      volume(ec2, Volume.builder().snapshotId(snapshot));
      SnapshotId copy = ec2.owner().copySnapshot(copyOf(snapshot).build());
      SnapshotId later = ec2.owner().createSnapshot(ofVolume()).snapshotId();
      Snapshot ofSameVolume = snapshot(ec2, later);
      ec2.owner().deleteSnapshot(snapshot);
      isGone();
      assertThat(ec2.registry.state().volume(HERE, VOLUME)).isPresent();
      assertThat(snapshot(ec2, later)).isEqualTo(ofSameVolume);
      assertThat(snapshot(ec2, copy).state()).isEqualTo(SnapshotState.COMPLETED);
      refused(ec2, NOT_FOUND, "snapshot.exists", () -> ec2.owner().deleteSnapshot(snapshot));
    }

    @ParameterizedTest
    @EnumSource(
        value = AmiState.class,
        names = {"PENDING", "AVAILABLE", "DISABLED"})
    @Rules({"SNAP-33", "SNAP-34", "LIFE-17", "INV-07", "ERR-24"})
    void not_while_an_image_uses_it_as_root(AmiState state) {
      Ami ami = image(ec2, OWNER, snapshot, change -> change.state(state));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> ec2.owner().deleteSnapshot(snapshot))
          .withMessageContainingAll(snapshot.value(), ami.imageId().value());
      refused(ec2, IN_USE, "delete-snapshot.unused", () -> ec2.owner().deleteSnapshot(snapshot));
      ec2.owner().deregisterImage(ami.imageId());
      ec2.owner().deleteSnapshot(snapshot);
      isGone();
    }

    @Test
    @Rules({"SNAP-33", "SNAP-34"})
    void not_while_an_image_uses_it_elsewhere_be_it_deprecated_or_of_another_account() {
      share(ec2, snapshot, FRIEND);
      image(
          ec2,
          FRIEND,
          ec2.snapshot(),
          change -> change
              .deprecationTime(START)
              .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                  DeviceName.of("/dev/sdb"), EbsBlockDevice.of(VolumeType.GP3, 8, snapshot))));
      refused(ec2, IN_USE, "delete-snapshot.unused", () -> ec2.owner().deleteSnapshot(snapshot));
    }

    @ParameterizedTest
    @EnumSource(
        value = AmiState.class,
        names = {"FAILED", "DEREGISTERED"})
    @Rules({"LIFE-17", "SNAP-43"})
    void images_that_failed_or_are_gone_do_not_keep_it(AmiState state) {
      image(ec2, OWNER, snapshot, change -> change.state(state));
      ec2.owner().deleteSnapshot(snapshot);
      isGone();
    }

    @Test
    @Rules({"SNAP-39", "SHR-09", "SPERM-02"})
    void only_by_its_owner() {
      refused(ec2, NOT_FOUND, "snapshot.exists", () -> ec2.as(FRIEND).deleteSnapshot(snapshot));
      share(ec2, snapshot, FRIEND);
      refused(
          ec2,
          ErrorCode.AUTH_FAILURE,
          "snapshot.owner",
          () -> ec2.as(FRIEND).deleteSnapshot(snapshot));
    }

    @Test
    @Rules({"SNAP-38", "DEC-147"})
    void not_if_aws_backup_manages_it() {
      SnapshotId backup =
          ec2.snapshot(OWNER, change -> change.tags(Tags.of("aws:backup:source-resource", "i-1")));
      refused(
          ec2,
          BAD_VALUE, // by DEC-147; AuthFailure before
          "snapshot.not-managed-by-backup",
          () -> ec2.owner().deleteSnapshot(backup));
    }

    @Test
    @Rules({"SNAP-39", "LOCK-08"})
    void not_while_it_is_locked() {
      ec2.owner().lockSnapshot(SnapshotLockTest.governance(snapshot, 1));
      refused(
          ec2,
          ErrorCode.OPERATION_NOT_PERMITTED,
          "delete-snapshot.unlocked",
          () -> ec2.owner().deleteSnapshot(snapshot));
      ec2.pass(Duration.ofDays(1));
      assertThat(ec2.registry.state().snapshot(HERE, snapshot)).isPresent();
      ec2.owner().deleteSnapshot(snapshot);
      isGone();
    }

    @Test
    @Rules({"SNAP-41", "SBIN-01", "SBIN-03", "SBIN-04", "SPERM-07"})
    void a_retention_rule_sends_it_to_the_recycle_bin_without_its_permissions() {
      share(ec2, snapshot, FRIEND);
      ec2.owner().call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 3));
      ec2.owner().call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 7));
      ec2.owner().call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 30));
      ec2.owner().deleteSnapshot(snapshot);
      Snapshot binned = stored(ec2, HERE, snapshot);
      assertThat(binned.recycleBinStay().orElseThrow().exitTime())
          .isEqualTo(START.plus(Duration.ofDays(7)));
      assertThat(binned.tags()).isEqualTo(Tags.of("aws:recycle-bin:resource-in-bin", "true"));
      assertThat(binned.createVolumePermissions()).isEmpty();
      refused(
          ec2,
          NOT_FOUND,
          "snapshot.exists",
          () -> ec2.as(FRIEND).restoreSnapshotFromRecycleBin(snapshot));
      ec2.owner().restoreSnapshotFromRecycleBin(snapshot);
      assertThat(snapshot(ec2, snapshot).createVolumePermissions())
          .containsExactly(CreateVolumePermission.userId(FRIEND));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rules({"SNAP-16"})
    void while_it_is_pending_it_goes_once_it_is_no_longer(boolean succeeds) {
      TestRegistry slow = TestRegistry.completing(CompletionPolicy.whenTold());
      volume(slow, Volume.builder());
      SnapshotId pending = slow.owner().createSnapshot(ofVolume()).snapshotId();
      slow.owner().deleteSnapshot(pending);
      assertThat(snapshot(slow, pending).state()).isEqualTo(SnapshotState.PENDING);
      if (succeeds) {
        slow.registry.aws().complete(HERE, pending);
      } else {
        slow.registry.aws().fail(HERE, pending, new StateReason("Server.InternalError", "broken"));
      }
      assertThat(slow.registry.state().snapshot(HERE, pending)).isEmpty();
    }

    @Test
    @Rules({"SNAP-16", "SNAP-41"})
    void while_it_is_pending_it_goes_to_the_recycle_bin_later() {
      TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(Duration.ofHours(1)));
      volume(slow, Volume.builder());
      slow.owner().call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 3));
      SnapshotId pending = slow.owner().createSnapshot(ofVolume()).snapshotId();
      slow.owner().deleteSnapshot(pending);
      slow.pass(Duration.ofHours(2));
      Snapshot binned = stored(slow, HERE, pending);
      assertThat(binned.recycleBinStay().orElseThrow().enterTime())
          .isEqualTo(START.plus(Duration.ofHours(1)));
      assertThat(binned.state()).isEqualTo(SnapshotState.COMPLETED);
      slow.owner().restoreSnapshotFromRecycleBin(pending);
      assertThat(stored(slow, HERE, pending).deletionRequested()).isFalse();
    }
  }

  @Nested
  class Shared {
    private final SnapshotId snapshot = ec2.snapshot();

    private ModifySnapshotAttribute.Builder change(SnapshotId id) {
      return ModifySnapshotAttribute.builder().snapshotId(id);
    }

    private void publish(SnapshotId id) {
      ec2.owner()
          .modifySnapshotAttribute(
              ModifySnapshotAttribute.grant(id, CreateVolumePermission.everyone()));
    }

    private Iterable<CreateVolumePermission> permissions(SnapshotId id) {
      return ec2.owner()
          .describeSnapshotAttribute(id, SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
          .createVolumePermissions()
          .orElseThrow();
    }

    @Test
    @Rules({"SPERM-01", "SPERM-02", "SHR-01", "SHR-03"})
    void with_accounts_and_with_everyone_in_any_number() {
      assertThat(permissions(snapshot)).isEmpty();
      share(ec2, snapshot, FRIEND, STRANGER);
      share(ec2, snapshot, FRIEND);
      publish(snapshot);
      assertThat(permissions(snapshot))
          .containsExactlyInAnyOrder(
              CreateVolumePermission.userId(FRIEND),
              CreateVolumePermission.userId(STRANGER),
              CreateVolumePermission.everyone());
      ec2.owner()
          .modifySnapshotAttribute(ModifySnapshotAttribute.revoke(
              snapshot,
              CreateVolumePermission.everyone(),
              CreateVolumePermission.userId("000000000000")));
      assertThat(permissions(snapshot)).hasSize(2);
      ec2.owner().resetSnapshotAttribute(snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION);
      assertThat(permissions(snapshot)).isEmpty();
    }

    @Test
    @Rules({"SHR-02", "SPERM-03", "QUOTA-06"})
    void one_request_adds_or_removes_at_least_one_and_at_most_500() {
      CreateVolumePermission toFriend = CreateVolumePermission.userId(FRIEND);
      refused(
          ec2,
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "modify-snapshot-attribute.one-direction",
          () -> ec2.owner()
              .modifySnapshotAttribute(change(snapshot)
                  .add(Set.of(toFriend))
                  .remove(Set.of(CreateVolumePermission.everyone()))
                  .build()));
      refused(
          ec2,
          ErrorCode.INVALID_PARAMETER_COMBINATION, // by DEC-139; MissingParameter before
          "modify-snapshot-attribute.not-empty",
          () -> ec2.owner().modifySnapshotAttribute(change(snapshot).build()));
      Set<CreateVolumePermission> many = IntStream.range(0, 500)
          .mapToObj(i -> CreateVolumePermission.userId("%012d".formatted(i)))
          .collect(Collectors.toCollection(LinkedHashSet::new));
      ec2.owner().modifySnapshotAttribute(change(snapshot).add(many).build());
      many.add(toFriend);
      refused(
          ec2,
          BAD_VALUE,
          "modify-snapshot-attribute.few-changes",
          () -> ec2.owner().modifySnapshotAttribute(change(snapshot).add(many).build()));
      share(ec2, snapshot, FRIEND);
      assertThat(permissions(snapshot)).hasSize(501);
    }

    @Test
    @Rules({"SHR-01", "SPERM-06"})
    void no_other_attribute_can_be_modified_or_reset_and_product_codes_be_read() {
      SnapshotId sold =
          ec2.snapshot(OWNER, change -> change.addProductCode(ProductCode.marketplace("abc")));
      for (SnapshotAttributeName attribute : new SnapshotAttributeName[] {
        SnapshotAttributeName.PRODUCT_CODES, SnapshotAttributeName.of("description")
      }) {
        refused(
            ec2,
            BAD_VALUE, // by DEC-139; InvalidRequest before
            "snapshot-attribute.modifiable",
            () -> ec2.owner()
                .modifySnapshotAttribute(change(sold)
                    .attribute(attribute)
                    .add(Set.of(CreateVolumePermission.userId(FRIEND)))
                    .build()));
        refused(
            ec2,
            ErrorCode.INVALID_REQUEST,
            "snapshot-attribute.resettable",
            () -> ec2.owner().resetSnapshotAttribute(sold, attribute));
      }
      assertThat(ec2.owner()
              .describeSnapshotAttribute(sold, SnapshotAttributeName.PRODUCT_CODES)
              .productCodes())
          .hasValue(ImmutableSet.of(ProductCode.marketplace("abc")));
      refused(
          ec2,
          ErrorCode.INVALID_REQUEST,
          "snapshot-attribute.readable",
          () ->
              ec2.owner().describeSnapshotAttribute(sold, SnapshotAttributeName.of("description")));
    }

    @Test
    @Rules({"SHR-09", "SPERM-02"})
    void only_by_its_owner() {
      share(ec2, snapshot, FRIEND);
      Ec2 friend = ec2.as(FRIEND);
      // DEC-146: its attributes are hidden from those that it is shared with.
      refused(
          ec2,
          NOT_FOUND,
          "snapshot.exists",
          () -> friend.modifySnapshotAttribute(
              ModifySnapshotAttribute.grant(snapshot, CreateVolumePermission.userId(STRANGER))));
      refused(
          ec2,
          NOT_FOUND,
          "snapshot.exists",
          () -> friend.resetSnapshotAttribute(
              snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION));
      refused(
          ec2,
          NOT_FOUND,
          "snapshot.exists",
          () -> friend.describeSnapshotAttribute(
              snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION));
      ErrorCode code = ErrorCode.AUTH_FAILURE;
      refused(
          ec2,
          code,
          "snapshot.owner",
          () -> friend.lockSnapshot(SnapshotLockTest.governance(snapshot, 1)));
      refused(
          ec2,
          code,
          "snapshot.owner",
          () -> friend.modifySnapshotTier(snapshot, StorageTier.ARCHIVE));
      SnapshotId copy = friend.copySnapshot(copyOf(snapshot).build());
      assertThat(snapshot(ec2, copy).state()).isEqualTo(SnapshotState.COMPLETED);
      assertThat(friend.createVolume(EbsBlockDevice.ofSnapshot(snapshot)).snapshotId())
          .contains(snapshot);
    }

    @Test
    @Rules({"SHR-04", "SPERM-04", "PAID-06"})
    void with_everyone_only_if_it_is_neither_encrypted_nor_sold() {
      SnapshotId encrypted = encrypted(ec2, OWNER, KEY);
      refused(
          ec2,
          ErrorCode.OPERATION_NOT_PERMITTED,
          "modify-snapshot-attribute.public-without-encryption",
          () -> publish(encrypted));
      share(ec2, encrypted, FRIEND);
      SnapshotId sold =
          ec2.snapshot(OWNER, change -> change.addProductCode(ProductCode.marketplace("abc")));
      refused(
          ec2,
          ErrorCode.OPERATION_NOT_PERMITTED,
          "modify-snapshot-attribute.public-without-marketplace",
          () -> publish(sold));
      share(ec2, sold, FRIEND);
    }

    @Test
    @Rules({"SHR-05", "SPERM-05", "SHR-06"})
    void not_at_all_under_awss_own_key_but_under_a_key_of_the_account() {
      SnapshotId aws = encrypted(ec2, OWNER, Copying.awsKey(OWNER, HERE));
      refused(
          ec2,
          ErrorCode.OPERATION_NOT_PERMITTED,
          "modify-snapshot-attribute.own-key",
          () -> share(ec2, aws, FRIEND));
      ec2.owner().modifyEbsDefaultKmsKeyId(KEY);
      SnapshotId own = encrypted(ec2, OWNER, KEY);
      share(ec2, own, FRIEND);
      assertThat(permissions(own)).containsExactly(CreateVolumePermission.userId(FRIEND));
    }

    @Test
    @Rules({"SHR-11"})
    void with_everyone_only_while_that_is_not_blocked_and_with_accounts_always() {
      for (BlockPublicAccess blocked : new BlockPublicAccess[] {
        BlockPublicAccess.BLOCK_NEW_SHARING, BlockPublicAccess.BLOCK_ALL_SHARING
      }) {
        ec2.owner().enableSnapshotBlockPublicAccess(blocked);
        refused(
            ec2,
            ErrorCode.OPERATION_NOT_PERMITTED,
            "modify-snapshot-attribute.public-unblocked",
            () -> publish(snapshot));
        share(ec2, snapshot, FRIEND);
      }
      ec2.owner().disableSnapshotBlockPublicAccess();
      publish(snapshot);
      assertThat(ec2.as(STRANGER).copySnapshot(copyOf(snapshot).build())).isNotNull();
      ec2.owner().enableSnapshotBlockPublicAccess(BlockPublicAccess.BLOCK_ALL_SHARING);
      SnapshotId hidden = ec2.as(STRANGER).copySnapshot(copyOf(snapshot).build());
      assertThat(snapshot(ec2, hidden).stateMessage()).contains("Source snapshot is not found");
      assertThat(permissions(snapshot)).contains(CreateVolumePermission.everyone());
      ec2.owner().enableSnapshotBlockPublicAccess(BlockPublicAccess.BLOCK_NEW_SHARING);
      assertThat(ec2.as(STRANGER).copySnapshot(copyOf(snapshot).build())).isNotNull();
    }

    @Test
    @Rules({"SHR-08", "SHR-13"})
    void its_permissions_and_those_of_its_images_know_nothing_of_each_other() {
      Ami ami = image(ec2, snapshot);
      share(ec2, snapshot, FRIEND);
      assertThat(image(ec2, HERE, ami.imageId()).launchPermissions()).hasValue(ImmutableSet.of());
      ec2.owner().disableImage(ami.imageId());
      assertThat(permissions(snapshot)).containsExactly(CreateVolumePermission.userId(FRIEND));
    }

    @Test
    @Rules({"SHR-07", "ACCT-04"})
    void holds_for_its_region_alone_so_a_copy_is_not_shared() {
      share(ec2, snapshot, FRIEND);
      SnapshotId copy = there(ec2).copySnapshot(copyOf(snapshot).build());
      SnapshotId ofCopy =
          ec2.as(FRIEND).copySnapshot(copyOf(copy).sourceRegion(THERE).build());
      assertThat(snapshot(ec2, ofCopy).stateMessage()).contains("Source snapshot is not found");
    }
  }

  @Test
  @Rules("SHR-02")
  void adding_what_is_there_and_removing_what_is_not_changes_nothing() {
    SnapshotId id = ec2.snapshot();
    share(ec2, id, FRIEND);
    PartitionState before = ec2.registry.state();
    share(ec2, id, FRIEND);
    ec2.owner()
        .modifySnapshotAttribute(
            ModifySnapshotAttribute.revoke(id, CreateVolumePermission.everyone()));
    assertThat(ec2.registry.state()).isEqualTo(before);
  }
}

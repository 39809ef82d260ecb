package dev.amikit.registry.recyclebin;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_SNAPSHOT;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecycleBinTest {
  private static final LaunchPermission TO_FRIEND = LaunchPermission.userId(FRIEND);

  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();
  private final Ami ami = ec2.put(image("ami-00000000000000001", snapshot).build());

  private static Ami.Builder image(String id, SnapshotId snapshot) {
    return Ami.builder()
        .imageId(id)
        .ownerId(OWNER)
        .name("golden-" + id)
        .description("what it is for")
        .linux()
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .state(AmiState.AVAILABLE)
        .creationDate(START)
        .ebsRoot("/dev/xvda", EbsBlockDevice.of(VolumeType.GP3, 8, snapshot));
  }

  private Ami stored(ImageId id) {
    return ec2.registry.state().image(HERE, id).orElseThrow();
  }

  private RetentionRule keepImages(int days) {
    return ec2.owner().call(CreateRule.ofRegion(EC2_IMAGE, days));
  }

  private void refused(ErrorCode code, String rule, ThrowingCallable call) {
    assertRefused(ec2::state, call, code.toString(), rule);
  }

  @Nested
  class Deregistering {
    @Test
    @Rules({"DEREG-08", "DEREG-14", "BIN-02", "LIFE-09", "LIFE-10", "COM-20"})
    void without_a_retention_rule_the_image_is_gone_for_good_and_its_snapshots_stay() {
      assertThat(ec2.owner().deregisterImage(new DeregisterImage(ami.imageId(), false)))
          .isEmpty();
      assertThat(stored(ami.imageId()).state()).isEqualTo(AmiState.DEREGISTERED);
      assertThat(ec2.registry.state().snapshot(HERE, snapshot)).isPresent();
      refused(
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "deregister-image.stage",
          () -> ec2.owner().deregisterImage(ami.imageId()));
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()));
    }

    @Test
    @Rules({"DEREG-05", "DEREG-06", "ERR-02"})
    void a_purged_record_is_not_found() {
      ec2.owner().deregisterImage(ami.imageId());
      ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, ami.imageId()));
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.owner().deregisterImage(ami.imageId()));
    }

    @Test
    @Rules({"DEREG-01", "MTX-35", "COM-12"})
    void only_the_owner_may() {
      ec2.put(image("ami-00000000000000002", snapshot)
          .addLaunchPermission(TO_FRIEND)
          .build());
      refused(
          ErrorCode.AUTH_FAILURE,
          "image.owner",
          () -> ec2.as(FRIEND).deregisterImage(ImageId.of("ami-00000000000000002")));
      refused(
          ErrorCode.AUTH_FAILURE,
          "image.owner",
          () -> ec2.as(FRIEND).deregisterImage(ami.imageId()));
    }

    @Test
    @Rules({"COM-01", "COM-03", "MTX-19"})
    void an_image_without_record_or_of_another_region_is_not_found() {
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.owner().deregisterImage(ImageId.of("ami-00000000000000009")));
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.as(OWNER, TestRegistry.THERE).deregisterImage(ami.imageId()));
    }

    @Test
    @Rules({"DEREG-02", "PROT-11", "INV-04"})
    void a_protected_image_stays() {
      Ami guarded = ec2.put(image("ami-00000000000000002", snapshot)
          .deregistrationProtection(DeregistrationProtection.enabledWithoutCooldown())
          .build());
      refused(
          ErrorCode.OPERATION_NOT_PERMITTED,
          "deregister-image.unprotected",
          () -> ec2.owner().deregisterImage(guarded.imageId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:backup:source-resource", "aws:backup:"})
    @Rules({"DEREG-03", "MTX-35", "ERR-07"})
    void an_image_of_aws_backup_stays(String key) {
      Ami managed = ec2.put(
          image("ami-00000000000000002", snapshot).tags(Tags.of(key, "i-1")).build());
      refused(
          ErrorCode.AUTH_FAILURE,
          "deregister-image.not-managed-by-backup",
          () -> ec2.owner().deregisterImage(managed.imageId()));
    }

    @Test
    @Rules({"DEREG-18", "COM-05"})
    void its_name_is_free_at_once() {
      ec2.owner().deregisterImage(ami.imageId());
      assertThat(ec2.registry
              .state()
              .in(HERE)
              .images()
              .nameHolders(OWNER, ami.name().orElseThrow()))
          .isEmpty();
    }

    @Test
    @Rules({"DEREG-20", "LIFE-14"})
    void a_deprecated_image_goes_like_any_other() {
      Ami old = ec2.put(
          image("ami-00000000000000002", snapshot).deprecationTime(START).build());
      ec2.owner().deregisterImage(old.imageId());
      assertThat(stored(old.imageId()).state()).isEqualTo(AmiState.DEREGISTERED);
    }
  }

  @Nested
  class Deleting_the_snapshots_too {
    private DeregisterImage withSnapshots(ImageId id) {
      return new DeregisterImage(id, true);
    }

    @Test
    @Rules({"DEREG-11", "DEREG-13", "SNAP-36"})
    void tells_what_became_of_each() {
      SnapshotId shared = ec2.snapshot();
      SnapshotId foreign = ec2.snapshot(FRIEND, s -> s);
      SnapshotId gone = SnapshotId.of("snap-00000000000000099");
      ec2.put(image("ami-00000000000000002", shared).build());
      Ami several = ec2.put(image("ami-00000000000000003", snapshot)
          .addBlockDeviceMapping(device("/dev/sdf", shared))
          .addBlockDeviceMapping(device("/dev/sdg", foreign))
          .addBlockDeviceMapping(device("/dev/sdh", gone))
          .build());
      ec2.owner().deregisterImage(ami.imageId());
      assertThat(ec2.owner().deregisterImage(withSnapshots(several.imageId())))
          .containsExactlyInAnyOrder(
              new DeleteSnapshotReturnCode(snapshot, ReturnCode.SUCCESS),
              new DeleteSnapshotReturnCode(shared, ReturnCode.SKIPPED),
              new DeleteSnapshotReturnCode(foreign, ReturnCode.MISSING_PERMISSIONS),
              new DeleteSnapshotReturnCode(gone, ReturnCode.CLIENT_ERROR));
      assertThat(ec2.registry.state().snapshot(HERE, snapshot)).isEmpty();
      assertThat(ec2.registry.state().snapshot(HERE, shared)).isPresent();
    }

    @Test
    @Rules({"DEREG-12", "LOCK-09"})
    void does_not_keep_the_image_because_of_a_locked_snapshot() {
      Snapshot locked = ec2.registry.state().snapshot(HERE, snapshot).orElseThrow().toBuilder()
          .lock(new SnapshotLock(
              LockMode.GOVERNANCE,
              START,
              Optional.empty(),
              OptionalInt.empty(),
              Optional.of(START.plus(Duration.ofDays(1)))))
          .build();
      ec2.put(locked);
      assertThat(ec2.owner().deregisterImage(withSnapshots(ami.imageId())))
          .containsExactly(new DeleteSnapshotReturnCode(snapshot, ReturnCode.CLIENT_ERROR));
      assertThat(stored(ami.imageId()).state()).isEqualTo(AmiState.DEREGISTERED);
      assertThat(ec2.registry.state().snapshot(HERE, snapshot)).contains(locked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recoverable", "recovering", "something-new"})
    @Rules("DEREG-12")
    void does_not_keep_the_image_because_of_a_snapshot_that_cannot_be_deleted_as_it_is(
        String state) {
      SnapshotId other = ec2.snapshot();
      SnapshotId stuck = ec2.snapshot(OWNER, s -> s.state(SnapshotState.of(state)));
      Ami over = ec2.put(image("ami-00000000000000002", stuck)
          .addBlockDeviceMapping(device("/dev/sdf", other))
          .build());
      Snapshot before = ec2.registry.state().snapshot(HERE, stuck).orElseThrow();
      SnapshotId alone = ec2.snapshot(OWNER, s -> s.state(SnapshotState.of(state)));
      refused(
          ErrorCode.INCORRECT_STATE,
          "delete-snapshot.stage",
          () -> ec2.owner().deleteSnapshot(alone));

      assertThat(ec2.owner().deregisterImage(withSnapshots(over.imageId())))
          .containsExactlyInAnyOrder(
              new DeleteSnapshotReturnCode(stuck, ReturnCode.CLIENT_ERROR),
              new DeleteSnapshotReturnCode(other, ReturnCode.SUCCESS));

      assertThat(stored(over.imageId()).state()).isEqualTo(AmiState.DEREGISTERED);
      assertThat(ec2.registry.state().snapshot(HERE, stuck)).hasValue(before);
    }

    @Test
    @Rules({"SNAP-38", "DEREG-13", "DEC-162"})
    void leaves_a_snapshot_alone_that_aws_backup_manages() {
      Snapshot present = ec2.registry.state().snapshot(HERE, snapshot).orElseThrow();
      ec2.registry
          .aws()
          .happen(new RegistryEvent.SnapshotTagged(
              HERE, snapshot, OWNER, Tags.of("aws:backup:source-resource", "i-0123456789abcdef0")));
      // Before DEC-162 it was missing-permissions.
      assertThat(ec2.owner().deregisterImage(withSnapshots(ami.imageId())))
          .containsExactly(new DeleteSnapshotReturnCode(snapshot, ReturnCode.CLIENT_ERROR));
      assertThat(ec2.registry.state().snapshot(HERE, snapshot))
          .map(stored -> stored.state())
          .contains(present.state());
    }

    @ParameterizedTest
    @CsvSource({
      "PENDING, skipped",
      "AVAILABLE, skipped",
      "DISABLED, skipped",
      "FAILED, success",
      "DEREGISTERED, success"
    })
    @Rules("DEREG-15")
    void skips_what_an_image_uses_that_is_pending_available_or_disabled(
        AmiState other, String expected) {
      ec2.put(image("ami-00000000000000002", snapshot).state(other).build());
      assertThat(ec2.owner().deregisterImage(withSnapshots(ami.imageId())))
          .containsExactly(new DeleteSnapshotReturnCode(snapshot, new ReturnCode(expected)));
    }

    @Test
    @Rules("DEREG-15")
    void an_image_in_the_recycle_bin_does_not_hold_a_snapshot() {
      keepImages(1);
      Ami other = ec2.put(image("ami-00000000000000002", snapshot).build());
      ec2.owner().deregisterImage(other.imageId());
      assertThat(ec2.owner().deregisterImage(withSnapshots(ami.imageId())))
          .containsExactly(new DeleteSnapshotReturnCode(snapshot, ReturnCode.SUCCESS));
    }

    @Test
    @Rules({"DEREG-16", "SNAP-41", "SBIN-07"})
    void a_retention_rule_for_snapshots_catches_them() {
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      ec2.owner().deregisterImage(withSnapshots(ami.imageId()));
      assertThat(ec2.owner().listSnapshotsInRecycleBin())
          .extracting(
              SnapshotRecycleBinInfo::snapshotId, SnapshotRecycleBinInfo::recycleBinExitTime)
          .containsExactly(tuple(snapshot, START.plus(Duration.ofDays(7))));
    }

    @Test
    @Rules("SBIN-07")
    void a_snapshot_in_the_recycle_bin_is_listed_with_five_members_for_its_owner() {
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      VolumeId volume = VolumeId.of("vol-0123456789abcdef0");
      SnapshotId kept =
          ec2.snapshot(OWNER, s -> s.volumeId(volume).description("before the update"));
      ec2.pass(Duration.ofHours(1));
      ec2.owner().deleteSnapshot(kept);
      Instant deleted = START.plus(Duration.ofHours(1));
      assertThat(ec2.owner().listSnapshotsInRecycleBin())
          .containsExactly(new SnapshotRecycleBinInfo(
              kept,
              Optional.of(volume),
              Optional.of("before the update"),
              deleted,
              deleted.plus(Duration.ofDays(7))));
      assertThat(ec2.as(FRIEND).listSnapshotsInRecycleBin()).isEmpty();
    }

    private BlockDeviceMapping device(String name, SnapshotId id) {
      return BlockDeviceMapping.ebs(DeviceName.of(name), EbsBlockDevice.of(VolumeType.GP3, 8, id));
    }
  }

  @Nested
  class An_image_in_the_recycle_bin {
    @Test
    @Rules({"DEREG-08", "BIN-11", "BIN-22", "LIFE-11", "VIS-11"})
    void is_listed_with_five_members() {
      keepImages(30);
      assertThat(ec2.owner().deregisterImage(new DeregisterImage(ami.imageId(), false)))
          .as("the answer is that of an image that is gone for good")
          .isEmpty();
      assertThat(ec2.owner().listImagesInRecycleBin())
          .containsExactly(new ImageRecycleBinInfo(
              ami.imageId(),
              ami.name(),
              Optional.of("what it is for"),
              START,
              START.plus(Duration.ofDays(30))));
      assertThat(ec2.as(FRIEND).listImagesInRecycleBin()).isEmpty();
      assertThat(ec2.as(OWNER, TestRegistry.THERE).listImagesInRecycleBin()).isEmpty();
    }

    @Test
    @Rules({"BIN-12", "BIN-13", "SBIN-02", "MTX-07"})
    void can_be_restored_and_nothing_else() {
      keepImages(30);
      ec2.owner().deregisterImage(ami.imageId());
      refused(
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "disable-image.stage",
          () -> ec2.owner().disableImage(ami.imageId()));
      refused(
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "deregister-image.stage",
          () -> ec2.owner().deregisterImage(ami.imageId()));
      ec2.owner().restoreImageFromRecycleBin(ami.imageId());
      assertThat(stored(ami.imageId())).isEqualTo(ami);
    }

    @Test
    @Rules({"BIN-14", "BIN-15", "BIN-18", "SBIN-05", "PERM-72", "INV-10", "DEREG-17"})
    void comes_back_as_it_was() {
      Ami shared = ec2.put(image("ami-00000000000000002", snapshot)
          .addLaunchPermission(TO_FRIEND)
          .tags(Tags.of("env", "prod"))
          .build());
      keepImages(30);
      ec2.owner().deregisterImage(shared.imageId());
      assertThat(stored(shared.imageId()).launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(stored(shared.imageId()).tags().get("aws:recycle-bin:resource-in-bin"))
          .hasValue("true");
      ec2.owner().restoreImageFromRecycleBin(shared.imageId());
      assertThat(stored(shared.imageId())).isEqualTo(shared);
    }

    @Test
    @Rules("BIN-19")
    void comes_back_disabled_if_it_was() {
      keepImages(30);
      ec2.owner().disableImage(ami.imageId());
      ec2.owner().deregisterImage(ami.imageId());
      ec2.owner().restoreImageFromRecycleBin(ami.imageId());
      assertThat(stored(ami.imageId()).state()).isEqualTo(AmiState.DISABLED);
    }

    @Test
    @Rules({"BIN-11", "INV-14"})
    void goes_for_good_at_its_exit_time_and_not_before() {
      keepImages(1);
      ec2.owner().deregisterImage(ami.imageId());
      ec2.pass(Duration.ofDays(1).minusMillis(1));
      assertThat(stored(ami.imageId()).isInRecycleBin()).isTrue();
      ec2.pass(Duration.ofMillis(1));
      assertThat(stored(ami.imageId()).state()).isEqualTo(AmiState.DEREGISTERED);
      assertThat(ec2.owner().listImagesInRecycleBin()).isEmpty();
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()));
    }

    @Test
    @Rules({"BIN-21", "OPEN-04"})
    void is_not_found_where_it_is_not() {
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()));
      keepImages(1);
      ec2.owner().deregisterImage(ami.imageId());
      refused(
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "image.exists",
          () -> ec2.as(FRIEND).restoreImageFromRecycleBin(ami.imageId()));
    }

    @Test
    @Rules({"BIN-20", "COM-08", "NAME-04"})
    void is_not_restored_while_its_name_is_taken() {
      keepImages(1);
      ec2.owner().deregisterImage(ami.imageId());
      ImageId second = ec2.owner()
          .registerImage(RegisterImage.builder()
              .name(ami.name().orElseThrow())
              .hvm(Architecture.X86_64)
              .ebsRoot("/dev/xvda", snapshot)
              .build());
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()))
          .withMessageContaining(second.value());
      refused(
          ErrorCode.INVALID_AMI_NAME_DUPLICATE,
          "image-name.free",
          () -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()));
    }

    @Test
    @Rules({"BIN-16", "BIN-17", "BIN-26", "SBIN-05", "OPEN-04", "ERR-19"})
    void is_not_restored_without_its_snapshots() {
      keepImages(30);
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      ec2.owner().deregisterImage(new DeregisterImage(ami.imageId(), true));
      refused(
          ErrorCode.INCORRECT_STATE,
          "restore-image-from-recycle-bin.snapshots-usable",
          () -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()));
      ec2.pass(Duration.ofDays(7));
      refused(
          ErrorCode.INVALID_SNAPSHOT_NOT_FOUND,
          "restore-image-from-recycle-bin.snapshots-exist",
          () -> ec2.owner().restoreImageFromRecycleBin(ami.imageId()));
      assertThat(ec2.owner().listImagesInRecycleBin()).hasSize(1);
    }

    @Test
    @Rules({"BIN-16", "SBIN-05"})
    void is_restored_after_its_snapshots_were() {
      keepImages(30);
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      ec2.owner().deregisterImage(new DeregisterImage(ami.imageId(), true));
      ec2.owner().restoreSnapshotFromRecycleBin(snapshot);
      ec2.owner().restoreImageFromRecycleBin(ami.imageId());
      assertThat(stored(ami.imageId())).isEqualTo(ami);
    }

    @Test
    @Rules("BIN-16")
    void is_not_restored_over_an_archived_snapshot_unless_it_was_disabled() {
      SnapshotId archived = ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE));
      SnapshotId pending = ec2.snapshot(OWNER, s -> s.state(SnapshotState.PENDING));
      keepImages(30);
      Ami available = ec2.put(image("ami-00000000000000002", archived).build());
      Ami disabled = ec2.put(
          image("ami-00000000000000003", archived).state(AmiState.DISABLED).build());
      Ami unfinished = ec2.put(image("ami-00000000000000004", pending).build());
      ec2.owner().deregisterImage(available.imageId());
      ec2.owner().deregisterImage(disabled.imageId());
      ec2.owner().deregisterImage(unfinished.imageId());
      refused(
          ErrorCode.INCORRECT_STATE,
          "restore-image-from-recycle-bin.snapshots-usable",
          () -> ec2.owner().restoreImageFromRecycleBin(available.imageId()));
      refused(
          ErrorCode.INCORRECT_STATE,
          "restore-image-from-recycle-bin.snapshots-usable",
          () -> ec2.owner().restoreImageFromRecycleBin(unfinished.imageId()));
      ec2.owner().restoreImageFromRecycleBin(disabled.imageId());
      assertThat(stored(disabled.imageId())).isEqualTo(disabled);
    }

    @Test
    @Rules({"BIN-01", "DEREG-09", "SBIN-06", "INV-05"})
    void is_never_on_instance_store() {
      keepImages(30);
      Ami bundle = ec2.put(Ami.builder()
          .imageId("ami-00000000000000005")
          .ownerId(OWNER)
          .name("bundle")
          .architecture(Architecture.X86_64)
          .state(AmiState.AVAILABLE)
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .build());
      ec2.owner().deregisterImage(bundle.imageId());
      assertThat(stored(bundle.imageId()).state()).isEqualTo(AmiState.DEREGISTERED);
    }

    @Test
    @Rules({"BIN-23", "QUOTA-14", "WAIT-05"})
    void is_listed_in_pages_of_what_there_was_at_first() {
      keepImages(30);
      for (int i = 1; i <= 7; i++) {
        ImageId id = ImageId.of("ami-%017x".formatted(0xb0 + i));
        ec2.put(image(id.value(), snapshot).name("bin-" + i).build());
        ec2.owner().deregisterImage(id);
      }
      ImmutableList<ImageRecycleBinInfo> all = ec2.owner().listImagesInRecycleBin();
      ListImagesInRecycleBin request =
          new ListImagesInRecycleBin(ImmutableSet.of()).on(PageRequest.of(3));

      Page<ImageRecycleBinInfo> first = ec2.owner().listImagesInRecycleBin(request);
      String token = first.nextToken().orElseThrow();
      ec2.owner().restoreImageFromRecycleBin(all.get(4).imageId());
      Page<ImageRecycleBinInfo> second =
          ec2.owner().listImagesInRecycleBin(request.on(request.page().after(token)));
      Page<ImageRecycleBinInfo> third = ec2.owner()
          .listImagesInRecycleBin(
              request.on(request.page().after(second.nextToken().orElseThrow())));

      assertThat(all).hasSize(7);
      assertThat(first.items()).isEqualTo(all.subList(0, 3));
      assertThat(second.items()).isEqualTo(all.subList(3, 6));
      assertThat(third.items()).isEqualTo(all.subList(6, 7));
      assertThat(third.nextToken()).isEmpty();
      for (String bad : List.of("x", token + "x")) {
        refused(
            ErrorCode.INVALID_NEXT_TOKEN,
            "query.next-token",
            () -> ec2.owner().listImagesInRecycleBin(request.on(request.page().after(bad))));
      }
      refused(
          ErrorCode.INVALID_NEXT_TOKEN,
          "query.next-token",
          () -> ec2.as(FRIEND).listImagesInRecycleBin(request.on(request.page().after(token))));
      refused(
          ErrorCode.INVALID_NEXT_TOKEN,
          "query.next-token",
          () -> ec2.owner()
              .listSnapshotsInRecycleBin(new ListSnapshotsInRecycleBin(ImmutableSet.of())
                  .on(PageRequest.of(5).after(token))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    @Rules({"BIN-23", "QUOTA-14"})
    void is_listed_in_pages_of_1_to_1_000(int size) {
      ListImagesInRecycleBin request = new ListImagesInRecycleBin(ImmutableSet.of());
      refused(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "listing.max-results",
          () -> ec2.owner().listImagesInRecycleBin(request.on(PageRequest.of(size))));
      assertThat(
              ec2.owner().listImagesInRecycleBin(request.on(PageRequest.of(1))).items())
          .isEmpty();
      assertThat(ec2.owner()
              .listImagesInRecycleBin(request.on(PageRequest.of(1_000)))
              .items())
          .isEmpty();
    }

    @Test
    @Rules("BIN-23")
    void is_one_of_1_000_on_a_page_by_default() {
      for (int i = 1; i <= 1_001; i++) {
        ec2.put(TestImages.binned(i));
      }
      Page<ImageRecycleBinInfo> page =
          ec2.owner().listImagesInRecycleBin(new ListImagesInRecycleBin(ImmutableSet.of()));
      assertThat(page.items()).hasSize(1_000);
      assertThat(page.nextToken()).isPresent();
      assertThat(ec2.owner().listImagesInRecycleBin()).hasSize(1_001);
    }

    @Test
    @Rules({"BIN-23", "QUOTA-14"})
    void is_asked_for_with_at_most_20_others() {
      ImmutableSet<ImageId> ids = IntStream.rangeClosed(1, 21)
          .mapToObj(i -> ImageId.of("ami-%017x".formatted(i)))
          .collect(ImmutableSet.toImmutableSet());
      refused(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "list-images-in-recycle-bin.few-ids",
          () -> ec2.owner().call(new ListImagesInRecycleBin(ids)));
    }
  }

  @Nested
  class A_snapshot_in_the_recycle_bin {
    @Test
    @Rules({"SBIN-02", "SBIN-04", "SNAP-12"})
    void is_told_as_recovering_when_it_is_restored_and_then_as_it_was() {
      SnapshotId own = ec2.snapshot(OWNER, s -> s.tags(Tags.of("env", "prod")));
      Snapshot before = ec2.owner().describeSnapshot(own).orElseThrow();
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      ec2.owner().deleteSnapshot(own);

      assertThat(ec2.owner().restoreSnapshotFromRecycleBin(own))
          .isEqualTo(Snapshot.builder()
              .snapshotId(own)
              .ownerId(OWNER)
              .state(SnapshotState.RECOVERING)
              .description("")
              .encrypted(false)
              .progress(before.progress())
              .startTime(before.startTime())
              .volumeId(before.volumeId())
              .volumeSize(before.volumeSize())
              .build());
      assertThat(ec2.owner().describeSnapshot(own)).contains(before);
    }

    @Test
    @Rules("SBIN-02")
    void is_listed_and_neither_deleted_nor_used_nor_shared() {
      SnapshotId binned = ec2.snapshot();
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      ec2.owner().deleteSnapshot(binned);

      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> ec2.owner().deleteSnapshot(binned),
          () -> ec2.owner().createVolume(EbsBlockDevice.ofSnapshot(binned)),
          () -> ec2.owner()
              .registerImage(RegisterImage.builder()
                  .name("registered")
                  .hvm(Architecture.X86_64)
                  .ebsRoot("/dev/xvda", binned)
                  .build()),
          () -> ec2.owner()
              .modifySnapshotAttribute(
                  ModifySnapshotAttribute.grant(binned, CreateVolumePermission.userId(FRIEND))),
          () -> ec2.owner().modifySnapshotTier(binned, StorageTier.ARCHIVE),
          () -> ec2.owner().unlockSnapshot(binned))) {
        refused(ErrorCode.INVALID_SNAPSHOT_NOT_FOUND, "snapshot.exists", call);
      }
      SnapshotId copy = ec2.owner().copySnapshot(Copying.copyOf(binned).build());
      assertThat(ec2.registry.state().snapshot(HERE, copy).orElseThrow().state())
          .isEqualTo(SnapshotState.ERROR);
      assertThat(ec2.owner().listSnapshotsInRecycleBin())
          .extracting(SnapshotRecycleBinInfo::snapshotId)
          .containsExactly(binned);
    }

    @Test
    @Rules("SBIN-01")
    void stays_as_long_as_the_rules_for_its_tags_and_the_region_keep_it() {
      ResourceTag prod = ResourceTag.of("env", "prod");
      ResourceTag keep = ResourceTag.of("keep");
      ec2.owner().call(rule(5).resourceTags(ImmutableSet.of(prod, keep)).build());
      ec2.owner().call(rule(9).resourceTags(ImmutableSet.of(keep)).build());
      ec2.owner().call(rule(20).addExcludeResourceTag(prod).build());

      assertThat(stay(Tags.of("env", "prod"))).isEqualTo(Duration.ofDays(5));
      assertThat(stay(Tags.of(Tag.of("env", "prod"), Tag.of("keep", "x"))))
          .isEqualTo(Duration.ofDays(9));
      assertThat(stay(Tags.of("env", "test"))).isEqualTo(Duration.ofDays(20));
    }

    private static CreateRule.Builder rule(int days) {
      return CreateRule.builder().resourceType(EBS_SNAPSHOT).retentionPeriodDays(days);
    }

    private Duration stay(Tags tags) {
      SnapshotId id = ec2.snapshot(OWNER, s -> s.tags(tags));
      ec2.owner().deleteSnapshot(id);
      return Duration.between(
          START,
          ec2.registry
              .state()
              .snapshot(HERE, id)
              .orElseThrow()
              .recycleBinStay()
              .orElseThrow()
              .exitTime());
    }

    @Test
    @Rules({"SBIN-03", "SBIN-04", "SPERM-07"})
    void comes_back_as_it_was() {
      SnapshotId shared = ec2.snapshot(
          OWNER, s -> s.addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));
      Ami over = ec2.put(image("ami-00000000000000002", shared).build());
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      Snapshot before = ec2.registry.state().snapshot(HERE, shared).orElseThrow();
      ec2.owner().deregisterImage(new DeregisterImage(over.imageId(), true));
      Snapshot binned = ec2.registry.state().snapshot(HERE, shared).orElseThrow();
      assertThat(binned.createVolumePermissions()).isEmpty();
      assertThat(binned.tags().get("aws:recycle-bin:resource-in-bin")).hasValue("true");
      ec2.owner().restoreSnapshotFromRecycleBin(shared);
      assertThat(ec2.registry.state().snapshot(HERE, shared)).hasValue(before);
      refused(
          ErrorCode.INVALID_SNAPSHOT_NOT_FOUND,
          "snapshot.exists",
          () -> ec2.owner().restoreSnapshotFromRecycleBin(shared));
    }
  }

  @Nested
  class A_retention_rule {
    @Test
    void has_an_arn_of_its_own_whatever_becomes_of_it() {
      RetentionRule rule = ec2.owner().call(CreateRule.ofRegion(EC2_IMAGE, 7));
      String id = rule.identifier();
      Optional<Arn> arn = Optional.of(Arn.parse("arn:aws:rbin:us-east-1:111122223333:rule/" + id));

      assertThat(rule.ruleArn()).isEqualTo(arn);
      assertThat(ec2.owner()
              .call(UpdateRule.builder().identifier(id).retentionPeriodDays(8).build())
              .ruleArn())
          .isEqualTo(arn);
      assertThat(ec2.owner().call(new LockRule(id, 7)).ruleArn()).isEqualTo(arn);
      assertThat(ec2.owner().call(new UnlockRule(id)).ruleArn()).isEqualTo(arn);
      assertThat(ec2.owner().call(new GetRule(id)).ruleArn()).isEqualTo(arn);
      assertThat(ec2.owner().call(new ListRules(EC2_IMAGE)).items())
          .extracting(RuleSummary::ruleArn)
          .containsExactly(arn);
    }

    @Test
    @Rules({"BIN-28", "BIN-29"})
    void is_made_locked_if_that_is_asked_for() {
      RetentionRule rule = ec2.owner()
          .call(CreateRule.builder()
              .resourceType(EC2_IMAGE)
              .retentionPeriodDays(7)
              .unlockDelayDays(9)
              .build());

      assertThat(rule.lockState()).isEqualTo(RuleLockState.LOCKED);
      assertThat(rule.unlockDelayDays()).contains(9);
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.not-locked",
          () -> ec2.owner().call(new DeleteRule(rule.identifier())));
    }

    @Test
    @Rules("BIN-06")
    void of_volumes_keeps_for_1_to_7_days_where_there_is_one() {
      RetentionRule.Builder rule = RetentionRule.builder()
          .identifier("abcdef12345")
          .resourceType(ResourceType.EBS_VOLUME)
          .retentionPeriodDays(7);
      assertThat(rule.build().resourceType()).isEqualTo(ResourceType.EBS_VOLUME);
      assertSays(
          () -> rule.retentionPeriodDays(8).build(),
          "ValidationException",
          "1 validation error detected: Value '8' at 'retentionPeriod.retentionPeriodValue' failed"
              + " to satisfy constraint: Member must have value less than or equal to 7");
    }

    private final ResourceTag prod = ResourceTag.of("env", "prod");

    private CreateRule tagged(ResourceTag... tags) {
      return forImages(10).resourceTags(ImmutableSet.copyOf(tags)).build();
    }

    private CreateRule.Builder forImages(int days) {
      return CreateRule.builder().resourceType(EC2_IMAGE).retentionPeriodDays(days);
    }

    private boolean isKept(Tags tags) {
      Ami tried = ec2.put(image("ami-00000000000000007", snapshot).tags(tags).build());
      ec2.owner().deregisterImage(tried.imageId());
      boolean kept = stored(tried.imageId()).isInRecycleBin();
      ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, tried.imageId()));
      return kept;
    }

    @Test
    @Rules({"BIN-03", "OPEN-15", "SBIN-01"})
    void with_tags_keeps_what_carries_any_of_them() {
      ec2.owner().call(tagged(prod, ResourceTag.of("keep"), ResourceTag.of("blank", "")));
      assertThat(isKept(Tags.of("env", "prod"))).isTrue();
      assertThat(isKept(Tags.of("keep", "whatever"))).isTrue();
      assertThat(isKept(Tags.of("blank", ""))).isTrue();
      assertThat(isKept(Tags.of("blank", "not"))).isFalse();
      assertThat(isKept(Tags.of("env", "test"))).isFalse();
      assertThat(isKept(Tags.none())).isFalse();
    }

    @Test
    @Rules({"BIN-02", "BIN-01"})
    void of_another_account_or_region_or_for_snapshots_keeps_no_image() {
      ec2.as(FRIEND).call(CreateRule.ofRegion(EC2_IMAGE, 7));
      ec2.as(OWNER, TestRegistry.THERE).call(CreateRule.ofRegion(EC2_IMAGE, 7));
      ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
      assertThat(isKept(Tags.none())).isFalse();
      keepImages(7);
      assertThat(isKept(Tags.none())).isTrue();
    }

    @Test
    @Rules({"BIN-04", "SBIN-01"})
    void of_the_region_keeps_all_but_what_carries_an_exclusion_tag() {
      ec2.owner()
          .call(forImages(10)
              .addExcludeResourceTag(prod)
              .addExcludeResourceTag(ResourceTag.of("brief"))
              .build());
      assertThat(isKept(Tags.none())).isTrue();
      assertThat(isKept(Tags.of("env", "test"))).isTrue();
      assertThat(isKept(Tags.of(Tag.of("a", "b"), Tag.of("env", "prod")))).isFalse();
    }

    @Test
    @Rules({"BIN-08", "SBIN-01"})
    void that_keeps_longest_counts_and_no_exclusion_stops_another() {
      keepImages(3);
      keepImages(9);
      ec2.owner().call(forImages(20).addExcludeResourceTag(prod).build());
      Ami tried = ec2.put(
          image("ami-00000000000000007", snapshot).tags(Tags.of("env", "prod")).build());
      ec2.owner().deregisterImage(tried.imageId());
      assertThat(stored(tried.imageId()).recycleBinStay().orElseThrow().exitTime())
          .isEqualTo(START.plus(Duration.ofDays(9)));
    }

    @Test
    @Rules("BIN-10")
    void changed_or_deleted_leaves_what_lies_there() {
      RetentionRule rule = keepImages(3);
      ec2.owner().deregisterImage(ami.imageId());
      ec2.owner()
          .call(UpdateRule.builder()
              .identifier(rule.identifier())
              .retentionPeriodDays(1)
              .build());
      ec2.owner().call(new DeleteRule(rule.identifier()));
      keepImages(9);
      assertThat(stored(ami.imageId()).recycleBinStay().orElseThrow().exitTime())
          .isEqualTo(START.plus(Duration.ofDays(3)));
    }

    @Test
    @Rules("BIN-09")
    void keeps_from_the_moment_it_is_made_until_it_is_deleted() {
      assertThat(isKept(Tags.none())).isFalse();
      RetentionRule rule = keepImages(3);
      assertThat(isKept(Tags.none())).isTrue();
      ec2.owner().call(new DeleteRule(rule.identifier()));
      assertThat(isKept(Tags.none())).isFalse();
    }

    @Test
    @Rules("BIN-27")
    void changes_in_period_description_and_tags_and_never_in_what_it_keeps() {
      RetentionRule rule = keepImages(3);
      RetentionRule changed = ec2.owner()
          .call(UpdateRule.builder()
              .identifier(rule.identifier())
              .retentionPeriodDays(9)
              .description("of prod")
              .resourceTags(ImmutableSet.of(prod))
              .build());
      assertThat(changed)
          .isEqualTo(rule.toBuilder()
              .retentionPeriodDays(9)
              .description("of prod")
              .addResourceTag(prod)
              .build());
      assertThat(changed.resourceType()).isEqualTo(EC2_IMAGE);
      assertThat(ec2.owner()
              .call(UpdateRule.builder()
                  .identifier(rule.identifier())
                  .resourceTags(ImmutableSet.of())
                  .excludeResourceTags(ImmutableSet.of(prod))
                  .build()))
          .isEqualTo(changed.toBuilder()
              .resourceTags(ImmutableSet.of())
              .addExcludeResourceTag(prod)
              .build());
      assertThat(UpdateRule.Builder.class.getDeclaredMethods())
          .extracting(Method::getName)
          .contains("identifier", "retentionPeriodDays", "description", "resourceTags")
          .doesNotContain("resourceType");
    }

    @Test
    @Rules({"BIN-06", "SBIN-01", "CONF-20"})
    void keeps_for_1_to_365_days() {
      for (ResourceType kept : List.of(EC2_IMAGE, EBS_SNAPSHOT)) {
        for (int days : new int[] {1, 365}) {
          assertThat(ec2.owner().call(CreateRule.ofRegion(kept, days)).retentionPeriodDays())
              .isEqualTo(days);
        }
        for (int days : new int[] {0, -1, 366, 3650}) {
          refused(
              ErrorCode.VALIDATION_EXCEPTION,
              "retention-rule.period",
              () -> ec2.owner().call(CreateRule.ofRegion(kept, days)));
        }
      }
    }

    @Test
    @Rules("BIN-05")
    void has_at_most_five_exclusion_tags_and_none_beside_resource_tags() {
      ImmutableSet<ResourceTag> six = tags(6);
      refused(
          ErrorCode.VALIDATION_EXCEPTION,
          "retention-rule.exclusions",
          () -> create(ImmutableSet.of(), six));
      refused(
          ErrorCode.VALIDATION_EXCEPTION,
          "retention-rule.exclusions",
          () -> create(ImmutableSet.of(prod), ImmutableSet.of(prod)));
      assertThat(create(ImmutableSet.of(), tags(5)).excludeResourceTags()).hasSize(5);
    }

    @Test
    @Rules({"BIN-07", "SBIN-08", "ERR-48"})
    void has_at_most_50_tags_one_tag_in_five_rules_and_249_siblings() {
      assertThat(create(tags(50), ImmutableSet.of()).resourceTags()).hasSize(50);
      refused(
          ErrorCode.VALIDATION_EXCEPTION,
          "retention-rule.tags",
          () -> create(tags(51), ImmutableSet.of()));
      for (int i = 0; i < 5; i++) {
        create(ImmutableSet.of(prod), ImmutableSet.of());
      }
      refused(
          ErrorCode.SERVICE_QUOTA_EXCEEDED_EXCEPTION,
          "retention-rule.tag-in-quota",
          () -> create(ImmutableSet.of(prod), ImmutableSet.of()));
      RetentionRule other = create(ImmutableSet.of(ResourceTag.of("team")), ImmutableSet.of());
      UpdateRule.Builder change = UpdateRule.builder().identifier(other.identifier());
      refused(
          ErrorCode.SERVICE_QUOTA_EXCEEDED_EXCEPTION,
          "retention-rule.tag-in-quota",
          () -> ec2.owner().call(change.resourceTags(ImmutableSet.of(prod)).build()));
      for (int i = 7; i < 250; i++) {
        keepImages(1);
      }
      refused(
          ErrorCode.SERVICE_QUOTA_EXCEEDED_EXCEPTION,
          "retention-rule.in-quota",
          () -> keepImages(1));
    }

    @Test
    @Rules({"BIN-30", "ERR-48"})
    void has_an_identifier_of_11_letters_or_digits_and_is_not_found_without() {
      assertThat(keepImages(1).identifier()).matches("[0-9a-zA-Z]{11}");
      refused(
          ErrorCode.RESOURCE_NOT_FOUND_EXCEPTION,
          "retention-rule.exists",
          () -> ec2.owner().call(new GetRule("abcdefghijk")));
      for (String other : List.of("abcdefghij-", "abcdefghij", "abcdefghijkl", "")) {
        refused(
            ErrorCode.VALIDATION_EXCEPTION,
            "retention-rule.identifier",
            () -> ec2.owner().call(new DeleteRule(other)));
      }
      String longest = "x".repeat(255);
      assertThat(ec2.owner().call(forImages(1).description(longest).build()).description())
          .isEqualTo(longest);
      refused(
          ErrorCode.VALIDATION_EXCEPTION,
          "retention-rule.description",
          () -> ec2.owner().call(forImages(1).description("x".repeat(256)).build()));
    }

    @Test
    @Rules("BIN-28")
    void is_locked_only_if_of_the_region_without_exclusions_for_7_to_30_days() {
      RetentionRule rule = keepImages(1);
      refused(
          ErrorCode.VALIDATION_EXCEPTION,
          "retention-rule.unlock-delay",
          () -> ec2.owner().call(new LockRule(rule.identifier(), 6)));
      refused(
          ErrorCode.VALIDATION_EXCEPTION,
          "retention-rule.unlock-delay",
          () -> ec2.owner().call(new LockRule(rule.identifier(), 31)));
      RetentionRule tagged = create(ImmutableSet.of(prod), ImmutableSet.of());
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.lockable",
          () -> ec2.owner().call(new LockRule(tagged.identifier(), 7)));
      RetentionRule excluding = create(ImmutableSet.of(), ImmutableSet.of(prod));
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.lockable",
          () -> ec2.owner().call(new LockRule(excluding.identifier(), 7)));
      RetentionRule locked = ec2.owner().call(new LockRule(rule.identifier(), 7));
      assertThat(locked.lockState()).isEqualTo(RuleLockState.LOCKED);
      assertThat(locked.unlockDelayDays()).contains(7);
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.not-locked",
          () -> ec2.owner().call(new LockRule(rule.identifier(), 8)));
      String other = keepImages(2).identifier();
      assertThat(ec2.owner().call(new LockRule(other, 30)).unlockDelayDays()).contains(30);
    }

    @Test
    @Rules({"BIN-29", "ERR-48"})
    void once_locked_is_fixed_until_its_delay_after_unlocking_is_over() {
      RetentionRule rule = keepImages(1);
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.locked",
          () -> ec2.owner().call(new UnlockRule(rule.identifier())));
      ec2.owner().call(new LockRule(rule.identifier(), 7));
      isFixed(rule, RuleLockState.LOCKED);
      ec2.owner().call(new UnlockRule(rule.identifier()));
      ec2.pass(Duration.ofDays(7).minusSeconds(1));
      isFixed(rule, RuleLockState.PENDING_UNLOCK);
      ec2.pass(Duration.ofSeconds(1));
      assertThat(ec2.owner().call(longer(rule)).lockState()).isEqualTo(RuleLockState.UNLOCKED);
      ec2.owner().call(new DeleteRule(rule.identifier()));
    }

    private void isFixed(RetentionRule rule, RuleLockState state) {
      assertThat(ec2.owner().call(new GetRule(rule.identifier())).lockState()).isEqualTo(state);
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.not-locked",
          () -> ec2.owner().call(new DeleteRule(rule.identifier())));
      refused(
          ErrorCode.CONFLICT_EXCEPTION,
          "retention-rule.not-locked",
          () -> ec2.owner().call(longer(rule)));
    }

    private UpdateRule longer(RetentionRule rule) {
      return UpdateRule.builder()
          .identifier(rule.identifier())
          .retentionPeriodDays(rule.retentionPeriodDays() + 1)
          .build();
    }

    private RetentionRule create(
        ImmutableSet<ResourceTag> tags, ImmutableSet<ResourceTag> exclusions) {
      return ec2.owner()
          .call(forImages(1).resourceTags(tags).excludeResourceTags(exclusions).build());
    }

    private ImmutableSet<ResourceTag> tags(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> ResourceTag.of("key" + i))
          .collect(ImmutableSet.toImmutableSet());
    }
  }

  @Test
  @Rules({"QUOTA-01", "QUOTA-02", "BIN-25", "LIFE-23"})
  void images_in_the_recycle_bin_count_towards_the_quotas() {
    Ami open = ec2.put(image("ami-00000000000000002", snapshot)
        .addLaunchPermission(LaunchPermission.everyone())
        .build());
    keepImages(1);
    assertThat(ec2.registry.state().in(HERE).images().count(OWNER)).isEqualTo(2);
    assertThat(ec2.registry.state().in(HERE).images().publicCount(OWNER)).isEqualTo(1);
    ec2.owner().deregisterImage(open.imageId());
    assertThat(ec2.registry.state().in(HERE).images().count(OWNER)).isEqualTo(2);
    assertThat(ec2.registry.state().in(HERE).images().publicCount(OWNER)).isEqualTo(1);
    ec2.pass(Duration.ofDays(1));
    assertThat(ec2.registry.state().in(HERE).images().count(OWNER)).isEqualTo(1);
    assertThat(ec2.registry.state().in(HERE).images().publicCount(OWNER)).isZero();
  }

  @Test
  @Rules({"LIFE-23", "QUOTA-01"})
  void granting_is_not_counted_as_an_image() {
    new ModifyLaunchPermission(ImmutableSet.of(TO_FRIEND), ImmutableSet.of())
        .decide(ami, START)
        .events()
        .forEach(event ->
            ec2.registry.aws().happen(new RegistryEvent.ImageChanged(HERE, ami.imageId(), event)));
    assertThat(ec2.registry.state().in(HERE).images().count(OWNER)).isEqualTo(1);
  }
}

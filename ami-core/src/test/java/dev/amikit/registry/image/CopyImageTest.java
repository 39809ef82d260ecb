package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.refused;
import static dev.amikit.registry.Copying.share;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.there;
import static dev.amikit.registry.TestImages.ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_UNIT;
import static dev.amikit.registry.TestImages.UNIT;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Copying;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyImageTest {
  private static final ErrorCode NOT_FOUND = ErrorCode.INVALID_AMI_ID_NOT_FOUND;
  private static final ErrorCode BAD_VALUE = ErrorCode.INVALID_PARAMETER_VALUE;
  private static final StateReason BROKEN = new StateReason("Server.InternalError", "broken");

  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();
  private final Ami source = image(ec2, snapshot);

  @Nested
  class What_a_copy_is {
    @Test
    @Rules({"COPY-01", "COPY-14", "COPY-36", "ACCT-03", "COM-13", "ERR-15"})
    void it_is_a_new_image_of_the_caller_in_the_region_that_is_asked() {
      share(ec2, snapshot, FRIEND);
      Ami shared = image(
          ec2,
          OWNER,
          snapshot,
          ami -> ami.imageId("ami-00000000000000077")
              .addLaunchPermission(LaunchPermission.userId(FRIEND)));
      ImageId id = ec2.as(FRIEND, THERE).copyImage(copyOf(shared.imageId()).build());
      Ami copy = image(ec2, THERE, id);
      assertThat(id).isNotEqualTo(shared.imageId());
      assertThat(copy.ownerId()).isEqualTo(FRIEND);
      assertThat(copy.name()).contains(ImageName.of("copy"));
      assertThat(copy.sourceImageId()).contains(shared.imageId());
      assertThat(copy.sourceImageRegion()).contains(HERE);
      assertThat(image(ec2, HERE, shared.imageId()).ownerId()).isEqualTo(OWNER);
      assertThat(ec2.registry.state().image(HERE, id)).isEmpty();
      assertThatExceptionOfType(MissingAttributesException.class)
          .isThrownBy(() -> CopyImage.builder().build())
          .withMessageContainingAll("sourceRegion", "sourceImageId", "name", "MissingParameter");
    }

    @Test
    @Rules({"COPY-28", "RUN-12", "WMK-09", "INV-11", "PLAT-08", "BOOT-18", "BOOT-21", "BOOT-29"})
    void what_belongs_to_the_content_is_carried_over() {
      Ami rich = image(
          ec2,
          OWNER,
          ec2.snapshot(),
          ami -> ami.windows()
              .bootMode(BootMode.UEFI)
              .tpmSupport(TpmSupport.V2_0)
              .imdsSupport(ImdsSupport.V2_0)
              .sriovNetSupport(SriovNetSupport.SIMPLE)
              .enaSupport(true)
              .uefiData("AAAA")
              .addProductCode(ProductCode.marketplace("abc"))
              .blockDeviceMappings(List.of(
                  BlockDeviceMapping.ebs("/dev/xvda", volume(ec2.snapshot())),
                  BlockDeviceMapping.ebs("/dev/sdb", EbsBlockDevice.blank(VolumeType.GP3, 20)),
                  BlockDeviceMapping.virtual("/dev/sdc", "ephemeral0"))));
      ec2.owner().attachImageWatermark(rich.imageId(), "approved");
      assertThat(image(ec2, HERE, rich.imageId()).imageWatermarks()).hasSize(1);
      assertCarriedOver(rich.imageId());
    }

    @Test
    @Rules({"COPY-28", "DEC-45"})
    void kernel_and_ram_disk_are_carried_over_to_any_region() {
      Ami old = image(
          ec2,
          OWNER,
          ec2.snapshot(),
          ami -> ami.architecture(Architecture.I386)
              .virtualizationType(VirtualizationType.PARAVIRTUAL)
              .kernelId(KernelId.of("aki-12345678"))
              .ramdiskId(RamdiskId.of("ari-12345678"))
              .blockDeviceMappings(
                  List.of(BlockDeviceMapping.ebs("/dev/xvda", volume(ec2.snapshot())))));
      assertCarriedOver(old.imageId());
    }

    /** A volume with all that a mapping can tell of one. */
    private EbsBlockDevice volume(SnapshotId of) {
      return EbsBlockDevice.of(VolumeType.GP3, 8, of).toBuilder()
          .iops(4_000)
          .throughput(200)
          .deleteOnTermination(false)
          .encrypted(false)
          .build();
    }

    /** Checks that a copy is its source but for what makes it another image. */
    private void assertCarriedOver(ImageId id) {
      Ami source = image(ec2, HERE, id);
      Ami copy = image(ec2, THERE, there(ec2).copyImage(copyOf(id).build()));
      SnapshotId copied = copy.rootSnapshotId().orElseThrow();
      assertThat(copied).isNotEqualTo(source.rootSnapshotId().orElseThrow());
      assertThat(copy)
          .isEqualTo(source.toBuilder()
              .imageId(copy.imageId())
              .name(ImageName.of("copy"))
              .imageLocation("111122223333/copy")
              .creationDate(START)
              .sourceImageId(id)
              .sourceImageRegion(HERE)
              .deregistrationProtection(DeregistrationProtection.disabled())
              .freeTierEligible(source.platform().isEmpty())
              .blockDeviceMappings(ImmutableList.<BlockDeviceMapping>builder()
                  .add(BlockDeviceMapping.ebs("/dev/xvda", volume(copied)))
                  .addAll(source.blockDeviceMappings().stream().skip(1).toList())
                  .build())
              .build());
    }

    @Test
    @Rules({"COPY-27", "COPY-31", "COM-21", "PERM-04", "IMG-32"})
    void what_only_its_owner_adds_stays_behind() {
      Ami rich = image(
          ec2,
          OWNER,
          ec2.snapshot(),
          ami -> ami.description("what it is for")
              .addLaunchPermission(LaunchPermission.userId(FRIEND))
              .deprecationTime(START.plus(Duration.ofDays(9)))
              .deregistrationProtection(DeregistrationProtection.enabledWithCooldown())
              .lastLaunchedTime(START)
              .sourceInstanceId(InstanceId.of("i-00000000000000001"))
              .tags(Tags.of("env", "prod")));
      Ami copy = image(ec2, THERE, there(ec2).copyImage(copyOf(rich.imageId()).build()));
      assertThat(copy.description()).isEmpty();
      assertThat(copy.launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(copy.isPublic()).isFalse();
      assertThat(copy.deprecationTime()).isEmpty();
      assertThat(copy.deregistrationProtection()).contains(DeregistrationProtection.disabled());
      assertThat(copy.lastLaunchedTime()).isEmpty();
      assertThat(copy.sourceInstanceId()).isEmpty();
      assertThat(copy.tags()).isEqualTo(Tags.none());
    }

    @Test
    @Rules({"COPY-03", "COPY-38", "COM-05", "NAME-04"})
    void it_may_be_in_the_same_region_and_under_the_same_name() {
      ImageId copy = ec2.owner()
          .copyImage(copyOf(source.imageId()).name(source.name().orElseThrow()).build());
      assertThat(image(ec2, HERE, copy).name()).isEqualTo(source.name());
      assertThat(image(ec2, HERE, copy).state()).isEqualTo(AmiState.AVAILABLE);
      assertThat(image(ec2, HERE, source.imageId())).isEqualTo(source);
    }

    @Test
    @Rules({"COPY-16", "COPY-40", "SNAP-37", "SNAP-30", "SNAP-31"})
    void its_snapshots_are_new_ones_of_the_caller_that_say_where_they_come_from() {
      ec2.owner().createTags(Tags.of("env", "prod"), snapshot);
      share(ec2, snapshot, STRANGER);
      ImageId id = there(ec2).copyImage(copyOf(source.imageId()).build());
      Snapshot copy = Copying.root(ec2, THERE, id);
      assertThat(copy.snapshotId()).isNotEqualTo(snapshot);
      assertThat(copy.ownerId()).isEqualTo(OWNER);
      assertThat(copy.volumeSize()).isEqualTo(8);
      assertThat(copy.tags()).isEqualTo(Tags.none());
      assertThat(copy.createVolumePermissions()).isEmpty();
      assertThat(copy.transferType()).contains(TransferType.STANDARD);
      assertThat(copy.description())
          .contains(
              "Copied for DestinationAmi %s from SourceAmi %s for SourceSnapshot %s. Task created on 1,793,534,400,000."
                  .formatted(id, source.imageId(), snapshot));
    }

    @ParameterizedTest
    @ValueSource(
        longs = {
          0,
          7,
          999,
          1_000,
          123_456,
          1_234_567,
          253_402_300_799_999L,
          -1,
          -999,
          -1_000,
          -123_456,
          -1_234_567,
          -62_167_219_200_000L
        })
    void its_snapshots_tell_the_time_in_groups_of_three_digits(long millis) {
      ec2.clock.pass(Duration.between(ec2.clock.instant(), Instant.ofEpochMilli(millis)));
      ImageId id = there(ec2).copyImage(copyOf(source.imageId()).build());
      assertThat(Copying.root(ec2, THERE, id).description().orElseThrow())
          .endsWith(String.format(Locale.ROOT, ". Task created on %,d.", millis));
    }

    @Test
    @Rules({"COPY-15"})
    void copy_and_source_go_their_own_ways() {
      ImageId id = there(ec2).copyImage(copyOf(source.imageId()).build());
      Ami copy = image(ec2, THERE, id);
      change(ec2.owner(), source.imageId());
      assertThat(image(ec2, THERE, id)).isEqualTo(copy);

      Ami changed = image(ec2, HERE, source.imageId());
      change(there(ec2), id);
      there(ec2).disableImage(id);
      assertThat(image(ec2, HERE, source.imageId())).isEqualTo(changed);
      ImageId brief = there(ec2).copyImage(copyOf(source.imageId()).build());
      there(ec2).deregisterImage(new DeregisterImage(brief, true));
      assertThat(image(ec2, HERE, source.imageId())).isEqualTo(changed);
      assertThat(snapshot(ec2, snapshot).state()).isEqualTo(SnapshotState.COMPLETED);

      Ami disabled = image(ec2, THERE, id);
      ec2.owner().deregisterImage(source.imageId());
      ec2.owner().deleteSnapshot(snapshot);
      assertThat(image(ec2, THERE, id)).isEqualTo(disabled);
      assertThat(Copying.root(ec2, THERE, id).state()).isEqualTo(SnapshotState.COMPLETED);
    }

    private void change(Ec2 ec2, ImageId id) {
      ec2.modifyImageAttribute(id, grant(LaunchPermission.userId(FRIEND)));
      ec2.modifyImageAttribute(
          ModifyImageAttribute.builder().imageId(id).description("changed").build());
      ec2.enableImageDeprecation(id, START.plus(Duration.ofDays(1)));
      ec2.createTags(Tags.of("a", "b"), id);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 30, 2_880})
    @Rules({"COPY-32", "SNAP-07", "SNAP-29"})
    void each_snapshot_of_a_time_based_copy_tells_its_duration(int minutes) {
      ImageId id = there(ec2)
          .copyImage(copyOf(source.imageId())
              .snapshotCopyCompletionDurationMinutes(minutes)
              .build());
      Snapshot copy = Copying.root(ec2, THERE, id);
      assertThat(copy.transferType()).contains(TransferType.TIME_BASED);
      assertThat(copy.completionDurationMinutes()).hasValue(minutes);
    }
  }

  @Nested
  class While_it_is_being_made {
    private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.whenTold());
    private final SnapshotId snapshot = ec2.snapshot();
    private final ImageId id =
        there(ec2).copyImage(copyOf(image(ec2, snapshot).imageId()).build());

    private SnapshotId copied() {
      return ec2.registry
          .state()
          .snapshots(THERE)
          .map(stored -> stored.snapshotId())
          .findFirst()
          .orElseThrow();
    }

    @Test
    @Rules({"COPY-14", "COPY-17", "LIFE-02", "LIFE-04"})
    void it_is_pending_without_snapshot_ids_until_all_snapshots_are_there() {
      assertThat(image(ec2, THERE, id).state()).isEqualTo(AmiState.PENDING);
      assertThat(image(ec2, THERE, id).snapshotIds()).isEmpty();
      assertThat(snapshot(ec2, THERE, copied()).state()).isEqualTo(SnapshotState.PENDING);
      ec2.registry.aws().complete(THERE, id);
      assertThat(image(ec2, THERE, id).state()).isEqualTo(AmiState.AVAILABLE);
      assertThat(image(ec2, THERE, id).snapshotIds()).containsExactly(copied());
      assertThat(snapshot(ec2, THERE, copied()).state()).isEqualTo(SnapshotState.COMPLETED);
    }

    @Test
    @Rules({"LIFE-05", "SNAP-13"})
    void it_can_fail_and_its_snapshots_with_it() {
      ec2.registry.aws().fail(THERE, id, BROKEN);
      assertThat(image(ec2, THERE, id).state()).isEqualTo(AmiState.FAILED);
      assertThat(image(ec2, THERE, id).stateReason()).contains(BROKEN);
      assertThat(image(ec2, THERE, id).snapshotIds()).isEmpty();
      assertThat(snapshot(ec2, THERE, copied()).state()).isEqualTo(SnapshotState.ERROR);
      assertThat(snapshot(ec2, THERE, copied()).stateMessage()).contains("broken");
      there(ec2).deleteSnapshot(copied());
      assertThat(ec2.registry.state().snapshots(THERE)).isEmpty();
    }

    @Test
    @Rules({"SNAP-34"})
    void its_snapshots_cannot_be_deleted_although_it_does_not_name_them() {
      refused(
          ec2,
          ErrorCode.INVALID_SNAPSHOT_IN_USE,
          "delete-snapshot.unused",
          () -> there(ec2).deleteSnapshot(copied()));
    }

    @Test
    @Rules({"COPY-35", "MTX-01", "DEREG-04"})
    void deregistering_it_stops_the_copy() {
      there(ec2).deregisterImage(id);
      // a copy that is stopped cannot be told to complete
      refused(
          ec2,
          ErrorCode.INCORRECT_STATE,
          "task.under-way",
          () -> ec2.registry.aws().complete(THERE, id));
      assertThat(image(ec2, THERE, id).state()).isEqualTo(AmiState.DEREGISTERED);
      assertThat(snapshot(ec2, THERE, copied()).state()).isEqualTo(SnapshotState.ERROR);
    }

    @Test
    @Rules({"COPY-09"})
    void it_cannot_be_copied_in_turn() {
      refused(
          ec2,
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "copy-image.source-state",
          () -> ec2.owner().copyImage(copyOf(id).sourceRegion(THERE).build()));
    }
  }

  @Nested
  class Who_may_copy {
    private Ami granted(SnapshotId of, LaunchPermission permission) {
      return image(ec2, OWNER, of, ami -> ami.addLaunchPermission(permission));
    }

    private void refusedFor(AccountId caller, ErrorCode code, String rule, Ami ami) {
      refused(
          ec2,
          code,
          rule,
          () -> ec2.as(caller, THERE).copyImage(copyOf(ami.imageId()).build()));
    }

    @Test
    @Rules({"COPY-08", "MTX-16", "ACCT-01"})
    void an_image_that_the_caller_cannot_see_is_not_found() {
      refusedFor(FRIEND, NOT_FOUND, "image.exists", source);
      refused(
          ec2,
          NOT_FOUND,
          "image.exists",
          () ->
              there(ec2).copyImage(copyOf(source.imageId()).sourceRegion(THERE).build()));
    }

    @Test
    @Rules({"ALLOW-24", "ALLOW-08", "MTX-17", "ID-09", "DEC-23", "COM-03", "ERR-02"})
    void an_image_that_the_setting_of_the_caller_does_not_allow_is_not_found_but_an_own_one_is() {
      SnapshotId of = ec2.snapshot();
      share(ec2, of, FRIEND);
      Ami shared = granted(of, LaunchPermission.userId(FRIEND));
      for (Ec2 caller : new Ec2[] {ec2.as(FRIEND), ec2.owner()}) {
        caller.enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED);
      }
      refused(
          ec2,
          NOT_FOUND,
          "image.allowed",
          () -> ec2.as(FRIEND).copyImage(copyOf(shared.imageId()).build()));
      assertSays(
          () -> ec2.as(FRIEND).copyImage(copyOf(shared.imageId()).build()),
          "InvalidAMIID.NotFound",
          "The image id '[%s]' does not exist".formatted(shared.imageId()));
      assertThat(ec2.owner().copyImage(copyOf(shared.imageId()).build())).isNotNull();
      ec2.as(FRIEND).enableAllowedImagesSettings(AllowedImagesSettings.State.AUDIT_MODE);
      assertThat(ec2.as(FRIEND).copyImage(copyOf(shared.imageId()).build())).isNotNull();
    }

    @Test
    @Rules({"COPY-10", "MTX-30", "PUB-15", "ENC-15", "ERR-17"})
    void launch_permission_alone_is_not_enough() {
      Ami shared = granted(ec2.snapshot(), LaunchPermission.userId(FRIEND));
      refusedFor(FRIEND, ErrorCode.INVALID_REQUEST, "copy-image.storage-readable", shared);
      SnapshotId readable = ec2.snapshot();
      share(ec2, readable, FRIEND);
      Ami withData = image(
          ec2,
          OWNER,
          readable,
          ami -> ami.addLaunchPermission(LaunchPermission.userId(FRIEND))
              .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                  "/dev/sdb", EbsBlockDevice.of(VolumeType.GP3, 8, ec2.snapshot()))));
      refusedFor(FRIEND, ErrorCode.INVALID_REQUEST, "copy-image.storage-readable", withData);
      SnapshotId ofPublic = ec2.snapshot();
      Ami published = granted(ofPublic, LaunchPermission.everyone());
      refusedFor(STRANGER, ErrorCode.INVALID_REQUEST, "copy-image.storage-readable", published);
      share(ec2, ofPublic, STRANGER);
      assertThat(ec2.as(STRANGER, THERE).copyImage(copyOf(published.imageId()).build()))
          .isNotNull();
    }

    @Test
    @Rules({"COPY-10", "MTX-30"})
    void every_snapshot_of_the_image_must_be_readable() {
      SnapshotId data = ec2.snapshot();
      Ami two = image(
          ec2,
          OWNER,
          snapshot,
          ami -> ami.imageId("ami-00000000000000077")
              .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                  DeviceName.of("/dev/sdf"),
                  EbsBlockDevice.builder().snapshotId(data).build()))
              .addLaunchPermission(LaunchPermission.userId(FRIEND)));
      share(ec2, snapshot, FRIEND);
      refusedFor(FRIEND, ErrorCode.INVALID_REQUEST, "copy-image.storage-readable", two);
      share(ec2, data, FRIEND);
      assertThat(ec2.as(FRIEND, THERE).copyImage(copyOf(two.imageId()).build())).isNotNull();
    }

    @Test
    @Rules({"SPERM-08"})
    void whoever_is_reached_through_an_organization_needs_a_snapshot_permission_too() {
      ec2.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, UNIT));
      for (LaunchPermission reaching : new LaunchPermission[] {TO_ORGANIZATION, TO_UNIT}) {
        for (CreateVolumePermission permission : new CreateVolumePermission[] {
          CreateVolumePermission.userId(FRIEND), CreateVolumePermission.everyone()
        }) {
          SnapshotId of = ec2.snapshot();
          Ami shared = granted(of, reaching);
          refusedFor(FRIEND, ErrorCode.INVALID_REQUEST, "copy-image.storage-readable", shared);
          ec2.owner().modifySnapshotAttribute(ModifySnapshotAttribute.grant(of, permission));
          assertThat(ec2.as(FRIEND, THERE).copyImage(copyOf(shared.imageId()).build()))
              .isNotNull();
        }
      }
    }

    @Test
    @Rules({"COPY-11", "COPY-12", "MTX-31", "PAID-08", "ERR-17"})
    void an_image_with_product_codes_is_copied_only_by_its_owner() {
      SnapshotId of = ec2.snapshot();
      share(ec2, of, FRIEND);
      Ami paid = image(
          ec2,
          OWNER,
          of,
          ami -> ami.addProductCode(ProductCode.marketplace("abc"))
              .addLaunchPermission(LaunchPermission.userId(FRIEND)));
      refusedFor(FRIEND, ErrorCode.INVALID_REQUEST, "copy-image.no-foreign-products", paid);
      assertThat(there(ec2).copyImage(copyOf(paid.imageId()).build())).isNotNull();
    }

    @Test
    @Rules({"COPY-10"})
    void an_image_whose_snapshot_is_gone_has_no_readable_storage() {
      ec2.registry
          .aws()
          .happen(new RegistryEvent.SnapshotChanged(HERE, snapshot, new SnapshotDeleted()));
      refusedFor(OWNER, ErrorCode.INVALID_REQUEST, "copy-image.storage-readable", source);
    }
  }

  @Nested
  class Which_images_can_be_copied {
    /** The copy would be a machine's by its ID and a kernel by its type. */
    @Test
    @Rules({"DEC-124", "DEC-135"})
    void are_those_of_machines() {
      ec2.put(Ami.builder()
          .imageId("aki-12345678")
          .imageType(ImageType.KERNEL)
          .ownerId(OWNER)
          .name("kernel")
          .state(AmiState.AVAILABLE)
          .architecture(Architecture.I386)
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .creationDate(START)
          .build());

      assertSays(
          () ->
              ec2.as(OWNER, THERE).copyImage(copyOf(ImageId.of("aki-12345678")).build()),
          "InvalidAMIID.NotFound",
          "The image id '[aki-12345678]' does not exist");
    }

    @ParameterizedTest
    @EnumSource(
        value = AmiState.class,
        names = {"AVAILABLE", "DISABLED"},
        mode = EnumSource.Mode.EXCLUDE)
    @Rules({"COPY-09", "LIFE-06", "ERR-03"})
    void no_image_in_another_state(AmiState state) {
      Ami ami = image(ec2, OWNER, ec2.snapshot(), change -> change.state(state));
      refused(
          ec2,
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "copy-image.source-state",
          () -> there(ec2).copyImage(copyOf(ami.imageId()).build()));
    }

    @Test
    @Rules({"COPY-09", "MTX-33", "DISABLE-09", "DISABLE-14"})
    void a_disabled_one_by_its_owner_alone() {
      share(ec2, snapshot, FRIEND);
      ec2.owner().disableImage(source.imageId());
      ImageId copy = there(ec2).copyImage(copyOf(source.imageId()).build());
      assertThat(image(ec2, THERE, copy).state()).isEqualTo(AmiState.AVAILABLE);
      refused(
          ec2,
          NOT_FOUND,
          "image.exists",
          () -> ec2.as(FRIEND, THERE).copyImage(copyOf(source.imageId()).build()));
    }

    @Test
    @Rules({"COPY-09", "LIFE-10"})
    void not_one_that_was_deregistered() {
      ec2.registry
          .aws()
          .happen(new RegistryEvent.ImageChanged(HERE, source.imageId(), new ImageDeregistered()));
      refused(
          ec2,
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "copy-image.source-state",
          () -> there(ec2).copyImage(copyOf(source.imageId()).build()));
    }

    @Test
    @Rules({"ARC-05", "SNAP-15"})
    void not_one_whose_snapshot_is_archived_or_unfinished() {
      SnapshotId archived = ec2.snapshot(OWNER, change -> change.storageTier(StorageTier.ARCHIVE));
      Ami first = image(ec2, OWNER, archived, ami -> ami.state(AmiState.DISABLED));
      refused(
          ec2,
          ErrorCode.INCORRECT_STATE,
          "used-snapshot.not-archived",
          () -> there(ec2).copyImage(copyOf(first.imageId()).build()));
      SnapshotId pending = ec2.snapshot(OWNER, change -> change.state(SnapshotState.PENDING));
      Ami second = image(ec2, pending);
      refused(
          ec2,
          ErrorCode.INCORRECT_STATE,
          "used-snapshot.completed",
          () -> there(ec2).copyImage(copyOf(second.imageId()).build()));
    }
  }

  @Nested
  class The_request {
    @Test
    @Rules({"COPY-02", "COPY-06", "ID-26", "ACCT-05", "ERR-28"})
    void names_a_region_that_exists_in_the_same_partition() {
      TestRegistry few = new TestRegistry(
          RegistrySettings.builder().ids(IdSource.counting()).addRegion(THERE).build());
      refused(
          few,
          ErrorCode.INVALID_REGION,
          "copy.source-region",
          () -> there(few).copyImage(copyOf(source.imageId()).build()));
      refused(
          ec2,
          ErrorCode.INVALID_REGION,
          "copy.source-region",
          () -> ec2.as(OWNER, Region.of("cn-north-1"))
              .copyImage(copyOf(source.imageId()).build()));
      refused(
          ec2,
          ErrorCode.INVALID_REGION,
          "copy.source-region",
          () -> ec2.as(OWNER, Region.of("cn-north-1"))
              .copySnapshot(copyOf(snapshot).build()));
    }

    @Test
    @Rules({"COM-04", "NAME-01", "COM-11", "COPY-07", "ERR-04", "ERR-18", "NAME-07"})
    void has_a_good_name_a_short_description_and_no_place_but_the_region() {
      refused(
          ec2,
          ErrorCode.INVALID_AMI_NAME_MALFORMED,
          "image-name.registrable",
          () -> there(ec2)
              .copyImage(copyOf(source.imageId()).name(ImageName.of("no")).build()));
      refused(
          ec2,
          BAD_VALUE,
          "image-description.length",
          () -> there(ec2)
              .copyImage(copyOf(source.imageId()).description("x".repeat(256)).build()));
      refused(
          ec2,
          ErrorCode.UNSUPPORTED_OPERATION,
          "snapshot.in-region",
          () -> there(ec2)
              .copyImage(copyOf(source.imageId())
                  .destinationAvailabilityZone("eu-west-1a")
                  .build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 16, 2_881, 2_895, -15})
    @Rules({"COPY-32", "SNAP-29"})
    void asks_for_a_duration_of_15_to_2880_minutes_in_steps_of_15(int minutes) {
      refused(
          ec2,
          BAD_VALUE,
          "copy.completion-duration",
          () -> there(ec2)
              .copyImage(copyOf(source.imageId())
                  .snapshotCopyCompletionDurationMinutes(minutes)
                  .build()));
      refused(
          ec2,
          BAD_VALUE,
          "copy.completion-duration",
          () -> there(ec2)
              .copySnapshot(copyOf(snapshot).completionDurationMinutes(minutes).build()));
    }

    @Test
    @Rules({"COPY-34", "QUOTA-07", "ERR-32"})
    void is_refused_while_too_many_copies_are_under_way_in_the_region() {
      TestRegistry busy = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .completion(CompletionPolicy.whenTold())
          .quotas(Quotas.builder().imageCopies(2).build())
          .build());
      Ami ami = image(busy, busy.snapshot());
      ImageId first = there(busy).copyImage(copyOf(ami.imageId()).build());
      there(busy).copyImage(copyOf(ami.imageId()).build());
      refused(
          busy,
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "copy-image.few",
          () -> there(busy).copyImage(copyOf(ami.imageId()).build()));
      busy.owner().copyImage(copyOf(ami.imageId()).build());
      busy.registry.aws().complete(THERE, first);
      assertThat(there(busy).copyImage(copyOf(ami.imageId()).build())).isNotNull();
      assertThat(Quotas.standard().imageCopies()).isEqualTo(300);
    }

    @Test
    @Rules({"QUOTA-01", "LIFE-23", "ACCT-04"})
    void is_refused_when_the_caller_has_all_the_images_that_it_can_have() {
      TestRegistry full = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .quotas(Quotas.builder().images(1).build())
          .build());
      Ami ami = image(full, full.snapshot());
      refused(
          full,
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "image.quota",
          () -> full.owner().copyImage(copyOf(ami.imageId()).build()));
      assertThat(there(full).copyImage(copyOf(ami.imageId()).build())).isNotNull();
    }
  }

  @Nested
  class Its_tags {
    private ImageId tagged(boolean copyTags, TagSpecification... specifications) {
      return there(ec2)
          .copyImage(copyOf(source.imageId())
              .copyImageTags(copyTags)
              .tagSpecifications(List.of(specifications))
              .build());
    }

    @Test
    @Rules({"COPY-29", "COPY-30", "TAG-21", "SNAP-30", "TAG-19", "COM-20"})
    void come_from_the_source_only_on_demand_and_those_of_the_request_win() {
      ec2.owner().createTags(Tags.of(Tag.of("env", "prod"), Tag.of("team", "a")), source.imageId());
      assertThat(copyOf(source.imageId()).build().copyImageTags()).isFalse();
      assertThat(copyOf(source.imageId()).build().encrypted()).isEmpty();
      assertThat(image(ec2, THERE, tagged(false)).tags()).isEqualTo(Tags.none());
      ImageId copy = tagged(
          true,
          TagSpecification.image(Tags.of("env", "test")),
          TagSpecification.snapshot(Tags.of("kind", "root")));
      assertThat(image(ec2, THERE, copy).tags())
          .isEqualTo(Tags.of(Tag.of("env", "test"), Tag.of("team", "a")));
      assertThat(Copying.root(ec2, THERE, copy).tags()).isEqualTo(Tags.of("kind", "root"));
    }

    @Test
    @Rules({"COPY-29", "TAG-21", "MTX-32"})
    void are_those_of_the_caller_and_never_those_of_aws() {
      share(ec2, snapshot, FRIEND);
      Ami shared = image(
          ec2,
          OWNER,
          snapshot,
          ami -> ami.imageId("ami-00000000000000077")
              .addLaunchPermission(LaunchPermission.userId(FRIEND))
              .tags(Tags.of(Tag.of("aws:x", "1"), Tag.of("env", "prod"))));
      ec2.as(FRIEND).createTags(Tags.of("mine", "yes"), shared.imageId());
      CopyImage request = copyOf(shared.imageId()).copyImageTags(true).build();
      assertThat(image(ec2, THERE, ec2.as(FRIEND, THERE).copyImage(request)).tags())
          .isEqualTo(Tags.of("mine", "yes"));
      assertThat(image(ec2, THERE, there(ec2).copyImage(request)).tags())
          .isEqualTo(Tags.of("env", "prod"));
    }

    @Test
    @Rules({"COM-16", "TAG-17", "TAG-18", "TAG-20"})
    void are_for_images_and_snapshots_alone() {
      refused(
          ec2,
          BAD_VALUE,
          "tag-specification.type-taken",
          () -> tagged(false, TagSpecification.volume(Tags.of("a", "b"))));
      refused(
          ec2,
          BAD_VALUE,
          "tag-specification.has-tags",
          () -> tagged(false, TagSpecification.image(Tags.none())));
    }

    @Test
    @Rules({"TAG-06", "TAG-20"})
    void are_at_most_fifty_with_those_copied() {
      Tags many =
          Tags.from(IntStream.range(0, 50).mapToObj(i -> Tag.of("key" + i, "v")).toList());
      ec2.owner().createTags(many, source.imageId());
      assertThat(image(ec2, THERE, tagged(true)).tags()).isEqualTo(many);
      refused(
          ec2,
          ErrorCode.TAG_LIMIT_EXCEEDED,
          "tags.few",
          () -> tagged(true, TagSpecification.image(Tags.of("one", "more"))));
    }
  }

  @Nested
  class A_client_token {
    private final CopyImage request =
        copyOf(source.imageId()).clientToken("Token").build();

    @Test
    @Rules({"COPY-37", "IDEM-03", "IDEM-07"})
    void makes_a_repeated_request_the_same_even_when_source_and_copy_are_gone() {
      ImageId first = there(ec2).copyImage(request);
      PartitionState after = ec2.registry.state();
      assertThat(there(ec2).copyImage(request)).isEqualTo(first);
      assertThat(ec2.registry.state()).isEqualTo(after);
      ec2.owner().deregisterImage(source.imageId());
      there(ec2).deregisterImage(first);
      assertThat(there(ec2).copyImage(request)).isEqualTo(first);
    }

    @Test
    @Rules({"COPY-37", "IDEM-04", "ERR-30"})
    void does_not_stand_for_another_request() {
      there(ec2).copyImage(request);
      refused(
          ec2,
          ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
          "client-token.matches",
          () -> there(ec2)
              .copyImage(request.toBuilder().name(ImageName.of("other")).build()));
    }

    @Test
    @Rules({"IDEM-02", "IDEM-05", "IDEM-07"})
    void is_case_sensitive_and_counts_for_an_account_and_a_region() {
      share(ec2, snapshot, FRIEND);
      ec2.put(source.withLaunchPermissions(ImmutableSet.of(LaunchPermission.userId(FRIEND))));
      assertThat(ImmutableSet.of(
              there(ec2).copyImage(request),
              ec2.owner().copyImage(request),
              ec2.as(FRIEND, THERE).copyImage(request),
              there(ec2).copyImage(request.toBuilder().clientToken("token").build())))
          .hasSize(4);
    }

    @Test
    @Rules({"IDEM-02", "ERR-31"})
    void has_at_most_128_characters() {
      CopyImage.Builder copy = request.toBuilder();
      assertThat(there(ec2).copyImage(copy.clientToken("x".repeat(128)).build()))
          .isNotNull();
      refused(
          ec2,
          ErrorCode.INVALID_CLIENT_TOKEN,
          "client-token.length",
          () -> there(ec2).copyImage(copy.clientToken("x".repeat(129)).build()));
    }

    @Test
    @Rules("COPY-37")
    void is_needed_for_otherwise_each_request_makes_a_copy() {
      CopyImage plain = request.toBuilder().clientToken(Optional.empty()).build();
      assertThat(there(ec2).copyImage(plain)).isNotEqualTo(there(ec2).copyImage(plain));
    }
  }

  @Test
  void what_happened_can_be_replayed() {
    PartitionState[] replayed = {PartitionState.empty()};
    TestRegistry told = new TestRegistry();
    told.listen(event -> replayed[0] = replayed[0].after(event.event()));
    Ami ami = image(told, told.snapshot());
    there(told).copyImage(copyOf(ami.imageId()).clientToken("x").build());
    assertThat(replayed[0]).isEqualTo(told.registry.state());
    assertThat(replayed[0].images(THERE)).hasSize(1);
  }
}

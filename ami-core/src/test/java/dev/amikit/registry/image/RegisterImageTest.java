package dev.amikit.registry.image;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.ErrorCode.AUTH_FAILURE;
import static dev.amikit.rule.ErrorCode.INCORRECT_STATE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_NAME_DUPLICATE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_NAME_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_MANIFEST;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_REQUEST;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_IN_USE;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.ErrorCode.RESOURCE_LIMIT_EXCEEDED;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.ImageNames;
import dev.amikit.registry.plan.NewImages;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterImageTest {
  private static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  private static final DeviceName DATA = DeviceName.of("/dev/sdf");

  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();

  @Nested
  class Of_snapshots {
    @Test
    @Rules({
      "LIFE-02", "LIFE-03", "REG-28", "ROOT-02", "COM-22", "IMG-08", "NAME-09", "IMG-10", "REGD-01",
      "IMG-04", "IMG-05"
    })
    void an_image_is_pending_first_and_then_available() {
      TestRegistry waiting = TestRegistry.completing(CompletionPolicy.whenTold());
      SnapshotId root = waiting.snapshot();

      ImageId id = waiting.owner().registerImage(request(root).build());

      Ami pending = waiting.registry.state().image(HERE, id).orElseThrow();
      assertThat(pending.state()).isEqualTo(AmiState.PENDING);
      assertThat(pending.ownerId()).isEqualTo(OWNER);
      assertThat(pending.imageOwnerAlias()).isEmpty();
      assertThat(pending.creationDate()).contains(TestRegistry.START);
      assertThat(pending.imageLocation()).contains("111122223333/golden");
      assertThat(pending.rootDeviceType()).contains(DeviceType.EBS);
      waiting.registry.aws().complete(HERE, id);
      assertThat(waiting.registry.state().image(HERE, id).orElseThrow().state())
          .isEqualTo(AmiState.AVAILABLE);
    }

    @Test
    @Rules({"LIFE-03", "LIFE-05", "IMG-07"})
    void an_image_can_fail_although_the_call_succeeded() {
      StateReason reason = new StateReason("Server.InternalError", "Internal error");
      TestRegistry failing = TestRegistry.completing(CompletionPolicy.atOnce().failing(reason));

      ImageId id = failing.owner().registerImage(request(failing.snapshot()).build());

      Ami failed = failing.registry.state().image(HERE, id).orElseThrow();
      assertThat(failed.state()).isEqualTo(AmiState.FAILED);
      assertThat(failed.stateReason()).contains(reason);
    }

    @Test
    @Rules("IMG-08")
    void the_creation_date_has_whole_seconds() {
      ec2.pass(Duration.ofMillis(1_999));

      assertThat(registered(request()).creationDate())
          .contains(Instant.parse("2026-11-01T12:00:01Z"));
    }

    @Test
    @Rules({"COM-21", "REG-22", "LLT-05", "PERM-04", "PUB-16"})
    void an_image_is_private_and_without_a_past() {
      Ami ami = registered(request());

      assertThat(ami.launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(ami.imageOwnerAlias()).isEmpty();
      assertThat(ami.deprecationTime()).isEmpty();
      assertThat(ami.deregistrationProtection()).contains(DeregistrationProtection.disabled());
      assertThat(ami.sourceInstanceId()).isEmpty();
      assertThat(ami.sourceImageId()).isEmpty();
      assertThat(ami.sourceImageRegion()).isEmpty();
      assertThat(ami.imageWatermarks()).isEmpty();
      assertThat(ami.lastLaunchedTime()).isEmpty();
    }

    @Test
    @Rules({"IMG-10", "NAME-09"})
    void the_location_names_the_alias_of_the_owner() {
      ec2.registry
          .aws()
          .changeProfile(
              OWNER,
              profile -> profile.toBuilder().ownerAlias(OwnerAlias.AMAZON).build());

      Ami ami = registered(request());

      assertThat(ami.imageLocation()).contains("amazon/golden");
      assertThat(ami.imageOwnerAlias()).contains(OwnerAlias.AMAZON);
    }

    @Test
    @Rules({"BDM-23", "BDM-26", "BDM-27", "BDM-30", "ENC-11", "DEC-166"})
    void what_a_device_leaves_out_is_filled_in() {
      SnapshotId encrypted =
          ec2.snapshot(OWNER, s -> s.volumeSize(20).encrypted(true).kmsKeyId(TestKeys.CUSTOMER));

      Ami ami = registered(request()
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(
              DATA, EbsBlockDevice.builder().snapshotId(encrypted).build())));

      assertThat(ami.rootDevice().orElseThrow().ebs().orElseThrow())
          .isEqualTo(EbsBlockDevice.builder()
              .snapshotId(snapshot)
              .volumeSize(8)
              .volumeType(VolumeType.GP2)
              .deleteOnTermination(true)
              .encrypted(false)
              .build());
      assertThat(ami.device(DATA).orElseThrow().ebs().orElseThrow())
          .isEqualTo(EbsBlockDevice.builder()
              .snapshotId(encrypted)
              .volumeSize(20)
              .volumeType(VolumeType.GP2)
              .deleteOnTermination(true) // DEC-166: of every device with a snapshot
              .encrypted(true)
              .build());
    }

    @Test
    @Rules({"BDM-30", "REG-09", "DEC-166"})
    void what_a_device_states_stays_and_gp3_gets_no_figures() {
      refused(
          request().blockDeviceMappings(ImmutableList.of(root(ebs -> ebs.volumeSize(7)))),
          INVALID_BLOCK_DEVICE_MAPPING,
          DeviceRules.NOT_SMALLER);
      Ami ami = registered(request()
          .blockDeviceMappings(ImmutableList.of(root(
              ebs -> ebs.volumeSize(30).volumeType(VolumeType.GP3).deleteOnTermination(false)))));

      assertThat(ami.rootDevice().orElseThrow().ebs().orElseThrow())
          .isEqualTo(EbsBlockDevice.builder()
              .snapshotId(snapshot)
              .volumeSize(30)
              .volumeType(VolumeType.GP3)
              .deleteOnTermination(false)
              .encrypted(false)
              .build());
    }

    @Test
    @Rules("REGD-06")
    void a_blank_volume_says_whether_it_is_encrypted_and_is_not_if_it_says_nothing() {
      EbsBlockDevice blank = EbsBlockDevice.blank(VolumeType.GP3, 10);
      Ami ami = registered(request()
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(DATA, blank))
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(
              DeviceName.of("/dev/sdg"), blank.toBuilder().encrypted(true).build())));

      assertThat(ami.device(DATA).orElseThrow().ebs().orElseThrow().encrypted()).contains(false);
      assertThat(ami.device(DeviceName.of("/dev/sdg"))
              .orElseThrow()
              .ebs()
              .orElseThrow()
              .encrypted())
          .contains(true);
      assertThat(ami.device(DATA).orElseThrow().ebs().orElseThrow().deleteOnTermination())
          .contains(false);
    }

    @Test
    @Rules("DEC-166")
    void ena_brings_sriov_and_linux_that_is_not_paid_is_in_the_free_tier() {
      Ami plain = registered(request());
      Ami ena = registered(request().name("ena").enaSupport(true));
      SnapshotId paid = ec2.snapshot(OWNER, s -> s.addProductCode(ProductCode.marketplace("one")));
      TestRegistry otherwise =
          new TestRegistry(RegistrySettings.builder().freeTierEligible(false).build());
      ImageId none =
          otherwise.owner().registerImage(request(otherwise.snapshot()).build());

      assertThat(plain.sriovNetSupport()).isEmpty();
      assertThat(ena.sriovNetSupport()).contains(SriovNetSupport.SIMPLE);
      assertThat(registered(request().name("no ena").enaSupport(false)).sriovNetSupport())
          .isEmpty();
      assertThat(plain.freeTierEligible()).contains(true);
      assertThat(registered(request(paid).name("paid")).freeTierEligible()).contains(false);
      assertThat(otherwise.state().image(HERE, none).orElseThrow().freeTierEligible())
          .contains(false);
    }

    @Test
    @Rules({"REG-10", "REG-11", "BOOT-02", "BOOT-03"})
    void without_a_word_an_image_is_i386_and_paravirtual() {
      Ami ami = registered(RegisterImage.builder()
          .name(ImageName.of("plain"))
          .rootDeviceName(ROOT)
          .addBlockDeviceMapping(root(ebs -> ebs)));

      Ami ofManifest = registered(RegisterImage.builder()
          .name(ImageName.of("bundle"))
          .imageLocation("my-bucket/images/golden.manifest.xml"));

      for (Ami plain : ImmutableList.of(ami, ofManifest)) {
        assertThat(plain.architecture()).isEqualTo(Architecture.I386);
        assertThat(plain.virtualizationType()).contains(VirtualizationType.PARAVIRTUAL);
        assertThat(plain.bootMode()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "x86_64_mac", "arm64_mac"})
    @Rules("PLAT-02")
    void an_image_of_linux_or_mac_has_no_platform_and_is_billed_as_linux(String architecture) {
      Ami ami = registered(request().architecture(Architecture.of(architecture)));

      assertThat(ami.platform()).isEmpty();
      assertThat(ami.platformDetails()).contains("Linux/UNIX");
      assertThat(ami.usageOperation()).contains("RunInstances");
    }

    @Test
    @Rules({"REG-20", "REGD-12", "PAID-02"})
    void product_codes_of_all_snapshots_go_on_to_the_image() {
      ProductCode one = ProductCode.marketplace("one");
      ProductCode two = ProductCode.marketplace("two");
      SnapshotId root = ec2.snapshot(OWNER, s -> s.addProductCode(one));
      SnapshotId data = ec2.snapshot(OWNER, s -> s.addProductCode(one).addProductCode(two));

      Ami ami = registered(request(root)
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(
              DATA, EbsBlockDevice.builder().snapshotId(data).build())));

      assertThat(ami.productCodes()).containsExactly(one, two);
    }

    @Test
    @Rules({"REG-21", "REGD-13", "PLAT-03", "PLAT-05", "PLAT-08", "IMG-18", "IMG-19"})
    void billing_data_come_from_the_root_snapshot() {
      SnapshotId windows = ec2.snapshot();
      Snapshot stored = ec2.registry.state().snapshot(HERE, windows).orElseThrow();
      ec2.put(stored.toBuilder()
          .platformDetails("Windows with SQL Server Web")
          .usageOperation("RunInstances:0202")
          .build());

      Ami ami = registered(request(windows));
      Ami linux = registered(request().name(ImageName.of("linux")));
      ec2.put(stored.toBuilder()
          .platformDetails("SQL Server Web")
          .usageOperation("RunInstances:0200")
          .build());
      Ami sqlServer = registered(request(windows).name(ImageName.of("sql server")));

      assertThat(ami.platform()).contains(Platform.WINDOWS);
      assertThat(ami.platformDetails()).contains("Windows with SQL Server Web");
      assertThat(ami.usageOperation()).contains("RunInstances:0202");
      assertThat(linux.platform()).isEmpty();
      assertThat(linux.platformDetails()).contains("Linux/UNIX");
      assertThat(linux.usageOperation()).contains("RunInstances");
      assertThat(sqlServer.platform()).isEmpty();
      assertThat(sqlServer.platformDetails()).contains("SQL Server Web");
      assertThat(sqlServer.usageOperation()).contains("RunInstances:0200");
      assertThat(ami.freeTierEligible()).contains(false);
    }

    @Test
    @Rules({"REG-29", "LIFE-17", "DEREG-11"})
    void one_snapshot_backs_several_images() {
      ImageId one = ec2.owner().registerImage(request().build());
      ImageId two =
          ec2.owner().registerImage(request().name(ImageName.of("second")).build());

      assertThat(ec2.registry.state().images(HERE))
          .filteredOn(ami -> ami.snapshotIds().contains(snapshot))
          .extracting(Ami::imageId)
          .containsExactlyInAnyOrder(one, two);
      assertKept();
      ec2.owner().disableImage(two);
      assertThat(ec2.owner().deregisterImage(new DeregisterImage(one, true)))
          .containsExactly(new DeleteSnapshotReturnCode(snapshot, ReturnCode.SKIPPED));
      assertKept();
      assertThat(ec2.owner().deregisterImage(new DeregisterImage(two, true)))
          .containsExactly(new DeleteSnapshotReturnCode(snapshot, ReturnCode.SUCCESS));
    }

    private void assertKept() {
      assertRefused(
          ec2::state,
          () -> ec2.owner().deleteSnapshot(snapshot),
          INVALID_SNAPSHOT_IN_USE,
          DeleteSnapshot.UNUSED);
    }

    @Test
    @Rules({"REG-23", "TAG-17"})
    void the_image_gets_its_tags() {
      Ami ami =
          registered(request().addTagSpecification(TagSpecification.image(Tags.of("env", "prod"))));

      assertThat(ami.tags()).isEqualTo(Tags.of("env", "prod"));
    }
  }

  @Nested
  class The_source_of_an_image {
    @Test
    @Rules({"REG-01", "REGD-01"})
    void is_a_mapping_or_a_manifest() {
      refused(
          RegisterImage.builder().name(ImageName.of("nothing")),
          MISSING_PARAMETER,
          RegisterImage.HAS_SOURCE);
    }

    @Test
    @Rules({"REG-04", "REGD-03"})
    void has_a_root_device_name() {
      refused(
          request().rootDeviceName(Optional.empty()), MISSING_PARAMETER, RegisterImage.ROOT_NAMED);
    }

    @Test
    @Rules({"REG-04", "REGD-02", "ERR-25"})
    void has_a_snapshot_under_the_very_root_device_name() {
      refused(
          request().rootDeviceName(DeviceName.of("xvda")),
          INVALID_BLOCK_DEVICE_MAPPING,
          RegisterImage.ROOT_HAS_SNAPSHOT);
      refused(
          request()
              .blockDeviceMappings(ImmutableList.of(
                  BlockDeviceMapping.ebs(ROOT, EbsBlockDevice.blank(VolumeType.GP3, 8)))),
          INVALID_BLOCK_DEVICE_MAPPING,
          RegisterImage.ROOT_HAS_SNAPSHOT);
    }

    @Test
    @Rules("REGD-09")
    void suppresses_nothing() {
      refused(
          request().addBlockDeviceMapping(BlockDeviceMapping.suppressed(DATA)),
          INVALID_BLOCK_DEVICE_MAPPING,
          RegisterImage.NOTHING_SUPPRESSED);
    }

    @Test
    @Rules({"REG-05", "REGD-05", "ERR-23"})
    void is_a_snapshot_that_exists_and_can_be_read() {
      SnapshotId foreign = ec2.snapshot(FRIEND, s -> s);
      SnapshotId unknown = SnapshotId.of("snap-0123456789abcdef0");

      for (SnapshotId unreadable : ImmutableList.of(unknown, foreign)) {
        refused(request(unreadable), INVALID_SNAPSHOT_NOT_FOUND, Snapshot.EXISTS);
        refused(withData(unreadable), INVALID_SNAPSHOT_NOT_FOUND, Snapshot.EXISTS);
      }
      assertRefused(
          ec2::state,
          () -> ec2.as(OWNER, THERE).registerImage(request().build()),
          INVALID_SNAPSHOT_NOT_FOUND,
          Snapshot.EXISTS);
    }

    @Test
    @Rules({"REG-05", "REGD-05", "DEC-136"})
    void is_a_snapshot_of_the_caller_not_one_shared_with_it() {
      SnapshotId shared = ec2.snapshot(
          FRIEND, s -> s.addCreateVolumePermission(CreateVolumePermission.userId(OWNER)));

      // DEC-136: as recorded; AuthFailure before
      refused(request(shared), INVALID_PARAMETER_VALUE, UsableSnapshots.OWN);
    }

    @Test
    @Rules({"REG-06", "REGD-04", "ERR-19"})
    void is_a_completed_snapshot() {
      SnapshotId pending =
          ec2.snapshot(OWNER, s -> s.state(SnapshotState.PENDING).progress(40));
      SnapshotId failed = ec2.snapshot(OWNER, s -> s.state(SnapshotState.ERROR));

      for (SnapshotId unfinished : ImmutableList.of(pending, failed)) {
        refused(request(unfinished), INCORRECT_STATE, UsableSnapshots.COMPLETED);
        refused(withData(unfinished), INCORRECT_STATE, UsableSnapshots.COMPLETED);
      }
    }

    @Test
    @Rules({"REGD-07", "ARC-05"})
    void is_no_archived_snapshot() {
      refused(
          request(ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE))),
          INCORRECT_STATE,
          UsableSnapshots.NOT_ARCHIVED);
    }

    @Test
    @Rules({"REGD-07", "ARC-05", "ARC-08"})
    void is_in_the_standard_tier_for_good_not_for_some_days() {
      SnapshotId id = ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE));
      ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 3));

      refused(request(id), INCORRECT_STATE, UsableSnapshots.IN_STANDARD_TIER);
      assertThat(ec2.owner()
              .createVolume(EbsBlockDevice.builder().snapshotId(id).build())
              .snapshotId())
          .contains(id);

      ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.permanent(id));
      assertThat(registered(request(id)).snapshotIds()).containsExactly(id);
    }
  }

  @Nested
  class Of_a_manifest {
    @Test
    @Rules({"REG-28", "ROOT-02", "REGD-09", "IMG-10", "NAME-09", "REGD-01"})
    void an_image_is_on_instance_store_at_the_path_of_the_manifest() {
      Ami ami = registered(bundle()
          .addBlockDeviceMapping(
              BlockDeviceMapping.virtual(DeviceName.of("/dev/sdb"), "ephemeral0"))
          .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("/dev/sdc"))));

      assertThat(ami.rootDeviceType()).contains(DeviceType.INSTANCE_STORE);
      assertThat(ami.imageLocation()).contains("my-bucket/images/golden.manifest.xml");
      assertThat(ami.blockDeviceMappings())
          .containsExactly(BlockDeviceMapping.virtual(DeviceName.of("/dev/sdb"), "ephemeral0"));
    }

    @Test
    @Rules({"REG-02", "REGD-09", "REGD-01"})
    void an_image_has_no_ebs_volumes() {
      refused(
          bundle().addBlockDeviceMapping(root(ebs -> ebs)),
          INVALID_BLOCK_DEVICE_MAPPING,
          RegisterImage.MANIFEST_WITHOUT_EBS);
      refused(
          bundle()
              .addBlockDeviceMapping(
                  BlockDeviceMapping.ebs(DATA, EbsBlockDevice.blank(VolumeType.GP3, 8))),
          INVALID_BLOCK_DEVICE_MAPPING,
          RegisterImage.MANIFEST_WITHOUT_EBS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"golden.manifest.xml", "my-bucket/", "/golden.manifest.xml", ""})
    @Rules({"REG-25", "ERR-26"})
    void the_path_is_bucket_and_key(String location) {
      refused(bundle().imageLocation(location), INVALID_MANIFEST, RegisterImage.MANIFEST_FORM);
    }

    @Test
    @Rules({"REG-12", "IMG-15", "IMG-16", "BOOT-06", "ROOT-17"})
    void a_paravirtual_image_has_kernel_and_ram_disk() {
      Ami ami = registered(
          bundle().kernelId(KernelId.of("aki-12345678")).ramdiskId(RamdiskId.of("ari-12345678")));

      assertThat(ami.imageType()).isEqualTo(ImageType.MACHINE);
      assertThat(ami.kernelId()).contains(KernelId.of("aki-12345678"));
      assertThat(ami.ramdiskId()).contains(RamdiskId.of("ari-12345678"));
    }

    @Test
    @Rules({"ROOT-09", "VAL-08", "DEC-02"})
    void no_arm64_image_is_made() {
      assertThat(violatedBy(bundle().name("no").hvm(Architecture.ARM64)))
          .containsExactly("image-name.registrable", "register-image.architecture-needs-ebs");
      assertSays(
          () -> ec2.owner().registerImage(bundle().hvm(Architecture.ARM64).build()),
          "InvalidParameterCombination",
          "imageLocation cannot be specified for architecture arm64");
    }

    @Test
    @Rules({"BOOT-12", "DEC-43"})
    void no_paravirtual_arm64_image_is_made() {
      assertSays(
          () -> ec2.owner()
              .registerImage(bundle()
                  .architecture(Architecture.X86_64_MAC)
                  .virtualizationType(VirtualizationType.PARAVIRTUAL)
                  .build()),
          "InvalidParameterCombination",
          "virtualizationType paravirtual cannot be specified for architecture x86_64_mac");
    }
  }

  @Nested
  class A_name {
    @Test
    @Rules({"REG-03", "COM-13", "ERR-15"})
    void is_required() {
      for (RegisterImage.Builder nameless : new RegisterImage.Builder[] {
        RegisterImage.builder().rootDeviceName(ROOT).addBlockDeviceMapping(root(ebs -> ebs)),
        RegisterImage.builder().imageLocation("my-bucket/images/golden.manifest.xml")
      }) {
        assertThatThrownBy(nameless::build)
            .isInstanceOf(MissingAttributesException.class)
            .hasMessageContainingAll("name", "MissingParameter");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "golden:1", "gold€n"})
    @Rules({"COM-04", "NAME-01", "NAME-02", "ERR-04"})
    void has_a_form(String name) {
      refused(
          request().name(ImageName.of(name)), INVALID_AMI_NAME_MALFORMED, ImageName.REGISTRABLE);
    }

    @Test
    @Rules({"COM-05", "COM-06", "COM-07", "NAME-04", "REG-24", "INV-06", "ERR-05", "IDEM-08"})
    void is_taken_while_another_image_of_the_account_in_the_region_has_it() {
      ImageId holder = ec2.owner().registerImage(request().build());

      refused(request(), INVALID_AMI_NAME_DUPLICATE, ImageNames.FREE);
      assertThatThrownBy(() -> ec2.owner().registerImage(request().build()))
          .hasMessageContaining("AMI name golden is already in use by AMI " + holder);
    }

    @Test
    @Rules({"COM-06", "COPY-38"})
    void that_a_copy_has_too_is_said_to_be_that_of_the_first_holder_by_id() {
      ImageId source = ec2.owner().registerImage(request().build());
      ImageId copy = ec2.owner()
          .copyImage(Copying.copyOf(source).name(ImageName.of("golden")).build());

      assertThat(copy).isGreaterThan(source);
      assertThatThrownBy(() -> ec2.owner().registerImage(request().build()))
          .hasMessageContaining("AMI name golden is already in use by AMI " + source);
    }

    @Test
    @Rules({"COM-05", "COM-09", "NAME-04"})
    void is_free_for_another_account_another_region_and_in_other_letters() {
      registered(request());
      SnapshotId strange = ec2.snapshot(STRANGER, s -> s);

      assertThat(ec2.as(STRANGER).registerImage(request(strange).build())).isNotNull();
      assertThat(ec2.as(OWNER, THERE)
              .registerImage(bundle().name(ImageName.of("golden")).build()))
          .isNotNull();
      assertThat(registered(request().name(ImageName.of("Golden")))).isNotNull();
    }

    @Test
    @Rules({"COM-07", "COM-08", "NAME-04"})
    void is_held_by_pending_disabled_and_failed_images_and_free_after_deregistration() {
      TestRegistry told = TestRegistry.completing(CompletionPolicy.whenTold());
      RegisterImage request = request(told.snapshot()).build();
      ImageId id = told.owner().registerImage(request);

      assertRefused(
          told::state,
          () -> told.owner().registerImage(request),
          INVALID_AMI_NAME_DUPLICATE,
          ImageNames.FREE);
      told.registry.aws().fail(HERE, id, new StateReason("Server.InternalError", "failed"));
      assertRefused(
          told::state,
          () -> told.owner().registerImage(request),
          INVALID_AMI_NAME_DUPLICATE,
          ImageNames.FREE);

      ImageId disabled = ec2.owner().registerImage(request().build());
      ec2.owner().disableImage(disabled);
      refused(request(), INVALID_AMI_NAME_DUPLICATE, ImageNames.FREE);
      ec2.registry
          .aws()
          .happen(new RegistryEvent.ImageChanged(
              HERE, disabled, new dev.amikit.lifecycle.ImageDeregistered()));
      assertThat(ec2.owner().registerImage(request().build())).isNotEqualTo(disabled);
    }

    @Test
    @Rules({"COM-11", "NAME-07", "IMG-03"})
    void comes_with_a_description_of_at_most_255_characters() {
      assertThat(registered(request().description("\uD83D\uDCBF".repeat(255))).description())
          .hasValueSatisfying(text -> assertThat(text).hasSize(510));
      assertThat(registered(request().name(ImageName.of("none"))).description()).isEmpty();
      assertThat(
              registered(request().name(ImageName.of("empty")).description("")).description())
          .contains("");
      refused(
          request().description("x".repeat(256)),
          INVALID_PARAMETER_VALUE,
          ModifyDescription.LENGTH);
    }
  }

  @Nested
  class Boot_attributes {
    @Test
    @Rules({
      "REG-15", "REG-16", "REG-17", "REG-18", "REG-14", "IMG-24", "BOOT-16", "BOOT-21", "BOOT-05"
    })
    void are_those_of_the_request() {
      Ami ami = registered(request()
          .bootMode(BootMode.UEFI)
          .tpmSupport(TpmSupport.V2_0)
          .uefiData("QU1aTlVFRkk=")
          .imdsSupport(ImdsSupport.V2_0)
          .enaSupport(true)
          .sriovNetSupport(SriovNetSupport.SIMPLE));

      assertThat(ami.hypervisor()).contains(Hypervisor.XEN);
      assertThat(ami.bootMode()).contains(BootMode.UEFI);
      assertThat(ami.tpmSupport()).contains(TpmSupport.V2_0);
      assertThat(ami.uefiData()).contains("QU1aTlVFRkk=");
      assertThat(ami.imdsSupport()).contains(ImdsSupport.V2_0);
      assertThat(ami.enaSupport()).contains(true);
      assertThat(ami.sriovNetSupport()).contains(SriovNetSupport.SIMPLE);
    }

    @Test
    @Rules({
      "REG-14", "REG-15", "REG-16", "REG-18", "BOOT-03", "BOOT-16", "BOOT-21", "BOOT-28", "BOOT-01"
    })
    void are_known_words() {
      Rule known = RegisterImage.WORDS_KNOWN;
      refused(request().bootMode(BootMode.of("coreboot")), INVALID_PARAMETER_VALUE, known);
      refused(request().imdsSupport(ImdsSupport.of("v1.0")), INVALID_PARAMETER_VALUE, known);
      refused(
          request().sriovNetSupport(SriovNetSupport.of("double")), INVALID_PARAMETER_VALUE, known);
      refused(request().architecture(Architecture.of("riscv64")), INVALID_PARAMETER_VALUE, known);
      refused(
          request().virtualizationType(VirtualizationType.of("pvh")),
          INVALID_PARAMETER_VALUE,
          known);
      refused(
          request().bootMode(BootMode.UEFI).tpmSupport(TpmSupport.of("v1.2")),
          INVALID_PARAMETER_VALUE,
          known);
    }

    @Test
    @Rules({"REG-17", "NAME-12"})
    void hold_uefi_data_of_at_most_64000_characters_of_base64() {
      RegisterImage.Builder uefi = request().bootMode(BootMode.UEFI);

      assertThat(registered(uefi.uefiData("A".repeat(64_000))).uefiData()).isPresent();
      assertThat(registered(uefi.name(ImageName.of("empty")).uefiData("")).uefiData())
          .contains("");
      refused(
          request().bootMode(BootMode.UEFI).uefiData("A".repeat(64_001)),
          INVALID_PARAMETER_VALUE,
          RegisterImage.UEFI_DATA_FORM);
      refused(
          request().bootMode(BootMode.UEFI).uefiData("not base64!"),
          INVALID_PARAMETER_VALUE,
          RegisterImage.UEFI_DATA_FORM);
    }

    /** Part 2, matrix 10.2, as decided for RegisterImage. */
    @ParameterizedTest
    @CsvSource({
      "i386,paravirtual,,true",
      "i386,hvm,,true",
      "i386,hvm,legacy-bios,true",
      "i386,hvm,uefi,false",
      "i386,hvm,uefi-preferred,false",
      "i386,paravirtual,uefi,false",
      "x86_64,hvm,,true",
      "x86_64,hvm,legacy-bios,true",
      "x86_64,hvm,uefi,true",
      "x86_64,hvm,uefi-preferred,true",
      "x86_64,paravirtual,,true",
      "x86_64,paravirtual,legacy-bios,true",
      "x86_64,paravirtual,uefi,false",
      "x86_64,paravirtual,uefi-preferred,false",
      "arm64,hvm,,true",
      "arm64,hvm,uefi,true",
      "arm64,hvm,uefi-preferred,true",
      "arm64,hvm,legacy-bios,false",
      "arm64,paravirtual,,false",
      "x86_64_mac,hvm,,true",
      "x86_64_mac,hvm,uefi,false",
      "x86_64_mac,paravirtual,,false",
      "arm64_mac,hvm,legacy-bios,true",
      "arm64_mac,hvm,uefi-preferred,false",
      "arm64_mac,paravirtual,,false",
    })
    @Rules({"BOOT-12", "BOOT-33", "REG-15", "VAL-07", "BOOT-34"})
    void do_not_contradict_each_other(
        String architecture, String virtualization, String bootMode, boolean accepted) {
      RegisterImage request = request()
          .architecture(Architecture.of(architecture))
          .virtualizationType(VirtualizationType.of(virtualization))
          .bootMode(Optional.ofNullable(bootMode).map(BootMode::of))
          .build();

      if (accepted) {
        assertThat(ec2.owner().registerImage(request)).isNotNull();
      } else {
        assertThatThrownBy(() -> ec2.owner().registerImage(request))
            .hasMessageStartingWith("InvalidParameterCombination");
      }
    }

    @ParameterizedTest
    @CsvSource({
      "hvm,uefi,true",
      "hvm,uefi-preferred,false",
      "hvm,legacy-bios,false",
      "hvm,,false",
      "paravirtual,,false",
    })
    @Rules({"REG-16", "BOOT-22"})
    void allow_a_tpm_only_with_stated_uefi(
        String virtualization, String bootMode, boolean accepted) {
      RegisterImage.Builder request = request()
          .virtualizationType(VirtualizationType.of(virtualization))
          .bootMode(Optional.ofNullable(bootMode).map(BootMode::of))
          .tpmSupport(TpmSupport.V2_0);

      if (accepted) {
        assertThat(registered(request).tpmSupport()).contains(TpmSupport.V2_0);
      } else {
        refused(request, INVALID_PARAMETER_COMBINATION, RegisterImage.TPM_NEEDS_UEFI);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "x86_64,uefi,true",
      "x86_64,uefi-preferred,true",
      "x86_64,,false",
      "x86_64,legacy-bios,false",
      "arm64,,true",
      "arm64,uefi,true",
      "arm64,uefi-preferred,true",
      "i386,,false",
      "arm64_mac,,false",
    })
    @Rules("BOOT-25")
    void allow_uefi_data_only_with_uefi(String architecture, String bootMode, boolean accepted) {
      RegisterImage.Builder request = request()
          .architecture(Architecture.of(architecture))
          .bootMode(Optional.ofNullable(bootMode).map(BootMode::of))
          .uefiData("QUJD");

      if (accepted) {
        assertThat(registered(request).uefiData()).contains("QUJD");
      } else {
        refused(request, INVALID_PARAMETER_COMBINATION, RegisterImage.UEFI_DATA_NEEDS_UEFI);
      }
    }

    @Test
    @Rules({"BOOT-07", "REG-12", "ERR-12"})
    void have_no_kernel_and_no_ram_disk_with_hvm() {
      refused(
          request().kernelId(KernelId.of("aki-12345678")),
          INVALID_PARAMETER_COMBINATION,
          RegisterImage.KERNEL_NEEDS_PARAVIRTUAL);
      refused(
          request().ramdiskId(RamdiskId.of("ari-12345678")),
          INVALID_PARAMETER_COMBINATION,
          RegisterImage.KERNEL_NEEDS_PARAVIRTUAL);
    }

    @Test
    @Rules({"BOOT-13", "REG-14"})
    void accept_ena_and_sriov_with_paravirtual() {
      Ami ami = registered(request()
          .virtualizationType(VirtualizationType.PARAVIRTUAL)
          .enaSupport(true)
          .sriovNetSupport(SriovNetSupport.SIMPLE));

      assertThat(ami.enaSupport()).contains(true);
      assertThat(ami.sriovNetSupport()).contains(SriovNetSupport.SIMPLE);
    }

    @Test
    @Rules("REG-12")
    void know_a_kernel_by_the_form_of_its_id() {
      assertThatThrownBy(() -> KernelId.of("ari-12345678"))
          .isInstanceOf(RuleViolationException.class)
          .hasMessageContaining("InvalidKernelId.Malformed");
      assertThatThrownBy(() -> RamdiskId.of("aki-12345678"))
          .isInstanceOf(RuleViolationException.class)
          .hasMessageContaining("InvalidRamDiskId.Malformed");
    }

    @Test
    @Rules("WIN-02")
    void of_a_windows_snapshot_are_not_paravirtual() {
      SnapshotId windows = ec2.snapshot();
      Snapshot stored = ec2.registry.state().snapshot(HERE, windows).orElseThrow();
      ec2.put(stored.toBuilder()
          .platformDetails("Windows")
          .usageOperation("RunInstances:0002")
          .build());

      assertThat(violatedBy(request(windows).virtualizationType(VirtualizationType.PARAVIRTUAL)))
          .containsExactly("ami.windows-requires-hvm");
    }
  }

  @Nested
  class An_account {
    @Test
    @Rules({"REG-19", "PLAT-09", "PAID-11"})
    void states_billing_products_only_if_aws_authorized_it() {
      RegisterImage.Builder request = request().billingProducts("bp-6ba54002");

      refused(request, AUTH_FAILURE, RegisterImage.MAY_USE_BILLING_PRODUCTS);
      ec2.registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().mayUseBillingProducts(true).build());
      assertThat(registered(request).productCodes())
          .extracting(ProductCode::productCodeId)
          .containsExactly("bp-6ba54002");
    }

    @Test
    @Rules({"PAID-08", "COPY-12", "MTX-31", "DEC-158"})
    void gets_no_billing_product_lost() {
      TestRegistry billing = new TestRegistry(RegistrySettings.builder()
          .putBillingProduct("bp-1", new BillingProduct("Windows", "RunInstances:0002"))
          .putBillingProduct(
              "bp-2", new BillingProduct("Red Hat Enterprise Linux", "RunInstances:0010"))
          .build());
      billing
          .registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().mayUseBillingProducts(true).build());
      SnapshotId root = billing.snapshot();
      billing
          .owner()
          .modifySnapshotAttribute(
              ModifySnapshotAttribute.grant(root, CreateVolumePermission.userId(FRIEND)));

      ImageId id = billing
          .owner()
          .registerImage(request(root).billingProducts("bp-0", "bp-1", "bp-2").build());
      ImageId windows = billing
          .owner()
          .registerImage(request(root).name("windows").billingProducts("bp-1").build());

      Ami ami = billing.state().image(HERE, id).orElseThrow();
      assertThat(ami.platform()).contains(Platform.WINDOWS);
      assertThat(ami.platformDetails()).contains("Windows");
      assertThat(ami.usageOperation()).contains("RunInstances:0002");
      assertThat(ami.productCodes())
          .extracting(ProductCode::productCodeId)
          .containsExactly("bp-0", "bp-2");
      assertThat(ami.freeTierEligible()).contains(false);
      for (ImageId paid : new ImageId[] {id, windows}) {
        billing
            .owner()
            .modifyImageAttribute(
                paid, ModifyLaunchPermission.grant(LaunchPermission.userId(FRIEND)));
        assertRefused(
            billing::state,
            () -> billing.as(FRIEND).copyImage(Copying.copyOf(paid).build()),
            INVALID_REQUEST,
            CopyImage.NO_FOREIGN_PRODUCTS);
        assertThat(billing.owner().copyImage(Copying.copyOf(paid).build())).isNotNull();
      }
    }

    @Test
    @Rules({"REG-05", "REG-19"})
    void hears_of_an_unknown_snapshot_before_it_hears_of_its_rights() {
      SnapshotId foreign = ec2.snapshot(STRANGER, s -> s);

      refused(
          request(foreign).billingProducts("bp-6ba54002"),
          INVALID_SNAPSHOT_NOT_FOUND,
          Snapshot.EXISTS);
    }

    @Test
    @Rules({"LIFE-23", "QUOTA-01"})
    void has_no_more_images_than_its_quota() {
      TestRegistry small = new TestRegistry(
          RegistrySettings.builder().quotas(Quotas.builder().images(1).build()).build());
      SnapshotId root = small.snapshot();
      ImageId first = small.owner().registerImage(request(root).build());
      small.owner().disableImage(first);

      assertRefused(
          small::state,
          () -> small
              .owner()
              .registerImage(request(root).name(ImageName.of("second")).build()),
          RESOURCE_LIMIT_EXCEEDED,
          NewImages.QUOTA);
    }
  }

  @Test
  @Rules({"COM-23", "COM-13"})
  void what_is_wrong_with_the_form_is_told_all_at_once_before_all_else_and_what_is_missing_first() {
    refused(
        request(SnapshotId.of("snap-0123456789abcdef0"))
            .name(ImageName.of("x"))
            .rootDeviceName(Optional.empty())
            .kernelId(KernelId.of("aki-12345678")),
        MISSING_PARAMETER,
        RegisterImage.ROOT_NAMED,
        ImageName.REGISTRABLE,
        RegisterImage.KERNEL_NEEDS_PARAVIRTUAL);
  }

  private RegisterImage.Builder request() {
    return request(snapshot);
  }

  private static RegisterImage.Builder request(SnapshotId root) {
    return RegisterImage.builder()
        .name(ImageName.of("golden"))
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .rootDeviceName(ROOT)
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            ROOT, EbsBlockDevice.builder().snapshotId(root).build()));
  }

  /** A request with a second volume, of a snapshot. */
  private RegisterImage.Builder withData(SnapshotId data) {
    return request()
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            DATA, EbsBlockDevice.builder().snapshotId(data).build()));
  }

  private static RegisterImage.Builder bundle() {
    return RegisterImage.builder()
        .name(ImageName.of("bundle"))
        .architecture(Architecture.X86_64)
        .imageLocation("my-bucket/images/golden.manifest.xml");
  }

  private BlockDeviceMapping root(UnaryOperator<EbsBlockDevice.Builder> change) {
    return BlockDeviceMapping.ebs(
        ROOT, change.apply(EbsBlockDevice.builder().snapshotId(snapshot)).build());
  }

  private Ami registered(RegisterImage.Builder request) {
    ImageId id = ec2.owner().registerImage(request.build());
    return ec2.registry.state().image(HERE, id).orElseThrow();
  }

  private void refused(
      RegisterImage.Builder request, dev.amikit.rule.ErrorCode code, Rule... rules) {
    assertRefused(ec2::state, () -> ec2.owner().registerImage(request.build()), code, rules);
  }

  private ImmutableList<String> violatedBy(RegisterImage.Builder request) {
    Outcome<ImageId> outcome = request
        .build()
        .decide(new Situation(
            ec2.registry.state(),
            OWNER,
            HERE,
            TestRegistry.START,
            RegistrySettings.builder().build()));
    assertThat(outcome.refusal()).isPresent();
    return outcome.refusal().get().violations().stream()
        .map(violation -> violation.rule().id().value())
        .collect(ImmutableList.toImmutableList());
  }
}

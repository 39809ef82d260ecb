package dev.amikit.testkit.image;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.fixture.Amis.availableAmi;
import static dev.amikit.testkit.fixture.Amis.instanceStoreAmi;
import static dev.amikit.testkit.fixture.Amis.pendingAmi;
import static dev.amikit.testkit.fixture.Amis.windowsAmi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
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
import dev.amikit.rule.Rules;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real images look like although no operation would make them so today: all can be held. */
class ToleratedAmisTest {
  private static final EbsBlockDevice VOLUME = EbsBlockDevice.of(VolumeType.GP2, 8, Snapshots.ID);

  @Rules({"ID-02"})
  @Test
  void short_and_long_IDs_live_side_by_side() {
    Ami old = availableAmi().toBuilder()
        .imageId("ami-7ea24a17")
        .sourceImageId(ImageId.of("ami-0abcdef1234567890"))
        .sourceImageRegion(Region.US_EAST_1)
        .build();
    assertThat(old.imageId()).hasToString("ami-7ea24a17");
  }

  @Rules({"NAME-05", "IMG-02"})
  @Test
  void an_old_instance_store_image_has_no_name() {
    assertThat(instanceStoreAmi().toBuilder()
            .name(Optional.<ImageName>empty())
            .build()
            .name())
        .isEmpty();
  }

  @Rules({"NAME-05"})
  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"FAILED", "DEREGISTERED"})
  void a_failed_or_deregistered_image_may_have_no_name(AmiState state) {
    assertThat(availableAmi().toBuilder()
            .state(state)
            .name(Optional.<ImageName>empty())
            .build()
            .name())
        .isEmpty();
  }

  @Rules({"NAME-08"})
  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "too+many:signs", "trailing "})
  void a_name_that_cannot_be_given_today_is_kept(String name) {
    assertThat(availableAmi().toBuilder().name(name).build()).hasName(name);
  }

  @Rules({"NAME-08", "IMG-03"})
  @Test
  void name_and_description_have_no_longest_length() {
    Ami ami = availableAmi().toBuilder()
        .name("x".repeat(1_000))
        .description("y".repeat(1_000))
        .build();
    assertThat(ami.name().orElseThrow().value()).hasSize(1_000);
    assertThat(ami.description().orElseThrow()).hasSize(1_000);
  }

  @Rules({"IMG-03", "NAME-13"})
  @Test
  void an_empty_description_is_not_an_absent_one() {
    assertThat(availableAmi().description()).isEmpty();
    assertThat(availableAmi().withDescription(Optional.of("")).description()).contains("");
    assertThat(availableAmi().withDescription(Optional.of(""))).isNotEqualTo(availableAmi());
  }

  @Rules({"NAME-13", "IMG-24"})
  @Test
  void absent_and_false_can_be_told_apart() {
    Ami.Builder ami = availableAmi().toBuilder();
    assertThat(ami.enaSupport(false).build().enaSupport()).contains(false);
    assertThat(ami.enaSupport(Optional.empty()).build().enaSupport()).isEmpty();
    assertThat(ami.enaSupport(true).build().enaSupport()).contains(true);
  }

  @Rules({"IMG-25", "IMG-26", "IMG-27", "IMG-28", "BOOT-17"})
  @Test
  void boot_and_network_members_are_there_or_absent() {
    assertThat(availableAmi().sriovNetSupport()).isEmpty();
    assertThat(availableAmi().bootMode()).isEmpty();
    assertThat(availableAmi().tpmSupport()).isEmpty();
    assertThat(availableAmi().imdsSupport()).isEmpty();
    Ami ami = availableAmi().toBuilder()
        .sriovNetSupport(SriovNetSupport.of("simple"))
        .bootMode(BootMode.of("uefi-preferred"))
        .tpmSupport(TpmSupport.of("v2.0"))
        .imdsSupport(ImdsSupport.of("v2.0"))
        .build();
    assertThat(List.of(
            ami.sriovNetSupport().orElseThrow().toString(),
            ami.bootMode().orElseThrow().toString(),
            ami.tpmSupport().orElseThrow().toString(),
            ami.imdsSupport().orElseThrow().toString()))
        .containsExactly("simple", "uefi-preferred", "v2.0", "v2.0");
  }

  @Rules({"BOOT-04", "PLAT-06"})
  @Test
  void a_sparse_answer_of_the_first_years_can_be_held() {
    Ami sparse = Ami.builder()
        .imageId("ami-7ea24a17")
        .ownerId(Accounts.OWNER)
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.I386)
        .rootDeviceType(DeviceType.INSTANCE_STORE)
        .build();
    assertThat(sparse.virtualizationType()).isEmpty();
    assertThat(sparse.hypervisor()).isEmpty();
    assertThat(sparse.platformDetails()).isEmpty();
    assertThat(sparse.usageOperation()).isEmpty();
    assertThat(sparse.creationDate()).isEmpty();
  }

  @Rules({"IMG-08"})
  @Test
  void the_creation_date_keeps_its_milliseconds() {
    Instant created = Instant.parse("2015-03-21T10:18:14.001Z");
    assertThat(availableAmi().toBuilder().creationDate(created).build().creationDate())
        .contains(created);
  }

  @Rules({"BOOT-01", "IMG-12", "IMG-13", "IMG-26"})
  @Test
  void words_that_AWS_may_add_are_kept() {
    Ami ami = availableAmi().toBuilder()
        .architecture(Architecture.of("riscv64"))
        .virtualizationType(VirtualizationType.of("new-virtualization"))
        .hypervisor(Hypervisor.of("nitro"))
        .bootMode(BootMode.of("new-boot"))
        .build();
    assertThat(ami.architecture()).hasToString("riscv64");
    assertThat(ami.architecture().isKnown()).isFalse();
    assertThat(ami.bootMode()).contains(BootMode.of("new-boot"));
  }

  @Rules({"LIFE-12", "LIFE-01", "IMG-06"})
  @ParameterizedTest
  @ValueSource(strings = {"invalid", "transient", "error"})
  void states_without_a_meaning_can_be_held(String state) {
    assertThat(availableAmi().withState(AmiState.of(state))).isInState(AmiState.of(state));
  }

  @Rules({"IMG-07"})
  @Test
  void a_failed_image_tells_why() {
    StateReason reason = new StateReason("Client.InvalidSnapshot.NotFound", "gone");
    Ami failed = availableAmi().withState(AmiState.FAILED).withStateReason(Optional.of(reason));
    assertThat(failed.stateReason()).contains(reason);
  }

  @Rules({"ROOT-04", "BDM-11"})
  @Test
  void an_instance_store_image_mostly_has_no_root_device_name_and_no_devices() {
    Ami ami = instanceStoreAmi();
    assertThat(ami.rootDeviceName()).isEmpty();
    assertThat(ami.blockDeviceMappings()).isEmpty();
  }

  @Rules({"ROOT-05"})
  @Test
  void the_root_device_name_need_not_be_among_the_devices() {
    Ami ami = availableAmi().toBuilder()
        .rootDeviceName(DeviceName.of("/dev/sda1"))
        .blockDeviceMappings(List.of(ebs("/dev/sda")))
        .build();
    assertThat(ami.rootDevice()).isEmpty();
    assertThat(ami).isAvailable().isBackedBy(Snapshots.ID);
  }

  @Rules({"ROOT-06", "DEV-06", "DEV-13"})
  @ParameterizedTest
  @ValueSource(strings = {"/dev/xvda", "/dev/sda1", "/dev/sda", "xvda", "/dev/xvda1"})
  void root_devices_have_many_names(String name) {
    for (Ami.Builder ami : List.of(
        availableAmi().toBuilder(),
        availableAmi().toBuilder().architecture(Architecture.ARM64_MAC),
        availableAmi().toBuilder()
            .architecture(Architecture.X86_64)
            .virtualizationType(VirtualizationType.PARAVIRTUAL))) {
      assertThat(ami.rootDeviceName(DeviceName.of(name))
              .blockDeviceMappings(List.of(ebs(name)))
              .build())
          .hasRootDevice(name);
    }
  }

  @Rules({"ROOT-15", "BDM-22", "IMG-23"})
  @Test
  void the_devices_of_a_pending_image_may_lack_their_snapshots() {
    Ami pending = pendingAmi().toBuilder()
        .blockDeviceMappings(List.of(BlockDeviceMapping.ebs(
            DeviceName.of("/dev/xvda"),
            EbsBlockDevice.blank(VolumeType.GP3, 8).toBuilder().encrypted(false).build())))
        .build();
    assertThat(pending.snapshotIds()).isEmpty();
    assertThat(pending.rootDevice()).isPresent();
    assertThat(pending.toBuilder().state(AmiState.FAILED).build().snapshotIds()).isEmpty();
  }

  @Rules({"BDM-11"})
  @Test
  void a_pending_image_may_have_no_devices_yet() {
    assertThat(pendingAmi().toBuilder().blockDeviceMappings(List.of()).build().rootDevice())
        .isEmpty();
  }

  @Rules({"BDM-07", "DEV-03"})
  @Test
  void old_virtual_names_and_names_without_dev_are_kept() {
    Ami ami = instanceStoreAmi().toBuilder()
        .addBlockDeviceMapping(BlockDeviceMapping.virtual(DeviceName.of("sda1"), "ami"))
        .addBlockDeviceMapping(BlockDeviceMapping.virtual(DeviceName.of("/dev/sda1"), "root"))
        .addBlockDeviceMapping(BlockDeviceMapping.virtual(DeviceName.of("sda3"), "swap"))
        .addBlockDeviceMapping(BlockDeviceMapping.virtual(DeviceName.of("sdb"), "ephemeral0"))
        .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("xvdf")))
        .build();
    assertThat(ami.device(DeviceName.of("sda3")).flatMap(BlockDeviceMapping::virtualName))
        .contains("swap");
    assertThat(ami).hasDevice("sdb").hasDevice("xvdf");
  }

  @Rules({"BDM-08"})
  @Test
  void an_image_may_still_list_a_suppressed_device() {
    assertThat(availableAmi().toBuilder()
            .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("/dev/sdb")))
            .build()
            .device(DeviceName.of("/dev/sdb"))
            .orElseThrow())
        .isSuppressed();
  }

  @Rules({"BDM-10", "BDM-46"})
  @Test
  void an_image_may_have_any_number_of_devices() {
    Ami.Builder many = availableAmi().toBuilder();
    for (int i = 0; i < 200; i++) {
      many.addBlockDeviceMapping(
          BlockDeviceMapping.virtual(DeviceName.of("/dev/device" + i), "ephemeral" + i));
    }
    assertThat(many.build().blockDeviceMappings()).hasSize(201);
  }

  @Rules({"BDM-17"})
  @Test
  void a_snapshot_may_back_several_devices() {
    Ami ami = availableAmi().toBuilder().addBlockDeviceMapping(ebs("/dev/sdb")).build();
    assertThat(ami.blockDeviceMappings())
        .allMatch(mapping -> mapping.snapshotId().equals(Optional.of(Snapshots.ID)));
    assertThat(ami.snapshotIds()).containsExactly(Snapshots.ID);
  }

  @Rules({"ENC-02"})
  @Test
  void an_image_may_have_encrypted_and_unencrypted_volumes() {
    Ami ami = availableAmi().toBuilder()
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            DeviceName.of("/dev/sdb"), VOLUME.toBuilder().encrypted(true).build()))
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            DeviceName.of("/dev/sdc"), VOLUME.toBuilder().encrypted(false).build()))
        .build();
    assertThat(ami.blockDeviceMappings())
        .extracting(mapping -> mapping.ebs().orElseThrow().encrypted())
        .containsExactly(Optional.empty(), Optional.of(true), Optional.of(false));
  }

  @Rules({"SNAP-43"})
  @Test
  void a_device_may_name_a_snapshot_that_is_gone() {
    SnapshotId gone = SnapshotId.of("snap-00000000");
    assertThat(availableAmi().toBuilder()
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                DeviceName.of("/dev/sdb"), EbsBlockDevice.of(VolumeType.GP2, 1, gone)))
            .build())
        .isBackedBy(gone);
  }

  @Rules({"WIN-02"})
  @Test
  void an_old_windows_image_may_be_for_32_bits() {
    assertThat(windowsAmi().toBuilder().architecture(Architecture.I386).build()).isWindows();
  }

  @Rules({"WIN-08"})
  @Test
  void a_windows_image_may_be_made_for_a_TPM_or_not() {
    Ami tpm = windowsAmi().toBuilder()
        .name("TPM-Windows_Server-2022-English-Full-Base-2026.01.14")
        .bootMode(BootMode.UEFI)
        .tpmSupport(TpmSupport.of("v2.0"))
        .build();
    assertThat(tpm).isWindows();
    assertThat(windowsAmi().toBuilder().bootMode(BootMode.LEGACY_BIOS).build()).isWindows();
  }

  @Rules("BOOT-07")
  @Test
  void an_old_hvm_image_may_show_a_kernel() {
    Ami ami = availableAmi().toBuilder()
        .kernelId(KernelId.of("aki-4438dd2d"))
        .ramdiskId(RamdiskId.of("ari-4538dd2c"))
        .build();
    assertThat(ami.virtualizationType()).contains(VirtualizationType.HVM);
    assertThat(ami.kernelId()).contains(KernelId.of("aki-4438dd2d"));
    assertThat(ami.ramdiskId()).contains(RamdiskId.of("ari-4538dd2c"));
  }

  @Rules({"PLAT-11", "IMG-38"})
  @Test
  void free_tier_eligibility_may_be_absent() {
    assertThat(availableAmi().freeTierEligible()).isEmpty();
    assertThat(availableAmi().toBuilder().freeTierEligible(false).build().freeTierEligible())
        .contains(false);
  }

  @Rules({"SSM-01", "IMG-39"})
  @Test
  void a_public_parameter_of_systems_manager_is_kept() {
    String parameter = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
    Ami.Builder ami = availableAmi().toBuilder();
    assertThat(ami.build().publicSsmParameterName()).isEmpty();
    assertThat(ami.publicSsmParameterName(parameter).build().publicSsmParameterName())
        .contains(parameter);
  }

  @Rules({"PUB-16", "ID-14", "IMG-05"})
  @Test
  void an_owner_alias_does_not_follow_from_the_owner() {
    assertThat(availableAmi().imageOwnerAlias()).isEmpty();
    for (String alias : List.of("amazon", "aws-marketplace", "aws-backup-vault", "new-alias")) {
      assertThat(availableAmi().toBuilder()
              .imageOwnerAlias(OwnerAlias.of(alias))
              .build()
              .imageOwnerAlias())
          .hasValueSatisfying(found -> assertThat(found).hasToString(alias));
    }
  }

  @Rules({"IMG-10"})
  @ParameterizedTest
  @ValueSource(strings = {"111122223333/golden", "amazon/golden", "bucket/golden.manifest.xml"})
  void the_location_is_any_path(String location) {
    assertThat(availableAmi().toBuilder().imageLocation(location).build().imageLocation())
        .contains(location);
  }

  @Rules({"IMG-20", "PAID-01", "ID-23"})
  @Test
  void product_codes_are_of_any_kind() {
    List<ProductCode> codes = List.of(
        ProductCode.marketplace("a1b2c3"),
        new ProductCode("d4e5", Optional.of(ProductCodeType.of("devpay"))),
        new ProductCode("f6", Optional.empty()));
    Ami ami = availableAmi().toBuilder().productCodes(codes).build();
    assertThat(ami.productCodes()).containsExactlyElementsOf(codes);
    assertThat(codes).extracting(ProductCode::isMarketplace).containsExactly(true, false, false);
  }

  @Rules({"DEC-07", "BOOT-06"})
  @ParameterizedTest
  @ValueSource(strings = {"ami-0abcdef1234567890", "aki-4438dd2d", "ari-4538dd2c"})
  void an_image_of_a_type_of_tomorrow_has_any_ID_and_any_members(String id) {
    Ami ami = availableAmi().toBuilder()
        .imageId(id)
        .imageType(ImageType.of("firmware"))
        .build();
    assertThat(ami.imageType()).hasToString("firmware");
    assertThat(ami.blockDeviceMappings()).isNotEmpty();
  }

  @Rules({"DEC-07", "PLAT-01"})
  @Test
  void an_image_of_a_platform_of_tomorrow_is_no_Windows_image() {
    Ami ami = availableAmi().toBuilder().platform(Platform.of("macOS")).build();
    assertThat(ami.isWindows()).isFalse();
    assertThat(ami.platform()).contains(Platform.of("macOS"));
  }

  @Rules({"ROOT-01", "NAME-05", "BDM-11", "PLAT-06"})
  @ParameterizedTest
  @ValueSource(strings = {"kernel", "ramdisk"})
  void a_kernel_or_RAM_disk_has_neither_name_nor_root_nor_devices_nor_what_is_billed(
      ImageType type) {
    Ami ami = Ami.builder()
        .imageType(type)
        .imageId(type.equals(ImageType.KERNEL) ? "aki-4438dd2d" : "ari-4538dd2c")
        .ownerId(Accounts.OWNER)
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.I386)
        .build();
    assertThat(ami.name()).isEmpty();
    assertThat(ami.rootDeviceType()).isEmpty();
    assertThat(ami.blockDeviceMappings()).isEmpty();
    assertThat(ami.platformDetails()).isEmpty();
    assertThat(ami.usageOperation()).isEmpty();
  }

  private static BlockDeviceMapping ebs(String name) {
    return BlockDeviceMapping.ebs(DeviceName.of(name), VOLUME);
  }
}

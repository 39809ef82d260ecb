package dev.amikit.testkit.image;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatBuilding;
import static dev.amikit.testkit.fixture.Amis.CREATION_DATE;
import static dev.amikit.testkit.fixture.Amis.availableAmi;
import static dev.amikit.testkit.fixture.Amis.instanceStoreAmi;
import static dev.amikit.testkit.fixture.Amis.windowsAmi;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.Platform;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules between the members of an image, each at its edge. */
class AmiRulesTest {
  private static final DeviceName SDA1 = DeviceName.of("/dev/sda1");
  private static final EbsBlockDevice VOLUME = EbsBlockDevice.blank(VolumeType.GP3, 8);

  @Rules({"VAL-01", "WIN-01", "DEC-133", "DEC-159"})
  @Test
  void a_windows_image_on_instance_store_is_refused_with_all_rules_it_breaks() {
    assertThatBuilding(() -> instanceStoreAmi().toBuilder().windows().build())
        .isRefusedOnlyBy("ami.windows-requires-ebs-root", "ami.windows-requires-hvm");
  }

  @Rules({"VAL-01", "ROOT-01", "IMG-21"})
  @Test
  void a_windows_image_that_does_not_tell_its_root_device_type_is_refused_for_that_alone() {
    assertThatBuilding(
            () -> windowsAmi().toBuilder().rootDeviceType(Optional.empty()).build())
        .isRefusedOnlyBy("ami.machine-has-root-device-type")
        .at("rootDeviceType");
  }

  @Rules({"VAL-02"})
  @Test
  void a_windows_image_need_not_tell_its_virtualization_type() {
    assertThat(windowsAmi().toBuilder().virtualizationType(Optional.empty()).build())
        .isWindows();
  }

  @Rules({"VAL-03"})
  @ParameterizedTest
  @ValueSource(strings = {"Linux/UNIX", "windows", "SQL Server on Windows", ""})
  void a_windows_image_is_not_billed_as_anything_else(String details) {
    assertThatBuilding(() -> windowsAmi().toBuilder().platformDetails(details).build())
        .isRefusedOnlyBy("ami.windows-in-platform-details")
        .at("platformDetails");
  }

  @Rules({"VAL-03", "PLAT-02"})
  @ParameterizedTest
  @ValueSource(strings = {"Windows", "Windows BYOL", "Windows with SQL Server Standard"})
  void only_a_windows_image_is_billed_as_windows(String details) {
    assertThat(windowsAmi().toBuilder().platformDetails(details).build()).isWindows();
    assertThatBuilding(() -> availableAmi().toBuilder().platformDetails(details).build())
        .isRefusedOnlyBy("ami.windows-in-platform-details");
  }

  @Rules({"VAL-04", "PLAT-04", "IMG-18", "IMG-19"})
  @Test
  void what_is_billed_is_told_whole_or_not_at_all() {
    Ami.Builder ami = availableAmi().toBuilder();
    assertThat(ami.platformDetails("A new product")
            .usageOperation("RunInstances:9999")
            .build()
            .usageOperation())
        .contains("RunInstances:9999");
    assertThatBuilding(() -> ami.platformDetails(Optional.empty()).build())
        .isRefusedOnlyBy("ami.billing-members-together");
    assertThat(ami.usageOperation(Optional.empty()).build().platformDetails()).isEmpty();
    assertThatBuilding(() -> ami.platformDetails("Linux/UNIX").build())
        .isRefusedOnlyBy("ami.billing-members-together")
        .at("usageOperation");
  }

  @Rules({"VAL-05", "IMG-01", "IMG-11"})
  @ParameterizedTest
  @CsvSource({
    "machine, aki-4438dd2d",
    "machine, ari-4538dd2c",
    "kernel, ami-0abcdef1234567890",
    "kernel, ari-4538dd2c",
    "ramdisk, ami-0abcdef1234567890",
    "ramdisk, aki-4438dd2d"
  })
  void the_ID_begins_as_the_type_asks(ImageType type, String id) {
    assertThatBuilding(() -> bare(type).imageId(id).build())
        .isRefusedOnlyBy("ami.type-fits-id")
        .at("imageId");
  }

  @Rules({"VAL-06", "BOOT-06", "IMG-15", "IMG-16"})
  @ParameterizedTest
  @ValueSource(strings = {"kernel", "ramdisk"})
  void a_kernel_or_RAM_disk_has_nothing_to_launch(ImageType type) {
    String id = type.equals(ImageType.KERNEL) ? "aki-4438dd2d" : "ari-4538dd2c";
    assertThat(bare(type).imageId(id).build().imageType()).isEqualTo(type);
    for (Ami.Builder more : List.of(
        bare(type).addBlockDeviceMapping(BlockDeviceMapping.suppressed(SDA1)),
        bare(type).rootDeviceName(SDA1),
        bare(type).kernelId(KernelId.of("aki-4438dd2d")),
        bare(type).ramdiskId(RamdiskId.of("ari-4538dd2c")))) {
      assertThatBuilding(() -> more.imageId(id).build())
          .isRefusedOnlyBy("ami.kernel-is-bare")
          .at("imageType");
    }
  }

  @Rules({"VAL-07", "VAL-08", "BOOT-12"})
  @ParameterizedTest
  @ValueSource(strings = {"arm64", "x86_64_mac", "arm64_mac"})
  void an_arm_or_mac_image_is_hvm_and_has_an_EBS_root(String architecture) {
    Ami.Builder ami = availableAmi().toBuilder().architecture(Architecture.of(architecture));
    assertThat(ami.build()).hasEbsRoot();
    assertThatBuilding(
            () -> ami.virtualizationType(VirtualizationType.PARAVIRTUAL).build())
        .isRefusedOnlyBy("ami.architecture-requires-hvm")
        .at("virtualizationType");
    assertThatBuilding(() -> ami.virtualizationType(VirtualizationType.HVM)
            .rootDeviceType(DeviceType.INSTANCE_STORE)
            .blockDeviceMappings(List.of())
            .build())
        .isRefusedOnlyBy("ami.architecture-requires-ebs-root")
        .at("rootDeviceType");
  }

  @Rules({"VAL-07", "VAL-08", "IMG-12", "IMG-13"})
  @ParameterizedTest
  @ValueSource(strings = {"i386", "x86_64", "riscv64"})
  void other_architectures_are_free(String architecture) {
    assertThat(instanceStoreAmi().toBuilder()
            .architecture(Architecture.of(architecture))
            .build()
            .virtualizationType())
        .contains(VirtualizationType.PARAVIRTUAL);
  }

  @Rules({"VAL-09", "ROOT-04", "IMG-22"})
  @ParameterizedTest
  @EnumSource(AmiState.class)
  void an_available_or_disabled_EBS_image_has_its_names(AmiState state) {
    Ami.Builder nameless = availableAmi().toBuilder()
        .state(state)
        .name(Optional.<ImageName>empty())
        .rootDeviceName(Optional.empty());
    if (state == AmiState.AVAILABLE || state == AmiState.DISABLED) {
      assertThatBuilding(nameless::build)
          .isRefusedOnlyBy("ami.ebs-image-is-named")
          .at("name");
      assertThatBuilding(nameless::build)
          .isRefusedOnlyBy("ami.ebs-image-is-named")
          .at("rootDeviceName");
    } else {
      assertThat(nameless.build()).isInState(state);
    }
  }

  @Rules({"VAL-10", "REG-02"})
  @Test
  void the_root_device_of_an_instance_store_image_is_no_EBS_volume() {
    Ami.Builder ami = instanceStoreAmi().toBuilder().rootDeviceName(SDA1);
    assertThat(ami.addBlockDeviceMapping(BlockDeviceMapping.ebs(DeviceName.of("/dev/sdb"), VOLUME))
            .addBlockDeviceMapping(BlockDeviceMapping.virtual(SDA1, "ami"))
            .build())
        .hasDevice("/dev/sdb");
    assertThatBuilding(() -> ami.blockDeviceMappings(List.of(BlockDeviceMapping.ebs(SDA1, VOLUME)))
            .build())
        .isRefusedOnlyBy("ami.instance-store-root-is-no-ebs")
        .at("rootDeviceName");
  }

  @Rules({"VAL-11", "BDM-13"})
  @Test
  void device_names_are_compared_letter_by_letter() {
    Ami.Builder ami = availableAmi().toBuilder()
        .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("/dev/sdb")))
        .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("sdb")))
        .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("/dev/SDB")));
    assertThat(ami.build()).hasDevice("sdb").hasDevice("/dev/SDB");
    assertThatBuilding(() -> ami.addBlockDeviceMapping(
                BlockDeviceMapping.virtual(DeviceName.of("sdb"), "ephemeral0"))
            .build())
        .isRefusedOnlyBy("ami.device-names-unique")
        .at("blockDeviceMappings[4].deviceName");
  }

  @Rules({"VAL-13", "INV-08", "IMG-33", "IMG-34"})
  @Test
  void the_source_image_is_told_with_its_region() {
    Ami.Builder ami = availableAmi().toBuilder();
    assertThatBuilding(
            () -> ami.sourceImageId(ImageId.of("ami-0fedcba9876543210")).build())
        .isRefusedOnlyBy("ami.source-members-together")
        .at("sourceImageRegion");
    assertThat(ami.sourceImageRegion(Region.EU_WEST_1).build().sourceImageId())
        .contains(ImageId.of("ami-0fedcba9876543210"));
    assertThatBuilding(() -> ami.sourceImageId(Optional.empty()).build())
        .isRefusedOnlyBy("ami.source-members-together");
  }

  @Rules({"VAL-14", "IMG-32"})
  @Test
  void an_image_made_of_an_instance_has_an_EBS_root() {
    InstanceId instance = InstanceId.of("i-0abcdef1234567890");
    assertThat(availableAmi().toBuilder().sourceInstanceId(instance).build()).hasEbsRoot();
    assertThatBuilding(
            () -> instanceStoreAmi().toBuilder().sourceInstanceId(instance).build())
        .isRefusedOnlyBy("ami.source-instance-requires-ebs-root")
        .at("sourceInstanceId");
  }

  @Rules({"VAL-16", "VAL-17"})
  @ParameterizedTest
  @CsvSource({
    "DISABLED, ami.disabled-is-not-shared",
    "PENDING, ami.unfinished-is-not-shared",
    "FAILED, ami.unfinished-is-not-shared"
  })
  void neither_everyone_nor_an_account_may_launch_an_image_out_of_use(AmiState state, String rule) {
    for (LaunchPermission permission :
        List.of(LaunchPermission.everyone(), LaunchPermission.userId(Accounts.OTHER))) {
      assertThatBuilding(() -> availableAmi().toBuilder()
              .state(state)
              .addLaunchPermission(permission)
              .build())
          .isRefusedOnlyBy(rule)
          .at("launchPermissions");
    }
  }

  @Rules({"VAL-16", "VAL-17"})
  @ParameterizedTest
  @CsvSource({
    "DISABLED, ami.disabled-is-not-shared",
    "PENDING, ami.unfinished-is-not-shared",
    "FAILED, ami.unfinished-is-not-shared"
  })
  void nor_is_an_image_out_of_use_public_whose_permissions_were_not_told(
      AmiState state, String rule) {
    Ami.Builder ami = availableAmi().toBuilder().state(state);
    assertThat(ami.isPublic(false).build()).doesNotTellLaunchPermissions();
    assertThatBuilding(ami.isPublic(true)::build).isRefusedOnlyBy(rule).at("launchPermissions");
  }

  @Test
  void what_is_said_last_of_launch_permissions_holds() {
    Ami.Builder ami = availableAmi().toBuilder();
    assertThat(ami.launchPermissions(List.of(LaunchPermission.everyone())).build())
        .isPublic();
    assertThat(ami.isPublic(false).build().isPublic()).isFalse();
    assertThat(ami.isPublic(true).build()).isPublic().doesNotTellLaunchPermissions();
    assertThat(ami.launchPermissions(List.of()).build()).isPrivate();
  }

  @Test
  void an_image_built_by_hand_is_shared_with_nobody() {
    Ami ami = Ami.builder()
        .imageId("ami-0abcdef1234567890")
        .ownerId("111122223333")
        .state(AmiState.AVAILABLE)
        .name("golden")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", Snapshots.ID)
        .build();
    assertThat(ami).tellsLaunchPermissions().isPrivate();
  }

  @Rules({"VAL-18", "INV-04"})
  @Test
  void protection_must_have_ended_when_an_image_enters_the_Recycle_Bin() {
    Instant enter = CREATION_DATE.plus(Duration.ofDays(1));
    RecycleBinStay stay = new RecycleBinStay(enter, enter.plusSeconds(1), noPermissions());
    Ami.Builder binned = availableAmi().toBuilder().recycleBinStay(stay);

    assertThat(binned
            .deregistrationProtection(DeregistrationProtection.disabledAfter(enter))
            .build())
        .isInRecycleBin();
    for (DeregistrationProtection inForce : List.of(
        DeregistrationProtection.disabledAfter(enter.plusNanos(1)),
        DeregistrationProtection.enabledWithCooldown(),
        DeregistrationProtection.enabledWithoutCooldown())) {
      assertThatBuilding(() -> binned.deregistrationProtection(inForce).build())
          .isRefusedOnlyBy("ami.binned-is-not-protected")
          .at("deregistrationProtection");
    }
  }

  @Rules({"VAL-18", "INV-04"})
  @Test
  void a_deregistered_image_may_show_a_cooldown_that_ended_but_no_protection() {
    Ami.Builder gone = availableAmi().toBuilder().state(AmiState.DEREGISTERED);
    assertThat(gone.deregistrationProtection(DeregistrationProtection.disabledAfter(CREATION_DATE))
            .build())
        .isInState(AmiState.DEREGISTERED);
    assertThatBuilding(
            () -> gone.deregistrationProtection(DeregistrationProtection.enabledWithCooldown())
                .build())
        .isRefusedOnlyBy("ami.deregistered-is-not-protected");
  }

  @Rules({"VAL-18", "BIN-19"})
  @ParameterizedTest
  @EnumSource(AmiState.class)
  void only_what_was_available_or_disabled_lies_in_the_Recycle_Bin(AmiState state) {
    Ami.Builder binned = availableAmi().toBuilder()
        .state(state)
        .recycleBinStay(
            new RecycleBinStay(CREATION_DATE, CREATION_DATE.plusSeconds(1), noPermissions()));
    if (state == AmiState.AVAILABLE || state == AmiState.DISABLED) {
      assertThat(binned.build()).isInRecycleBin().isInState(state);
    } else {
      assertThatBuilding(binned::build).isRefusedOnlyBy("ami.binned-was-usable").at("state");
    }
  }

  @Rules({"VAL-18", "INV-05"})
  @Test
  void an_instance_store_image_does_not_lie_in_the_Recycle_Bin() {
    assertThatBuilding(() -> instanceStoreAmi()
            .withRecycleBinStay(Optional.of(
                new RecycleBinStay(CREATION_DATE, CREATION_DATE.plusSeconds(1), noPermissions()))))
        .isRefusedOnlyBy("ami.binned-has-ebs-root")
        .at("rootDeviceType"); // whose value is shown
  }

  @Rules({"VAL-20", "WMK-07", "IMG-35"})
  @Test
  void an_image_has_at_most_five_watermarks() {
    assertThat(availableAmi().withImageWatermarks(watermarks(5)).imageWatermarks())
        .hasSize(5);
    assertThatBuilding(() -> availableAmi().withImageWatermarks(watermarks(6)))
        .isRefusedOnlyBy("ami.few-watermarks")
        .at("imageWatermarks");
  }

  @Rules({"VAL-20", "WMK-05", "WMK-10"})
  @Test
  void watermarks_differ_by_account_or_by_name_and_names_by_case() {
    List<ImageWatermark> different = List.of(
        watermark(new WatermarkKey(Accounts.OWNER, "golden")),
        watermark(new WatermarkKey(Accounts.OWNER, "Golden")),
        watermark(new WatermarkKey(Accounts.OTHER, "golden")));
    assertThat(availableAmi().withImageWatermarks(different).imageWatermarks()).hasSize(3);
    assertThatBuilding(() -> availableAmi().toBuilder()
            .imageWatermarks(different)
            .addImageWatermark(watermark(new WatermarkKey(Accounts.OTHER, "golden")))
            .build())
        .isRefusedOnlyBy("ami.watermark-keys-unique");
  }

  @Rules({"WMK-08", "WM-01"})
  @Test
  void a_watermark_tells_where_it_comes_from() {
    ImageWatermark mark = watermark(WatermarkKey.parse("111122223333:golden"));
    Ami ami = availableAmi().withImageWatermarks(List.of(mark));
    assertThat(ami.imageWatermarks()).singleElement().satisfies(read -> {
      assertThat(read.watermarkKey()).hasToString("111122223333:golden");
      assertThat(read.sourceImageId()).hasToString("ami-0fedcba9876543210");
      assertThat(read.sourceImageRegion()).isEqualTo(Region.US_EAST_1);
      assertThat(read.sourceImageCreationTime()).isEqualTo(CREATION_DATE);
      assertThat(read.watermarkCreationTime()).isEqualTo(CREATION_DATE.plusSeconds(60));
    });
  }

  @Rules({"PLAT-01", "IMG-17"})
  @Test
  void the_platform_is_written_in_lower_case() {
    assertThat(windowsAmi().platform().map(Platform::toString)).contains("windows");
    assertThat(Platform.of("Windows")).isEqualTo(Platform.WINDOWS);
    assertThat(availableAmi().platform()).isEmpty();
  }

  @Rules({"PERM-01", "ATTR-08"})
  @Test
  void an_image_has_a_set_of_grants_of_four_kinds() {
    LaunchPermission account = LaunchPermission.userId("444455556666");
    LaunchPermission organization = LaunchPermission.organization(
        OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5"));
    LaunchPermission unit = LaunchPermission.organizationalUnit(OrganizationalUnitArn.of(
        "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56"));
    Ami ami = availableAmi().toBuilder()
        .addLaunchPermission(account)
        .addLaunchPermission(organization)
        .addLaunchPermission(unit)
        .addLaunchPermission(LaunchPermission.group("all"))
        .addLaunchPermission(LaunchPermission.userId(Accounts.OTHER))
        .build();
    assertThat(ami.launchPermissions().orElseThrow())
        .containsExactlyInAnyOrder(account, organization, unit, LaunchPermission.everyone());
  }

  @Rules({"IMG-30", "PROT-04"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "disabled",
        "enabled-without-cooldown",
        "enabled-with-cooldown",
        "disabled after 2026-01-02T00:00:00Z"
      })
  void the_protection_of_an_image_is_what_EC2_writes(String text) {
    assertThat(availableAmi()
            .withDeregistrationProtection(Optional.of(DeregistrationProtection.parse(text)))
            .deregistrationProtection())
        .hasValueSatisfying(protection -> assertThat(protection).hasToString(text));
  }

  @Rules({"IMG-01", "IMG-04", "IMG-06", "IMG-12"})
  @ParameterizedTest
  @ValueSource(strings = {"imageId", "ownerId", "state", "architecture"})
  void an_image_always_has_an_id_an_owner_a_state_and_an_architecture(String missing) {
    Map<String, Consumer<Ami.Builder>> always = Map.of(
        "imageId", ami -> ami.imageId("ami-0abcdef1234567890"),
        "ownerId", ami -> ami.ownerId(Accounts.OWNER),
        "state", ami -> ami.state(AmiState.PENDING),
        "architecture", ami -> ami.architecture(Architecture.X86_64));
    Ami.Builder ami = Ami.builder().rootDeviceType(DeviceType.EBS);
    always.forEach((name, member) -> {
      if (!name.equals(missing)) {
        member.accept(ami);
      }
    });

    assertThatBuilding(ami::build).isRefusedOnlyBy("value.required-attribute").at(missing);
    requireNonNull(always.get(missing)).accept(ami);
    assertThat(ami.build()).isInState(AmiState.PENDING);
  }

  @Rules({"IMG-04"})
  @Test
  void an_owner_is_an_account() {
    assertThatBuilding(() -> Ami.builder().ownerId("self")).isRefusedOnlyBy("account-id.format");
  }

  private static ImmutableSet<LaunchPermission> noPermissions() {
    return ImmutableSet.of();
  }

  private static Ami.Builder bare(ImageType type) {
    Ami.Builder ami = Ami.builder()
        .imageType(type)
        .ownerId(Accounts.OWNER)
        .name("pv-grub")
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.X86_64);
    return type.equals(ImageType.MACHINE) ? ami.rootDeviceType(DeviceType.INSTANCE_STORE) : ami;
  }

  private static List<ImageWatermark> watermarks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> watermark(new WatermarkKey(Accounts.OWNER, "watermark-" + i)))
        .toList();
  }

  private static ImageWatermark watermark(WatermarkKey key) {
    return new ImageWatermark(
        key,
        ImageId.of("ami-0fedcba9876543210"),
        Region.US_EAST_1,
        CREATION_DATE,
        CREATION_DATE.plusSeconds(60));
  }
}

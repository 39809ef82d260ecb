package dev.amikit.testkit.image;

import static dev.amikit.testkit.arbitrary.AmiArbitraries.amis;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatBuilding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
import dev.amikit.image.VirtualizationType;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AmiTest {
  @Property
  void an_image_is_equal_to_its_copy(@ForAll Ami ami) {
    assertThat(ami.toBuilder().build()).isEqualTo(ami).hasSameHashCodeAs(ami);
  }

  @Property
  void images_with_different_ids_differ(@ForAll("machines") Ami ami) {
    assertThat(ami.toBuilder().imageId("ami-12345678").build())
        .isNotEqualTo(ami.toBuilder().imageId("ami-87654321").build());
  }

  @Rules({"VAL-01", "VAL-02", "WIN-02", "PLAT-01"})
  @Property
  void a_windows_image_has_an_EBS_root_and_is_hvm(@ForAll("windows") Ami ami) {
    assertThat(ami.platform()).hasToString("Optional[windows]");
    assertThat(ami.rootDeviceType()).contains(DeviceType.EBS);
    assertThat(ami.virtualizationType().orElse(VirtualizationType.HVM))
        .isEqualTo(VirtualizationType.HVM);
    assertThatBuilding(() -> ami.toBuilder()
            .rootDeviceType(DeviceType.INSTANCE_STORE)
            .blockDeviceMappings(List.of())
            .build())
        .isRefusedBy("ami.windows-requires-ebs-root")
        .at("rootDeviceType");
    assertThatBuilding(() ->
            ami.toBuilder().virtualizationType(VirtualizationType.PARAVIRTUAL).build())
        .isRefusedOnlyBy("ami.windows-requires-hvm")
        .at("virtualizationType");
  }

  @Property
  void only_windows_images_are_billed_as_windows(@ForAll Ami ami) {
    assertThat(ami.platformDetails().isPresent()).isEqualTo(ami.usageOperation().isPresent());
    ami.platformDetails()
        .ifPresent(details -> assertThat(details.startsWith("Windows")).isEqualTo(ami.isWindows()));
  }

  @Property
  void the_type_of_an_image_is_that_of_its_ID(@ForAll Ami ami) {
    assertThat(ami.imageType()).isEqualTo(ImageType.of(ami.imageId()));
  }

  @Property
  void kernels_and_RAM_disks_have_nothing_to_launch(@ForAll("kernelsAndRamdisks") Ami ami) {
    assertThat(ami.imageType()).isNotEqualTo(ImageType.MACHINE);
    assertThat(ami.blockDeviceMappings()).isEmpty();
    assertThat(ami.rootDeviceName()).isEmpty();
    assertThat(ami.kernelId()).isEmpty();
    assertThat(ami.ramdiskId()).isEmpty();
  }

  @Rules({"VAL-15", "IMG-09"})
  @Property
  void an_image_is_public_if_and_only_if_everyone_may_launch_it(@ForAll Ami ami) {
    assertThat(ami.isPublic())
        .isEqualTo(ami.knownLaunchPermissions().stream().anyMatch(LaunchPermission::isToEveryone));
  }

  @Property
  void what_is_known_of_launch_permissions_is_what_was_told(@ForAll Ami ami) {
    assertThat(ami.withLaunchPermissions(ami.knownLaunchPermissions()).launchPermissions())
        .hasValue(ami.knownLaunchPermissions());
    Ami untold = ami.withIsPublic(ami.isPublic());
    assertThat(untold.launchPermissions()).isEmpty();
    assertThat(untold.isPublic()).isEqualTo(ami.isPublic());
    assertThat(untold.equals(ami)).isEqualTo(ami.launchPermissions().isEmpty());
  }

  @Property
  void a_builder_goes_on_from_what_is_known_of_launch_permissions(
      @ForAll("shareable") Ami ami, @ForAll LaunchPermission permission) {
    Ami shared = ami.toBuilder().addLaunchPermission(permission).build();
    assertThat(shared.launchPermissions().orElseThrow())
        .containsAll(ami.knownLaunchPermissions())
        .contains(permission)
        .hasSizeLessThanOrEqualTo(ami.knownLaunchPermissions().size() + 1);
    assertThat(shared.isPublic()).isEqualTo(ami.isPublic() || permission.isToEveryone());
    assertThat(shared.toBuilder().isPublic(ami.isPublic()).build())
        .isEqualTo(ami.withIsPublic(ami.isPublic()));
  }

  @Rules({"VAL-16", "VAL-17", "INV-01"})
  @Property
  void what_cannot_be_launched_by_its_owner_is_not_shared_either(
      @ForAll Ami ami, @ForAll LaunchPermission permission) {
    boolean mayBeShared = switch (ami.state()) {
      case DISABLED, PENDING, FAILED -> false;
      default -> !ami.isInRecycleBin();
    };
    Ami.Builder shared = ami.toBuilder().addLaunchPermission(permission);
    if (mayBeShared) {
      assertThat(shared.build().launchPermissions().orElseThrow()).contains(permission);
    } else {
      assertThat(ami.knownLaunchPermissions()).isEmpty();
      assertThatBuilding(shared::build)
          .isRefusedBy(
              ami.isInRecycleBin()
                  ? "ami.binned-is-not-shared"
                  : ami.state() == AmiState.DISABLED
                      ? "ami.disabled-is-not-shared"
                      : "ami.unfinished-is-not-shared")
          .at("launchPermissions");
    }
  }

  @Property
  void a_binned_image_has_an_EBS_root_and_entered_unprotected(@ForAll("binned") Ami ami) {
    assertThat(ami.rootDeviceType()).contains(DeviceType.EBS);
    assertThat(ami.state()).isIn(AmiState.AVAILABLE, AmiState.DISABLED);
    assertThat(ami.isProtectedAt(ami.recycleBinStay().orElseThrow().enterTime()))
        .isFalse();
  }

  @Rules({"VAL-19", "DEPR-04"})
  @Property
  void an_image_is_not_deprecated_before_it_was_made(
      @ForAll Ami ami, @ForAll("instants") Instant created) {
    Ami.Builder made = ami.toBuilder().creationDate(created);
    assertThat(made.deprecationTime(created).build().deprecationTime()).contains(created);
    assertThatBuilding(() -> made.deprecationTime(created.minusMillis(1)).build())
        .isRefusedOnlyBy("ami.deprecated-after-creation")
        .at("deprecationTime");
  }

  @Rules({"IMG-29", "DEPR-04"})
  @Property
  void an_image_is_deprecated_from_the_very_instant_on(
      @ForAll Ami ami, @ForAll("instants") Instant time) {
    Ami deprecated =
        ami.toBuilder().creationDate(Optional.empty()).deprecationTime(time).build();
    assertThat(deprecated.isDeprecatedAt(time)).isTrue();
    assertThat(deprecated.isDeprecatedAt(time.plus(Duration.ofDays(1)))).isTrue();
    assertThat(deprecated.isDeprecatedAt(time.minusNanos(1))).isFalse();
  }

  @Rules({"BDM-09", "DEC-41"})
  @Property
  void devices_are_found_by_their_names_and_make_the_same_image_whatever_their_order(
      @ForAll("machines") Ami ami) {
    Ami reversed =
        ami.toBuilder().blockDeviceMappings(ami.blockDeviceMappings().reverse()).build();
    for (BlockDeviceMapping mapping : ami.blockDeviceMappings()) {
      assertThat(ami.device(mapping.deviceName())).contains(mapping);
      assertThat(reversed.device(mapping.deviceName())).contains(mapping);
    }
    assertThat(reversed.rootDevice()).isEqualTo(ami.rootDevice());
    assertThat(reversed).isEqualTo(ami).hasSameHashCodeAs(ami);
    assertThat(reversed.blockDeviceMappings())
        .isEqualTo(ami.blockDeviceMappings().reverse());
    DeviceName another = DeviceName.of("/dev/sdzz");
    assertThat(ami.toBuilder()
            .addBlockDeviceMapping(BlockDeviceMapping.suppressed(another))
            .build())
        .isNotEqualTo(ami);
  }

  @Rules({"VAL-11", "BDM-13"})
  @Property
  void a_device_name_taken_twice_is_named_with_its_place(
      @ForAll("machines") Ami ami, @ForAll EbsBlockDevice ebs) {
    DeviceName name = DeviceName.of("/dev/sdzz");
    int next = ami.blockDeviceMappings().size();
    assertThatBuilding(() -> ami.toBuilder()
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(name, ebs))
            .addBlockDeviceMapping(BlockDeviceMapping.suppressed(name))
            .build())
        .isRefusedOnlyBy("ami.device-names-unique")
        .at("blockDeviceMappings[%d].deviceName".formatted(next + 1));
  }

  @Rules({"BDM-17"})
  @Property
  void the_snapshots_of_an_image_are_those_of_its_devices(@ForAll Ami ami) {
    assertThat(ami.snapshotIds())
        .containsExactlyElementsOf(ami.blockDeviceMappings().stream()
            .flatMap(mapping -> mapping.ebs().stream())
            .flatMap(ebs -> ebs.snapshotId().stream())
            .distinct()
            .toList());
  }

  @Property
  void only_images_of_the_wanted_owner_come(@ForAll("owned") Ami ami) {
    assertThat(ami.ownerId()).hasToString("444455556666");
  }

  @Provide
  Arbitrary<Ami> windows() {
    return amis().windows();
  }

  @Provide
  Arbitrary<Ami> machines() {
    return amis().machines();
  }

  @Provide
  Arbitrary<Ami> kernelsAndRamdisks() {
    return amis().kernelsAndRamdisks();
  }

  @Provide
  Arbitrary<Ami> shareable() {
    return amis().usable();
  }

  @Provide
  Arbitrary<Ami> binned() {
    return amis().inRecycleBin();
  }

  @Provide
  Arbitrary<Ami> owned() {
    return amis().ownedBy(AccountId.of("444455556666"));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return AmiArbitraries.instants();
  }
}

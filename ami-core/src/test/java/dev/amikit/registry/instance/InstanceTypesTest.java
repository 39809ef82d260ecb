package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.rule.ErrorCode.ENCRYPTED_VOLUMES_NOT_SUPPORTED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.TestInstanceTypes;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Rules;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTypesTest {
  private final TestLaunch at = new TestLaunch(new TestRegistry(RegistrySettings.builder()
      .ids(IdSource.counting())
      .putInstanceType("m7i.large", TestInstanceTypes.NITRO)
      .putInstanceType("m7g.large", TestInstanceTypes.GRAVITON)
      .putInstanceType("m1.small", TestInstanceTypes.XEN)
      .putInstanceType("mac2.metal", TestInstanceTypes.MAC)
      .putInstanceType(
          "z1d.large",
          InstanceTypeInfo.builder()
              .instanceType("z1d.large")
              .addSupportedArchitecture(Architecture.X86_64)
              .addSupportedVirtualizationType(VirtualizationType.HVM)
              .addSupportedRootDeviceType(DeviceType.EBS)
              .addSupportedBootMode(BootMode.UEFI)
              .enaRequired(true)
              .nitroTpmSupported(false)
              .encryptionSupported(true)
              .build())
      .build()));

  @ParameterizedTest
  @CsvSource({
    "x86_64,m7i.large,true",
    "x86_64,m7g.large,false",
    "arm64,m7i.large,false",
    "arm64,m7g.large,true",
    "i386,m7i.large,false",
    "i386,m1.small,true",
    "x86_64,m1.small,true",
    "arm64_mac,m7g.large,false",
    "x86_64_mac,m7i.large,false",
    "x86_64_mac,mac2.metal,false",
    "arm64,mac2.metal,false",
    "arm64_mac,mac2.metal,true",
  })
  @Rules({"LAUNCH-12", "BOOT-30", "BOOT-34", "BOOT-36"})
  void an_image_runs_on_types_of_its_architecture(String architecture, String type, boolean runs) {
    at.put(image -> image.architecture(Architecture.of(architecture)).enaSupport(true));

    if (runs) {
      assertThat(launch(type).instanceType()).isEqualTo(type);
    } else {
      refused(type, INVALID_PARAMETER_VALUE, InstanceTypeRules.ARCHITECTURE);
    }
  }

  @Test
  @Rules({"LAUNCH-13", "BOOT-10", "BOOT-11"})
  void a_paravirtual_image_runs_only_on_types_that_have_it() {
    at.put(image -> image
        .virtualizationType(VirtualizationType.PARAVIRTUAL)
        .kernelId(KernelId.of("aki-12345678"))
        .enaSupport(true));

    refused("m7i.large", INVALID_PARAMETER_COMBINATION, InstanceTypeRules.VIRTUALIZATION);
    assertThat(launch("m1.small")).isNotNull();
    at.put(image -> image);
    assertThat(launch("m1.small")).isNotNull();
  }

  @Test
  @Rules({"LAUNCH-14", "ROOT-09", "ROOT-10"})
  void an_image_on_instance_store_runs_only_on_types_that_boot_from_it() {
    at.put(image -> image
        .rootDeviceType(DeviceType.INSTANCE_STORE)
        .rootDeviceName(Optional.empty())
        .blockDeviceMappings(ImmutableList.of())
        .enaSupport(true));

    refused("m7i.large", UNSUPPORTED_OPERATION, InstanceTypeRules.ROOT_DEVICE_TYPE);
    assertThat(launch("m1.small")).isNotNull();
    at.put(image -> image.enaSupport(true));
    assertThat(launch("m7i.large").volumes()).containsOnlyKeys(ROOT);
    assertThat(launch("m1.small").volumes()).containsOnlyKeys(ROOT);
  }

  @Test
  @Rules({"LAUNCH-15", "BOOT-14"})
  void a_type_that_requires_ena_runs_only_images_that_have_it() {
    at.put(image -> image);
    refused("m7i.large", INVALID_PARAMETER_COMBINATION, InstanceTypeRules.ENA);
    at.put(image -> image.enaSupport(false));
    refused("m7i.large", INVALID_PARAMETER_COMBINATION, InstanceTypeRules.ENA);
    assertThat(launch("m1.small")).isNotNull();
    at.put(image -> image.enaSupport(true));
    assertThat(launch("m7i.large")).isNotNull();
  }

  /** Part 2, table 10.3: image, what the type supports, how it boots. */
  @ParameterizedTest
  @CsvSource({
    "legacy-bios,m1.small,legacy-bios",
    "legacy-bios,m7i.large,legacy-bios",
    "legacy-bios,m7g.large,",
    "uefi,m1.small,",
    "uefi,m7i.large,uefi",
    "uefi,m7g.large,uefi",
    "uefi-preferred,m1.small,legacy-bios",
    "uefi-preferred,m7i.large,uefi",
    "uefi-preferred,m7g.large,uefi",
    ",m1.small,legacy-bios",
    ",m7i.large,legacy-bios",
    ",m7g.large,uefi",
  })
  @Rules({"BOOT-31", "LAUNCH-16", "LAUNCH-17", "LAUNCH-18", "LAUNCH-19", "BOOT-33"})
  void the_boot_mode_comes_of_image_and_type(String ofImage, String type, String expected) {
    Architecture architecture = type.equals("m7g.large") ? Architecture.ARM64 : Architecture.X86_64;
    at.put(image -> image
        .architecture(architecture)
        .enaSupport(true)
        .bootMode(Optional.ofNullable(ofImage).map(BootMode::of)));

    if (expected == null) {
      refused(type, INVALID_PARAMETER_VALUE, InstanceTypeRules.BOOT_MODE);
    } else {
      assertThat(launch(type).currentInstanceBootMode()).contains(BootMode.of(expected));
    }
  }

  @Test
  @Rules({"LAUNCH-20", "BOOT-23", "BOOT-24"})
  void an_image_with_a_tpm_runs_by_uefi_on_types_that_have_nitro_tpm() {
    UnaryOperator<Ami.Builder> tpm = image -> image.enaSupport(true).tpmSupport(TpmSupport.V2_0);

    at.put(image -> tpm.apply(image).bootMode(BootMode.UEFI));
    assertThat(launch("m7i.large")).isNotNull();
    refused("z1d.large", INVALID_PARAMETER_VALUE, InstanceTypeRules.TPM);
    at.put(image -> tpm.apply(image).architecture(Architecture.ARM64).bootMode(BootMode.UEFI));
    assertThat(launch("m7g.large")).isNotNull();
    at.put(tpm);
    refused("m7i.large", INVALID_PARAMETER_VALUE, InstanceTypeRules.TPM);
    refused("m1.small", INVALID_PARAMETER_VALUE, InstanceTypeRules.TPM);
  }

  @Test
  @Rules({"ENC-17", "CREATE-26"})
  void encrypted_volumes_go_only_to_types_that_attach_them() {
    at.put(image -> image.enaSupport(true));

    assertRefused(
        at.ec2::state,
        () -> at.launch(request -> request
            .instanceType("m1.small")
            .addBlockDeviceMapping(ebs(ROOT, volume -> volume.encrypted(true)))),
        ENCRYPTED_VOLUMES_NOT_SUPPORTED,
        InstanceTypeRules.ENCRYPTION);
    Instance secret = at.launch(ebs(ROOT, volume -> volume.encrypted(true)));
    ImageId made = at.ec2
        .owner()
        .createImage(
            CreateImage.builder().instanceId(secret.instanceId()).name("secret").build());
    assertRefused(
        at.ec2::state,
        () -> at.launch(request -> request.imageId(made).instanceType("m1.small")),
        ENCRYPTED_VOLUMES_NOT_SUPPORTED,
        InstanceTypeRules.ENCRYPTION);
    assertThat(at.launch(request -> request.imageId(made))).isNotNull();

    VolumeId encrypted = at.ec2
        .owner()
        .createVolume(
            EbsBlockDevice.blank(VolumeType.GP3, 10).toBuilder().encrypted(true).build())
        .volumeId();
    InstanceId old = launch("m1.small").instanceId();
    assertRefused(
        at.ec2::state,
        () -> at.ec2.owner().attachVolume(encrypted, old, DATA),
        ENCRYPTED_VOLUMES_NOT_SUPPORTED,
        InstanceTypeRules.ENCRYPTION);
    InstanceId young = launch("m7i.large").instanceId();
    at.ec2.owner().attachVolume(encrypted, young, DATA);
    assertThat(at.now(young).volumes()).containsKey(DATA);
  }

  private Instance launch(String type) {
    return at.launch(request -> request.instanceType(type));
  }

  private void refused(String type, ErrorCode code, Rule rule) {
    assertRefused(at.ec2::state, () -> launch(type), code, rule);
  }
}

package dev.amikit.registry.instance;

import static dev.amikit.rule.ErrorCode.ENCRYPTED_VOLUMES_NOT_SUPPORTED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What an instance type asks of the image that it is to run. */
final class InstanceTypeRules {
  static final Rule ARCHITECTURE = rule(
      "instance-type.architecture",
      "the instance type runs the architecture of the image",
      INVALID_PARAMETER_VALUE,
      "EC2 User Guide, Launch troubleshooting; observed",
      "LAUNCH-12",
      "BOOT-30",
      "BOOT-34",
      "BOOT-36");

  static final Rule VIRTUALIZATION = rule(
      "instance-type.virtualization",
      "the instance type runs the virtualization type of the image",
      INVALID_PARAMETER_COMBINATION,
      "observed",
      "LAUNCH-13",
      "BOOT-10",
      "BOOT-11");

  static final Rule ROOT_DEVICE_TYPE = rule(
      "instance-type.root-device-type",
      "the instance type boots from the root device type of the image",
      UNSUPPORTED_OPERATION,
      "EC2 User Guide, Root volumes; observed",
      "LAUNCH-14",
      "ROOT-09",
      "ROOT-10");

  static final Rule ENA = rule(
      "instance-type.ena",
      "an instance type that requires ENA runs only images with ENA support",
      INVALID_PARAMETER_COMBINATION,
      "EC2 User Guide, Enhanced networking; observed",
      "LAUNCH-15",
      "BOOT-14");

  static final Rule BOOT_MODE = rule(
      "instance-type.boot-mode",
      "the instance type supports the boot mode of the image",
      INVALID_PARAMETER_VALUE,
      "EC2 User Guide, Instance launch behaviour with boot modes",
      "LAUNCH-17",
      "LAUNCH-19",
      "BOOT-31");

  static final Rule TPM = rule(
      "instance-type.tpm",
      "an image with TPM support runs only by UEFI on an instance type that has NitroTPM",
      INVALID_PARAMETER_VALUE,
      "EC2 User Guide, NitroTPM",
      "LAUNCH-20",
      "BOOT-23",
      "BOOT-24");

  static final Rule ENCRYPTION = rule(
      "instance-type.encryption",
      "an instance with encrypted volumes is of a type that can attach them",
      ENCRYPTED_VOLUMES_NOT_SUPPORTED,
      "EBS User Guide, Encryption requirements; error codes",
      "ENC-17");

  private InstanceTypeRules() {}

  /** Why an instance type does not run an image. */
  static ImmutableList<Violation> violations(Ami image, InstanceTypeInfo type) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!type.supportedArchitectures().contains(image.architecture())) {
      broken.add(ARCHITECTURE.brokenBy("instanceType", image.architecture()));
    }
    Optional<BootMode> bootMode = bootMode(image.bootMode(), type.supportedBootModes());
    if (bootMode.isEmpty()) {
      broken.add(BOOT_MODE.brokenBy("instanceType", image.bootMode()));
    }
    if (image.tpmSupport().isPresent()
        && !(type.nitroTpmSupported() && bootMode.equals(Optional.of(BootMode.UEFI)))) {
      broken.add(TPM.brokenBy("instanceType", image.tpmSupport().get()));
    }
    image
        .virtualizationType()
        .filter(virtualization -> !type.supportedVirtualizationTypes().contains(virtualization))
        .ifPresent(
            virtualization -> broken.add(VIRTUALIZATION.brokenBy("instanceType", virtualization)));
    if (type.enaRequired() && !image.enaSupport().orElse(false)) {
      broken.add(ENA.brokenBy("instanceType", "no ENA support"));
    }
    image
        .rootDeviceType()
        .filter(root -> !type.supportedRootDeviceTypes().contains(root))
        .ifPresent(root -> broken.add(ROOT_DEVICE_TYPE.brokenBy("instanceType", root)));
    return broken.build();
  }

  /** How an image boots on a type that boots in these ways; empty if it does not. */
  static Optional<BootMode> bootMode(Optional<BootMode> ofImage, ImmutableSet<BootMode> supported) {
    if (ofImage.equals(Optional.of(BootMode.LEGACY_BIOS))
        || ofImage.equals(Optional.of(BootMode.UEFI))) {
      return ofImage.filter(supported::contains);
    }
    ImmutableList<BootMode> wished = ofImage.equals(Optional.of(BootMode.UEFI_PREFERRED))
        ? ImmutableList.of(BootMode.UEFI, BootMode.LEGACY_BIOS)
        : ImmutableList.of(BootMode.LEGACY_BIOS, BootMode.UEFI);
    return wished.stream().filter(supported::contains).findFirst();
  }
}

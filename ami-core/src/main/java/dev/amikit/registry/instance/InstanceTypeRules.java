package dev.amikit.registry.instance;

import static dev.amikit.rule.ErrorCode.ENCRYPTED_VOLUMES_NOT_SUPPORTED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What an instance type asks of the image that it is to run. */
final class InstanceTypeRules {
  private static final MessageTemplate WINDOWS_VIRTUALIZATION =
      own("Windows instances with a virtualization type of '{virtualizationType}' are currently"
          + " not supported for this instance type.");

  private static final MessageTemplate OTHER_BOOT_MODE =
      own("The {instanceType} instance type does not support an AMI with a boot mode of"
          + " {bootMode}. Specify an instance type that supports {bootMode}, and try again.");

  static final Rule ARCHITECTURE = rule(
          "instance-type.architecture",
          "the instance type runs the architecture of the image",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Launch troubleshooting; observed: answers of RunInstances that"
              + " users quote",
          "LAUNCH-12",
          "BOOT-30",
          "BOOT-34",
          "BOOT-36")
      .saying(
          quoted(
              "The architecture '{typeArchitectures}' of the specified instance type does"
                  + " not match the architecture '{architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI."));

  static final Rule VIRTUALIZATION = rule(
          "instance-type.virtualization",
          "the instance type runs the virtualization type of the image",
          INVALID_PARAMETER_COMBINATION,
          "observed: answers of RunInstances that users quote",
          "LAUNCH-13",
          "BOOT-10",
          "BOOT-11")
      .saying(
          quoted("Non-Windows instances with a virtualization type of '{virtualizationType}'"
              + " are currently not supported for this instance type."),
          WINDOWS_VIRTUALIZATION);

  static final Rule ROOT_DEVICE_TYPE = rule(
          "instance-type.root-device-type",
          "the instance type boots from the root device type of the image",
          UNSUPPORTED_OPERATION,
          "EC2 User Guide, Root volumes; observed: answers of RunInstances that users quote",
          "LAUNCH-14",
          "ROOT-09",
          "ROOT-10")
      .saying(
          own(
              "The {instanceType} instance type does not support an AMI with a root device"
                  + " type of '{rootDeviceType}'. Specify an instance type that supports this root device type, and try again."));

  static final Rule ENA = rule(
          "instance-type.ena",
          "an instance type that requires ENA runs only images with ENA support",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, Enhanced networking; observed: answers of RunInstances that users quote",
          "LAUNCH-15",
          "BOOT-14")
      .saying(
          quoted(
              "Enhanced networking with the Elastic Network Adapter (ENA) is required for"
                  + " the '{instanceType}' instance type. Ensure that you are using an AMI that is enabled for ENA."));

  static final Rule BOOT_MODE = rule(
          "instance-type.boot-mode",
          "the instance type supports the boot mode of the image",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Instance launch behaviour with boot modes",
          "LAUNCH-17",
          "LAUNCH-19",
          "BOOT-31")
      .saying(
          quoted(
              "The {instanceType} instance type does not support an AMI with a boot mode of"
                  + " UEFI. Only instance types built on the Nitro System support UEFI. Specify an instance type that supports UEFI, and try again."),
          OTHER_BOOT_MODE);

  static final Rule TPM = rule(
          "instance-type.tpm",
          "an image with TPM support runs only by UEFI on an instance type that has NitroTPM",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, NitroTPM",
          "LAUNCH-20",
          "BOOT-23",
          "BOOT-24")
      .saying(
          own(
              "The {instanceType} instance type does not support an AMI with TPM support"
                  + " '{tpmSupport}' and the boot mode that it has. Specify an instance type that supports NitroTPM and UEFI, and try again."));

  static final Rule ENCRYPTION = rule(
          "instance-type.encryption",
          "an instance with encrypted volumes is of a type that can attach them",
          ENCRYPTED_VOLUMES_NOT_SUPPORTED,
          "EBS User Guide, Encryption requirements; error codes",
          "ENC-17")
      .saying(own("Encrypted volumes are not supported for the {instanceType} instance type."));

  private InstanceTypeRules() {}

  /** Why an instance type does not run an image. */
  static ImmutableList<Violation> violations(Ami image, InstanceTypeInfo type) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!type.supportedArchitectures().contains(image.architecture())) {
      broken.add(brokenBy(ARCHITECTURE, type, "architecture", image.architecture())
          .with("typeArchitectures", Joiner.on(',').join(type.supportedArchitectures())));
    }
    Optional<BootMode> bootMode = bootMode(image.bootMode(), type.supportedBootModes());
    if (bootMode.isEmpty()) {
      BootMode wanted = image.bootMode().orElse(BootMode.LEGACY_BIOS);
      Violation boot = brokenBy(BOOT_MODE, type, "bootMode", wanted);
      broken.add(wanted.equals(BootMode.UEFI) ? boot : boot.saying(OTHER_BOOT_MODE));
    }
    image
        .tpmSupport()
        .filter(tpm -> !(type.nitroTpmSupported() && bootMode.equals(Optional.of(BootMode.UEFI))))
        .ifPresent(tpm -> broken.add(brokenBy(TPM, type, "tpmSupport", tpm)));
    image
        .virtualizationType()
        .filter(virtualization -> !type.supportedVirtualizationTypes().contains(virtualization))
        .map(virtualization -> brokenBy(VIRTUALIZATION, type, "virtualizationType", virtualization))
        .ifPresent(virtual -> broken.add(
            image.platform().isPresent() ? virtual.saying(WINDOWS_VIRTUALIZATION) : virtual));
    if (type.enaRequired() && !image.enaSupport().orElse(false)) {
      broken.add(brokenBy(ENA, type, "enaSupport", false));
    }
    image
        .rootDeviceType()
        .filter(root -> !type.supportedRootDeviceTypes().contains(root))
        .ifPresent(root -> broken.add(brokenBy(ROOT_DEVICE_TYPE, type, "rootDeviceType", root)));
    return broken.build();
  }

  /** That a type does not run an image for a member of that. */
  private static Violation brokenBy(
      Rule rule, InstanceTypeInfo type, String member, Object ofImage) {
    return rule.brokenBy("instanceType", type.instanceType())
        .with(member, ofImage)
        .hinting("%s of the image is %s".formatted(member, ofImage));
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

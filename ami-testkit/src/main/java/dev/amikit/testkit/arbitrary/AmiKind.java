package dev.amikit.testkit.arbitrary;

import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
import dev.amikit.image.VirtualizationType;

/** Kinds of images that there are; the common one first, since shrinking goes there. */
@SuppressWarnings("ImmutableEnumChecker") // words are records of one text
enum AmiKind {
  LINUX(6, Architecture.X86_64, VirtualizationType.HVM, DeviceType.EBS),
  LINUX_ON_ARM(2, Architecture.ARM64, VirtualizationType.HVM, DeviceType.EBS),
  WINDOWS(4, Architecture.X86_64, VirtualizationType.HVM, DeviceType.EBS),
  WINDOWS_32_BIT(1, Architecture.I386, VirtualizationType.HVM, DeviceType.EBS),
  MAC(1, Architecture.X86_64_MAC, VirtualizationType.HVM, DeviceType.EBS),
  MAC_ON_ARM(1, Architecture.ARM64_MAC, VirtualizationType.HVM, DeviceType.EBS),
  PARAVIRTUAL(2, Architecture.I386, VirtualizationType.PARAVIRTUAL, DeviceType.EBS),
  INSTANCE_STORE(1, Architecture.X86_64, VirtualizationType.HVM, DeviceType.INSTANCE_STORE),
  PARAVIRTUAL_INSTANCE_STORE(
      2, Architecture.I386, VirtualizationType.PARAVIRTUAL, DeviceType.INSTANCE_STORE),
  NEW(
      1,
      Architecture.of("riscv64"),
      VirtualizationType.of("new-virtualization"),
      DeviceType.of("new-store")),
  KERNEL(1, Architecture.X86_64, VirtualizationType.PARAVIRTUAL, DeviceType.INSTANCE_STORE),
  RAMDISK(1, Architecture.I386, VirtualizationType.PARAVIRTUAL, DeviceType.INSTANCE_STORE);

  final int weight;
  final Architecture architecture;
  final VirtualizationType virtualizationType;
  final DeviceType rootDeviceType;

  AmiKind(
      int weight,
      Architecture architecture,
      VirtualizationType virtualizationType,
      DeviceType rootDeviceType) {
    this.weight = weight;
    this.architecture = architecture;
    this.virtualizationType = virtualizationType;
    this.rootDeviceType = rootDeviceType;
  }

  ImageType imageType() {
    return switch (this) {
      case KERNEL -> ImageType.KERNEL;
      case RAMDISK -> ImageType.RAMDISK;
      default -> ImageType.MACHINE;
    };
  }

  String idPrefix() {
    return switch (this) {
      case KERNEL -> "aki-";
      case RAMDISK -> "ari-";
      default -> "ami-";
    };
  }

  boolean isMachine() {
    return this != KERNEL && this != RAMDISK;
  }

  boolean isWindows() {
    return this == WINDOWS || this == WINDOWS_32_BIT;
  }

  boolean isMac() {
    return this == MAC || this == MAC_ON_ARM;
  }

  boolean isLinux() {
    return isMachine() && !isWindows() && !isMac();
  }

  boolean isHvm() {
    return virtualizationType.equals(VirtualizationType.HVM);
  }

  boolean isParavirtual() {
    return virtualizationType.equals(VirtualizationType.PARAVIRTUAL);
  }

  boolean isEbsBacked() {
    return rootDeviceType.equals(DeviceType.EBS);
  }

  boolean isInstanceStoreBacked() {
    return isMachine() && rootDeviceType.equals(DeviceType.INSTANCE_STORE);
  }
}

package dev.amikit.registry;

import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.operation.InstanceTypeInfo;

/** Instance types of several generations, as DescribeInstanceTypes tells of them. */
public final class TestInstanceTypes {
  /** An Intel type on Nitro. */
  public static final InstanceTypeInfo NITRO = InstanceTypeInfo.builder()
      .instanceType("m7i.large")
      .addSupportedArchitecture(Architecture.X86_64)
      .addSupportedVirtualizationType(VirtualizationType.HVM)
      .addSupportedRootDeviceType(DeviceType.EBS)
      .addSupportedBootMode(BootMode.LEGACY_BIOS)
      .addSupportedBootMode(BootMode.UEFI)
      .enaRequired(true)
      .nitroTpmSupported(true)
      .encryptionSupported(true)
      .build();

  /** A Graviton type. */
  public static final InstanceTypeInfo GRAVITON = InstanceTypeInfo.builder()
      .instanceType("m7g.large")
      .addSupportedArchitecture(Architecture.ARM64)
      .addSupportedVirtualizationType(VirtualizationType.HVM)
      .addSupportedRootDeviceType(DeviceType.EBS)
      .addSupportedBootMode(BootMode.UEFI)
      .enaRequired(true)
      .nitroTpmSupported(true)
      .encryptionSupported(true)
      .build();

  /** A type of the first generation, on Xen. */
  public static final InstanceTypeInfo XEN = InstanceTypeInfo.builder()
      .instanceType("m1.small")
      .addSupportedArchitecture(Architecture.I386)
      .addSupportedArchitecture(Architecture.X86_64)
      .addSupportedVirtualizationType(VirtualizationType.PARAVIRTUAL)
      .addSupportedVirtualizationType(VirtualizationType.HVM)
      .addSupportedRootDeviceType(DeviceType.EBS)
      .addSupportedRootDeviceType(DeviceType.INSTANCE_STORE)
      .addSupportedBootMode(BootMode.LEGACY_BIOS)
      .enaRequired(false)
      .nitroTpmSupported(false)
      .encryptionSupported(false)
      .build();

  /** An Apple silicon type, which boots as DescribeInstanceTypes tells of it. */
  public static final InstanceTypeInfo MAC = InstanceTypeInfo.builder()
      .instanceType("mac2.metal")
      .addSupportedArchitecture(Architecture.ARM64_MAC)
      .addSupportedVirtualizationType(VirtualizationType.HVM)
      .addSupportedRootDeviceType(DeviceType.EBS)
      .addSupportedBootMode(BootMode.LEGACY_BIOS)
      .enaRequired(true)
      .nitroTpmSupported(false)
      .encryptionSupported(true)
      .build();

  private TestInstanceTypes() {}
}

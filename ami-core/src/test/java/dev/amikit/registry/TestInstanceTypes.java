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
      .addSupportedArchitectures(Architecture.X86_64)
      .addSupportedVirtualizationTypes(VirtualizationType.HVM)
      .addSupportedRootDeviceTypes(DeviceType.EBS)
      .addSupportedBootModes(BootMode.LEGACY_BIOS, BootMode.UEFI)
      .enaRequired(true)
      .nitroTpmSupported(true)
      .encryptionSupported(true)
      .build();

  /** A Graviton type. */
  public static final InstanceTypeInfo GRAVITON = InstanceTypeInfo.builder()
      .instanceType("m7g.large")
      .addSupportedArchitectures(Architecture.ARM64)
      .addSupportedVirtualizationTypes(VirtualizationType.HVM)
      .addSupportedRootDeviceTypes(DeviceType.EBS)
      .addSupportedBootModes(BootMode.UEFI)
      .enaRequired(true)
      .nitroTpmSupported(true)
      .encryptionSupported(true)
      .build();

  /** A type of the first generation, on Xen. */
  public static final InstanceTypeInfo XEN = InstanceTypeInfo.builder()
      .instanceType("m1.small")
      .addSupportedArchitectures(Architecture.I386, Architecture.X86_64)
      .addSupportedVirtualizationTypes(VirtualizationType.PARAVIRTUAL, VirtualizationType.HVM)
      .addSupportedRootDeviceTypes(DeviceType.EBS, DeviceType.INSTANCE_STORE)
      .addSupportedBootModes(BootMode.LEGACY_BIOS)
      .enaRequired(false)
      .nitroTpmSupported(false)
      .encryptionSupported(false)
      .build();

  private TestInstanceTypes() {}
}

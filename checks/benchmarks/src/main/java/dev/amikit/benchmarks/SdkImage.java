package dev.amikit.benchmarks;

import software.amazon.awssdk.services.ec2.model.ArchitectureValues;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.BootModeValues;
import software.amazon.awssdk.services.ec2.model.DeviceType;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.HypervisorType;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ImageState;
import software.amazon.awssdk.services.ec2.model.ImageTypeValues;
import software.amazon.awssdk.services.ec2.model.ImdsSupportValues;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TpmSupportValues;
import software.amazon.awssdk.services.ec2.model.VirtualizationType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** A typical image as the AWS SDK has it: the same data as {@link PlainAmi}, no rule checked. */
final class SdkImage {
  private static final String CREATED = RawImage.CREATED.toString();
  private static final String LAUNCHED = RawImage.LAUNCHED.toString();
  private static final String DEPRECATED = RawImage.DEPRECATED.toString();

  private SdkImage() {}

  static Image of(RawImage raw) {
    return Image.builder()
        .imageId(raw.imageId())
        .imageType(ImageTypeValues.MACHINE)
        .ownerId(raw.ownerId())
        .name(raw.name())
        .description(raw.description())
        .state(ImageState.AVAILABLE)
        .creationDate(CREATED)
        .imageLocation(raw.imageLocation())
        .architecture(ArchitectureValues.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .hypervisor(HypervisorType.XEN)
        .platformDetails("Linux/UNIX")
        .usageOperation("RunInstances")
        .rootDeviceType(DeviceType.EBS)
        .rootDeviceName("/dev/xvda")
        .blockDeviceMappings(
            mapping("/dev/xvda", raw.rootSnapshotId(), 8),
            mapping("/dev/sdb", raw.dataSnapshotId(), 100))
        .enaSupport(true)
        .sriovNetSupport("simple")
        .bootMode(BootModeValues.UEFI_PREFERRED)
        .tpmSupport(TpmSupportValues.V2_0)
        .imdsSupport(ImdsSupportValues.V2_0)
        .deprecationTime(DEPRECATED)
        .deregistrationProtection("disabled")
        .lastLaunchedTime(LAUNCHED)
        .sourceInstanceId(raw.sourceInstanceId())
        .sourceImageId(raw.sourceImageId())
        .sourceImageRegion("us-east-1")
        .publicLaunchPermissions(false)
        .tags(
            tag("Application", raw.application()),
            tag("Environment", raw.environment()),
            tag("Team", raw.team()),
            tag("Version", raw.version()),
            tag("CostCenter", raw.costCenter()))
        .imageAllowed(true)
        .build();
  }

  static Image[] of(RawImage[] images) {
    Image[] all = new Image[images.length];
    for (int i = 0; i < images.length; i++) {
      all[i] = of(images[i]);
    }
    return all;
  }

  private static BlockDeviceMapping mapping(String deviceName, String snapshotId, int gib) {
    return BlockDeviceMapping.builder()
        .deviceName(deviceName)
        .ebs(EbsBlockDevice.builder()
            .snapshotId(snapshotId)
            .volumeSize(gib)
            .volumeType(VolumeType.GP3)
            .iops(3000)
            .throughput(125)
            .deleteOnTermination(true)
            .encrypted(true)
            .build())
        .build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}

package dev.amikit.benchmarks;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;

/** A typical image as an {@link Ami}: the same data as {@link PlainAmi}, every rule checked. */
final class TypicalAmi {
  private static final DeregistrationProtection PROTECTION =
      new DeregistrationProtection.Disabled();

  private TypicalAmi() {}

  static Ami of(RawImage raw) {
    return Ami.builder()
        .imageId(raw.imageId())
        .ownerId(raw.ownerId())
        .name(raw.name())
        .description(raw.description())
        .state(AmiState.AVAILABLE)
        .creationDate(RawImage.CREATED)
        .imageLocation(raw.imageLocation())
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .hypervisor(Hypervisor.XEN)
        .linux()
        .ebsRoot("/dev/xvda", volume(8, raw.rootSnapshotId()))
        .addBlockDeviceMapping(
            BlockDeviceMapping.ebs(DeviceName.of("/dev/sdb"), volume(100, raw.dataSnapshotId())))
        .enaSupport(true)
        .sriovNetSupport(SriovNetSupport.SIMPLE)
        .bootMode(BootMode.UEFI_PREFERRED)
        .tpmSupport(TpmSupport.V2_0)
        .imdsSupport(ImdsSupport.V2_0)
        .deprecationTime(RawImage.DEPRECATED)
        .deregistrationProtection(PROTECTION)
        .lastLaunchedTime(RawImage.LAUNCHED)
        .sourceInstanceId(InstanceId.of(raw.sourceInstanceId()))
        .sourceImageId(ImageId.of(raw.sourceImageId()))
        .sourceImageRegion(Region.US_EAST_1)
        .tags(Tags.of(
            Tag.of("Application", raw.application()),
            Tag.of("Environment", raw.environment()),
            Tag.of("Team", raw.team()),
            Tag.of("Version", raw.version()),
            Tag.of("CostCenter", raw.costCenter())))
        .imageAllowed(true)
        .build();
  }

  static Ami[] of(RawImage[] images) {
    Ami[] amis = new Ami[images.length];
    for (int i = 0; i < images.length; i++) {
      amis[i] = of(images[i]);
    }
    return amis;
  }

  private static EbsBlockDevice volume(int gib, String snapshotId) {
    return EbsBlockDevice.builder()
        .snapshotId(SnapshotId.of(snapshotId))
        .volumeSize(gib)
        .volumeType(VolumeType.GP3)
        .iops(3000)
        .throughput(125)
        .deleteOnTermination(true)
        .encrypted(true)
        .build();
  }
}

package dev.amikit.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageType;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The filters made from typed values are those that the AWS CLI spells so. */
class TypedFilterTest {
  private static final List<Filter> OF_IMAGES = List.of(
      ImageFilters.architecture(Architecture.ARM64, Architecture.X86_64),
      ImageFilters.deleteOnTermination(false),
      ImageFilters.deviceName("/dev/sd*"),
      ImageFilters.encrypted(true),
      ImageFilters.snapshotId(SnapshotId.of("snap-00000001")),
      ImageFilters.volumeSize(8),
      ImageFilters.volumeType(VolumeType.GP3),
      ImageFilters.creationDate("2021-09-29T*"),
      ImageFilters.description("a b"),
      ImageFilters.enaSupport(true),
      ImageFilters.freeTierEligible(true),
      ImageFilters.hypervisor(Hypervisor.XEN),
      ImageFilters.imageAllowed(false),
      ImageFilters.imageId("ami-0*"),
      ImageFilters.imageType(ImageType.MACHINE),
      ImageFilters.watermarkSourceImageCreationTime("2024*"),
      ImageFilters.watermarkSourceImageId(ImageId.of("ami-00000001")),
      ImageFilters.watermarkSourceImageRegion(Region.EU_WEST_1),
      ImageFilters.watermarkCreationTime("2025*"),
      ImageFilters.watermarkKey("111122223333:*"),
      ImageFilters.isPublic(true),
      ImageFilters.kernelId(KernelId.of("aki-00000001")),
      ImageFilters.manifestLocation("bucket/*"),
      ImageFilters.name("golden-*", "web-*"),
      ImageFilters.ownerAlias(OwnerAlias.AMAZON),
      ImageFilters.ownerId(AccountId.of("012345678901")),
      ImageFilters.platform(Platform.WINDOWS),
      ImageFilters.productCode("abc*"),
      ImageFilters.productCodeType(ProductCodeType.MARKETPLACE),
      ImageFilters.publicSsmParameterName("/aws/service/*"),
      ImageFilters.ramdiskId(RamdiskId.of("ari-00000001")),
      ImageFilters.rootDeviceName("/dev/xvda"),
      ImageFilters.rootDeviceType(DeviceType.INSTANCE_STORE),
      ImageFilters.sourceImageId(ImageId.of("ami-00000002")),
      ImageFilters.sourceImageRegion(Region.US_EAST_1),
      ImageFilters.sourceInstanceId(InstanceId.of("i-00000001")),
      ImageFilters.state(AmiState.PENDING, AmiState.FAILED),
      ImageFilters.stateReasonCode("Client.*"),
      ImageFilters.stateReasonMessage("*"),
      ImageFilters.sriovNetSupport(SriovNetSupport.SIMPLE),
      ImageFilters.tag("env", "prod", ""),
      ImageFilters.tagKey("e*"),
      ImageFilters.virtualizationType(VirtualizationType.HVM));

  private static final List<Filter> OF_SNAPSHOTS = List.of(
      SnapshotFilters.description("a*"),
      SnapshotFilters.encrypted(false),
      SnapshotFilters.ownerAlias(OwnerAlias.AMAZON),
      SnapshotFilters.ownerId(AccountId.of("012345678901")),
      SnapshotFilters.progress("80%"),
      SnapshotFilters.snapshotId("snap-0*"),
      SnapshotFilters.startTime("2021*"),
      SnapshotFilters.status(SnapshotState.COMPLETED),
      SnapshotFilters.storageTier(StorageTier.ARCHIVE),
      SnapshotFilters.tag("env", "prod"),
      SnapshotFilters.tagKey("e*"),
      SnapshotFilters.transferType(TransferType.TIME_BASED),
      SnapshotFilters.volumeId("vol-0*"),
      SnapshotFilters.volumeSize(100));

  @Test
  void images_have_43() {
    assertThat(OF_IMAGES)
        .extracting(Filter::toString)
        .containsExactly(
            "Name=architecture,Values=arm64,x86_64",
            "Name=block-device-mapping.delete-on-termination,Values=false",
            "Name=block-device-mapping.device-name,Values=/dev/sd*",
            "Name=block-device-mapping.encrypted,Values=true",
            "Name=block-device-mapping.snapshot-id,Values=snap-00000001",
            "Name=block-device-mapping.volume-size,Values=8",
            "Name=block-device-mapping.volume-type,Values=gp3",
            "Name=creation-date,Values=2021-09-29T*",
            "Name=description,Values=\"a b\"",
            "Name=ena-support,Values=true",
            "Name=free-tier-eligible,Values=true",
            "Name=hypervisor,Values=xen",
            "Name=image-allowed,Values=false",
            "Name=image-id,Values=ami-0*",
            "Name=image-type,Values=machine",
            "Name=image-watermark.source-image-creation-time,Values=2024*",
            "Name=image-watermark.source-image-id,Values=ami-00000001",
            "Name=image-watermark.source-image-region,Values=eu-west-1",
            "Name=image-watermark.watermark-creation-time,Values=2025*",
            "Name=image-watermark.watermark-key,Values=111122223333:*",
            "Name=is-public,Values=true",
            "Name=kernel-id,Values=aki-00000001",
            "Name=manifest-location,Values=bucket/*",
            "Name=name,Values=golden-*,web-*",
            "Name=owner-alias,Values=amazon",
            "Name=owner-id,Values=012345678901",
            "Name=platform,Values=windows",
            "Name=product-code,Values=abc*",
            "Name=product-code.type,Values=marketplace",
            "Name=public-ssm-parameter-name,Values=/aws/service/*",
            "Name=ramdisk-id,Values=ari-00000001",
            "Name=root-device-name,Values=/dev/xvda",
            "Name=root-device-type,Values=instance-store",
            "Name=source-image-id,Values=ami-00000002",
            "Name=source-image-region,Values=us-east-1",
            "Name=source-instance-id,Values=i-00000001",
            "Name=state,Values=pending,failed",
            "Name=state-reason-code,Values=Client.*",
            "Name=state-reason-message,Values=*",
            "Name=sriov-net-support,Values=simple",
            "Name=tag:env,Values=prod,\"\"",
            "Name=tag-key,Values=e*",
            "Name=virtualization-type,Values=hvm");
    assertThat(OF_IMAGES).hasSize(43).allMatch(filter -> ImageFilters.isName(filter.name()));
  }

  @Test
  void snapshots_have_14() {
    assertThat(OF_SNAPSHOTS)
        .extracting(Filter::toString)
        .containsExactly(
            "Name=description,Values=a*",
            "Name=encrypted,Values=false",
            "Name=owner-alias,Values=amazon",
            "Name=owner-id,Values=012345678901",
            "Name=progress,Values=80%",
            "Name=snapshot-id,Values=snap-0*",
            "Name=start-time,Values=2021*",
            "Name=status,Values=completed",
            "Name=storage-tier,Values=archive",
            "Name=tag:env,Values=prod",
            "Name=tag-key,Values=e*",
            "Name=transfer-type,Values=time-based",
            "Name=volume-id,Values=vol-0*",
            "Name=volume-size,Values=100");
    assertThat(OF_SNAPSHOTS).hasSize(14).allMatch(filter -> SnapshotFilters.isName(filter.name()));
  }
}

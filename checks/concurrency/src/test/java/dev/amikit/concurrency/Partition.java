package dev.amikit.concurrency;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A partition that threads ask: a registry, or what stands in for one. */
interface Partition {
  AccountId OWNER = AccountId.of("111122223333");
  AccountId FRIEND = AccountId.of("444455556666");
  Region HERE = Region.US_EAST_1;
  SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
  int SMALLEST_PAGE = 5;
  Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  PartitionState START = start();

  <R> R call(AccountId caller, Operation<R> operation);

  Optional<Ami> describeImage(AccountId caller, ImageId imageId);

  /** All images that the owner sees, asked for page by page. */
  List<Ami> describeImages();

  ImageAttribute describeLaunchPermission(ImageId imageId);

  PartitionState state();

  static RegisterImage image(String name) {
    DeviceName root = DeviceName.of("/dev/xvda");
    return RegisterImage.builder()
        .name(ImageName.of(name))
        .rootDeviceName(root)
        .addBlockDeviceMapping(
            BlockDeviceMapping.ebs(root, EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT)))
        .build();
  }

  /** There is a snapshot, and one image fewer than the smallest page has. */
  private static PartitionState start() {
    PartitionState start = PartitionState.empty().after(snapshotStored());
    for (int i = 1; i < SMALLEST_PAGE; i++) {
      Ami image = Ami.builder()
          .imageId("ami-0000000%d".formatted(i))
          .ownerId(OWNER)
          .name("standing-" + i)
          .linux()
          .architecture(Architecture.X86_64)
          .virtualizationType(VirtualizationType.HVM)
          .state(AmiState.AVAILABLE)
          .ebsRoot("/dev/xvda", EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT))
          .build();
      start = start.after(new RegistryEvent.ImageCreated(HERE, image));
    }
    return start;
  }

  private static RegistryEvent snapshotStored() {
    return new RegistryEvent.SnapshotCreated(
        HERE,
        Snapshot.builder()
            .snapshotId(SNAPSHOT)
            .ownerId(OWNER)
            .state(SnapshotState.COMPLETED)
            .progress(100)
            .startTime(NOW)
            .volumeId(VolumeId.of("vol-0123456789abcdef0"))
            .volumeSize(8)
            .encrypted(false)
            .storageTier(StorageTier.STANDARD)
            .build());
  }
}

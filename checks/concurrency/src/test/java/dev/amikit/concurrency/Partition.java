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
import dev.amikit.image.ImageName;
import dev.amikit.registry.ImageAttribute;
import dev.amikit.registry.Operation;
import dev.amikit.registry.PartitionState;
import dev.amikit.registry.RegisterImage;
import dev.amikit.registry.RegistryEvent;
import dev.amikit.registry.StoredSnapshot;
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
  Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** There is one snapshot. */
  PartitionState START = PartitionState.empty().after(snapshotStored());

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

  private static RegistryEvent snapshotStored() {
    return new RegistryEvent.SnapshotStored(
        HERE,
        StoredSnapshot.of(Snapshot.builder()
            .snapshotId(SNAPSHOT)
            .ownerId(OWNER)
            .state(SnapshotState.COMPLETED)
            .progress(100)
            .startTime(NOW)
            .volumeId(VolumeId.of("vol-0123456789abcdef0"))
            .volumeSize(8)
            .encrypted(false)
            .storageTier(StorageTier.STANDARD)
            .build()));
  }
}

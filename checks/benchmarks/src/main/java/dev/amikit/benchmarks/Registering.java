package dev.amikit.benchmarks;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StoredSnapshot;

/** What it takes to register an image like another: a snapshot, and a request. */
final class Registering {
  private Registering() {}

  /** That the snapshot of the root device is there. */
  static RegistryEvent snapshot(Ami ami) {
    return new RegistryEvent.SnapshotStored(
        Stock.REGION,
        StoredSnapshot.of(Snapshot.builder()
            .snapshotId(rootSnapshotId(ami))
            .ownerId(ami.ownerId())
            .state(SnapshotState.COMPLETED)
            .progress(100)
            .startTime(RawImage.CREATED)
            .volumeSize(8)
            .encrypted(false)
            .build()));
  }

  static RegisterImage request(Ami ami) {
    return request(ami, ami.name().orElseThrow().value());
  }

  static RegisterImage request(Ami ami, String name) {
    DeviceName root = ami.rootDeviceName().orElseThrow();
    return RegisterImage.builder()
        .name(ImageName.of(name))
        .description(ami.description())
        .architecture(ami.architecture())
        .virtualizationType(VirtualizationType.HVM)
        .rootDeviceName(root)
        .addBlockDeviceMappings(BlockDeviceMapping.ebs(
            root, EbsBlockDevice.builder().snapshotId(rootSnapshotId(ami)).build()))
        .addTagSpecifications(TagSpecification.image(ami.tags()))
        .build();
  }

  private static SnapshotId rootSnapshotId(Ami ami) {
    return ami.rootDevice().flatMap(BlockDeviceMapping::snapshotId).orElseThrow();
  }
}

package dev.amikit.benchmarks;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/** What it takes to register an image like another: a snapshot, and a request. */
final class Registering {
  private Registering() {}

  /** That the snapshot of the root device is there. */
  static RegistryEvent snapshot(Ami ami) {
    return snapshot(Region.US_EAST_1, ami);
  }

  /** That the snapshot of the root device is there, in a Region. */
  static RegistryEvent snapshot(Region region, Ami ami) {
    return new RegistryEvent.SnapshotCreated(
        region,
        Snapshot.builder()
            .snapshotId(ami.rootSnapshotId().orElseThrow())
            .ownerId(ami.ownerId())
            .state(SnapshotState.COMPLETED)
            .progress(100)
            .startTime(RawImage.CREATED)
            .volumeSize(8)
            .encrypted(false)
            .build());
  }

  static RegisterImage request(Ami ami) {
    return request(ami, ami.name().orElseThrow().value());
  }

  static RegisterImage request(Ami ami, String name) {
    DeviceName root = ami.rootDeviceName().orElseThrow();
    return RegisterImage.builder()
        .name(name)
        .description(ami.description())
        .architecture(ami.architecture())
        .virtualizationType(VirtualizationType.HVM)
        .rootDeviceName(root)
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            root, EbsBlockDevice.ofSnapshot(ami.rootSnapshotId().orElseThrow())))
        .addTagSpecification(TagSpecification.image(ami.tags()))
        .build();
  }
}

package dev.amikit.registry.instance;

import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.VolumeEncryption;
import dev.amikit.registry.plan.VolumeFigures;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An EBS volume of a new instance, as request and image describe it.
 *
 * @param path what describes it, for violations
 * @param requested what the request says; nothing if it says nothing
 * @param inImage what the image says; nothing if the volume is new
 * @param isRoot whether the instance boots from it
 */
record LaunchVolume(String path, EbsBlockDevice requested, EbsBlockDevice inImage, boolean isRoot) {
  private static final EbsBlockDevice NOTHING = EbsBlockDevice.builder().build();

  static final Rule ROOT_BOOTABLE = Rule.rule(
          "run-instances.root-bootable",
          "an instance does not boot from a volume of type st1 or sc1",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "EBS User Guide, Volume types; observed: answers of RunInstances that users quote",
          "VOL-13")
      .saying(quoted("The parameter iops is not supported for {volumeType} volumes"));

  /** The EBS volumes of an instance: those of the image, as they are overridden, and new ones. */
  static ImmutableMap<DeviceName, LaunchVolume> merged(
      Ami image, ImmutableList<BlockDeviceMapping> requested) {
    Map<DeviceName, LaunchVolume> volumes = new LinkedHashMap<>();
    image
        .blockDeviceMappings()
        .forEach(device -> device
            .ebs()
            .ifPresent(ebs -> volumes.put(
                device.deviceName(),
                new LaunchVolume(
                    "image.blockDeviceMappings[" + device.deviceName() + "].ebs",
                    NOTHING,
                    ebs,
                    image.bootsFrom(device.deviceName())))));
    for (int i = 0; i < requested.size(); i++) {
      BlockDeviceMapping device = requested.get(i);
      DeviceName name = device.deviceName();
      if (device.ebs().isEmpty()) {
        volumes.remove(name);
      } else {
        EbsBlockDevice inImage =
            image.device(name).flatMap(BlockDeviceMapping::ebs).orElse(NOTHING);
        volumes.put(
            name,
            new LaunchVolume(
                DeviceRules.path(i) + ".ebs", device.ebs().get(), inImage, image.bootsFrom(name)));
      }
    }
    return ImmutableMap.copyOf(volumes);
  }

  /** The instance store volumes of an instance, in the same way. */
  static ImmutableMap<DeviceName, String> virtualDevices(
      Ami image, ImmutableList<BlockDeviceMapping> requested) {
    Map<DeviceName, String> devices = new LinkedHashMap<>();
    image
        .blockDeviceMappings()
        .forEach(device ->
            device.virtualName().ifPresent(name -> devices.put(device.deviceName(), name)));
    requested.forEach(device -> {
      devices.remove(device.deviceName());
      device.virtualName().ifPresent(name -> devices.put(device.deviceName(), name));
    });
    return ImmutableMap.copyOf(devices);
  }

  Optional<SnapshotId> snapshotId() {
    return requested.snapshotId().or(inImage::snapshotId);
  }

  boolean deleteOnTermination() {
    return requested.deleteOnTermination().or(inImage::deleteOnTermination).orElse(isRoot);
  }

  OptionalInt ebsCardIndex() {
    return requested.ebsCardIndex().isPresent() ? requested.ebsCardIndex() : inImage.ebsCardIndex();
  }

  VolumeFigures figures(ImmutableMap<SnapshotId, Snapshot> snapshots) {
    return VolumeFigures.of(requested, inImage, snapshotId().map(snapshots::get));
  }

  VolumeEncryption encryption(Plan plan, ImmutableMap<SnapshotId, Snapshot> snapshots) {
    return VolumeEncryption.of(plan, requested, inImage, snapshotId().map(snapshots::get));
  }

  /** How the volume is encrypted if it is made from another snapshot. */
  VolumeEncryption encryption(Plan plan, Snapshot other) {
    return VolumeEncryption.of(plan, requested, inImage, Optional.of(other));
  }

  ImmutableList<Violation> violations(VolumeFigures figures) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (isRoot && !figures.volumeType().limits().map(VolumeLimits::bootable).orElse(true)) {
      broken.add(ROOT_BOOTABLE.brokenBy(path + ".volumeType", figures.volumeType()));
    }
    figures.violations(false).forEach(violation -> broken.add(violation.within(path)));
    return broken
        .addAll(DeviceRules.rateWithoutSnapshot(requested, snapshotId(), path))
        .build();
  }
}

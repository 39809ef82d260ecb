package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.AmiState;
import java.time.Instant;
import java.util.Optional;

/** A typical image as a record without any rule: the floor under {@link dev.amikit.image.Ami}. */
record PlainAmi(
    String imageId,
    String imageType,
    String ownerId,
    String name,
    String description,
    AmiState state,
    Instant creationDate,
    String imageLocation,
    String architecture,
    String virtualizationType,
    String hypervisor,
    String platformDetails,
    String usageOperation,
    String rootDeviceType,
    String rootDeviceName,
    ImmutableList<Mapping> blockDeviceMappings,
    Boolean enaSupport,
    String sriovNetSupport,
    String bootMode,
    String tpmSupport,
    String imdsSupport,
    Instant deprecationTime,
    String deregistrationProtection,
    Instant lastLaunchedTime,
    String sourceInstanceId,
    String sourceImageId,
    String sourceImageRegion,
    ImmutableSet<String> launchPermissions,
    ImmutableMap<String, String> tags,
    Boolean imageAllowed) {

  record Mapping(
      String deviceName,
      String snapshotId,
      int volumeSize,
      String volumeType,
      int iops,
      int throughput,
      boolean deleteOnTermination,
      boolean encrypted) {}

  static PlainAmi of(RawImage raw) {
    return new PlainAmi(
        raw.imageId(),
        "machine",
        raw.ownerId(),
        raw.name(),
        raw.description(),
        AmiState.AVAILABLE,
        RawImage.CREATED,
        raw.imageLocation(),
        "x86_64",
        "hvm",
        "xen",
        "Linux/UNIX",
        "RunInstances",
        "ebs",
        "/dev/xvda",
        ImmutableList.of(
            new Mapping("/dev/xvda", raw.rootSnapshotId(), 8, "gp3", 3000, 125, true, true),
            new Mapping("/dev/sdb", raw.dataSnapshotId(), 100, "gp3", 3000, 125, true, true)),
        true,
        "simple",
        "uefi-preferred",
        "v2.0",
        "v2.0",
        RawImage.DEPRECATED,
        "disabled",
        RawImage.LAUNCHED,
        raw.sourceInstanceId(),
        raw.sourceImageId(),
        "us-east-1",
        ImmutableSet.of(),
        ImmutableMap.of(
            "Application",
            raw.application(),
            "Environment",
            raw.environment(),
            "Team",
            raw.team(),
            "Version",
            raw.version(),
            "CostCenter",
            raw.costCenter()),
        true);
  }

  static PlainAmi[] of(RawImage[] images) {
    PlainAmi[] amis = new PlainAmi[images.length];
    for (int i = 0; i < images.length; i++) {
      amis[i] = of(images[i]);
    }
    return amis;
  }

  PlainAmi withState(AmiState state) {
    return new PlainAmi(
        imageId,
        imageType,
        ownerId,
        name,
        description,
        state,
        creationDate,
        imageLocation,
        architecture,
        virtualizationType,
        hypervisor,
        platformDetails,
        usageOperation,
        rootDeviceType,
        rootDeviceName,
        blockDeviceMappings,
        enaSupport,
        sriovNetSupport,
        bootMode,
        tpmSupport,
        imdsSupport,
        deprecationTime,
        deregistrationProtection,
        lastLaunchedTime,
        sourceInstanceId,
        sourceImageId,
        sourceImageRegion,
        launchPermissions,
        tags,
        imageAllowed);
  }

  PlainAmi withDescription(Optional<String> description) {
    return new PlainAmi(
        imageId,
        imageType,
        ownerId,
        name,
        description.orElse(""),
        state,
        creationDate,
        imageLocation,
        architecture,
        virtualizationType,
        hypervisor,
        platformDetails,
        usageOperation,
        rootDeviceType,
        rootDeviceName,
        blockDeviceMappings,
        enaSupport,
        sriovNetSupport,
        bootMode,
        tpmSupport,
        imdsSupport,
        deprecationTime,
        deregistrationProtection,
        lastLaunchedTime,
        sourceInstanceId,
        sourceImageId,
        sourceImageRegion,
        launchPermissions,
        tags,
        imageAllowed);
  }
}

package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.AmiState;
import java.time.Instant;
import java.util.Optional;

/**
 * A typical image as a record without any rule, each member of which is there: the floor under
 * {@link dev.amikit.image.Ami}.
 */
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
      boolean encrypted) {
    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Mapping that
              && deviceName.equals(that.deviceName)
              && snapshotId.equals(that.snapshotId)
              && volumeSize == that.volumeSize
              && volumeType.equals(that.volumeType)
              && iops == that.iops
              && throughput == that.throughput
              && deleteOnTermination == that.deleteOnTermination
              && encrypted == that.encrypted;
    }

    @Override
    public int hashCode() {
      int hash = deviceName.hashCode();
      hash = 31 * hash + snapshotId.hashCode();
      hash = 31 * hash + volumeSize;
      hash = 31 * hash + volumeType.hashCode();
      hash = 31 * hash + iops;
      hash = 31 * hash + throughput;
      hash = 31 * hash + Boolean.hashCode(deleteOnTermination);
      hash = 31 * hash + Boolean.hashCode(encrypted);
      return hash;
    }
  }

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

  // A record's own are put together at their first call, and cost what that comes to.

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof PlainAmi that
            && imageId.equals(that.imageId)
            && imageType.equals(that.imageType)
            && ownerId.equals(that.ownerId)
            && name.equals(that.name)
            && description.equals(that.description)
            && state.equals(that.state)
            && creationDate.equals(that.creationDate)
            && imageLocation.equals(that.imageLocation)
            && architecture.equals(that.architecture)
            && virtualizationType.equals(that.virtualizationType)
            && hypervisor.equals(that.hypervisor)
            && platformDetails.equals(that.platformDetails)
            && usageOperation.equals(that.usageOperation)
            && rootDeviceType.equals(that.rootDeviceType)
            && rootDeviceName.equals(that.rootDeviceName)
            && blockDeviceMappings.equals(that.blockDeviceMappings)
            && enaSupport.equals(that.enaSupport)
            && sriovNetSupport.equals(that.sriovNetSupport)
            && bootMode.equals(that.bootMode)
            && tpmSupport.equals(that.tpmSupport)
            && imdsSupport.equals(that.imdsSupport)
            && deprecationTime.equals(that.deprecationTime)
            && deregistrationProtection.equals(that.deregistrationProtection)
            && lastLaunchedTime.equals(that.lastLaunchedTime)
            && sourceInstanceId.equals(that.sourceInstanceId)
            && sourceImageId.equals(that.sourceImageId)
            && sourceImageRegion.equals(that.sourceImageRegion)
            && launchPermissions.equals(that.launchPermissions)
            && tags.equals(that.tags)
            && imageAllowed.equals(that.imageAllowed);
  }

  @Override
  public int hashCode() {
    int hash = imageId.hashCode();
    hash = 31 * hash + imageType.hashCode();
    hash = 31 * hash + ownerId.hashCode();
    hash = 31 * hash + name.hashCode();
    hash = 31 * hash + description.hashCode();
    hash = 31 * hash + state.hashCode();
    hash = 31 * hash + creationDate.hashCode();
    hash = 31 * hash + imageLocation.hashCode();
    hash = 31 * hash + architecture.hashCode();
    hash = 31 * hash + virtualizationType.hashCode();
    hash = 31 * hash + hypervisor.hashCode();
    hash = 31 * hash + platformDetails.hashCode();
    hash = 31 * hash + usageOperation.hashCode();
    hash = 31 * hash + rootDeviceType.hashCode();
    hash = 31 * hash + rootDeviceName.hashCode();
    hash = 31 * hash + blockDeviceMappings.hashCode();
    hash = 31 * hash + enaSupport.hashCode();
    hash = 31 * hash + sriovNetSupport.hashCode();
    hash = 31 * hash + bootMode.hashCode();
    hash = 31 * hash + tpmSupport.hashCode();
    hash = 31 * hash + imdsSupport.hashCode();
    hash = 31 * hash + deprecationTime.hashCode();
    hash = 31 * hash + deregistrationProtection.hashCode();
    hash = 31 * hash + lastLaunchedTime.hashCode();
    hash = 31 * hash + sourceInstanceId.hashCode();
    hash = 31 * hash + sourceImageId.hashCode();
    hash = 31 * hash + sourceImageRegion.hashCode();
    hash = 31 * hash + launchPermissions.hashCode();
    hash = 31 * hash + tags.hashCode();
    hash = 31 * hash + imageAllowed.hashCode();
    return hash;
  }
}

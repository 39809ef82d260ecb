package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageName;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.Broken;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Map;
import java.util.Optional;

/** What all operations that make an image have in common. */
public final class NewImages {
  public static final Rule QUOTA = Rule.rule(
          "image.quota",
          "an account has no more images in a Region than its quota",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, AMI quotas",
          "LIFE-23",
          "QUOTA-01")
      .saying(own("You have reached your quota of {quota} for the number of images allowed in this"
          + " Region."));

  /** What is billed for an image of which nothing else is told. */
  public static final BillingProduct LINUX = new BillingProduct("Linux/UNIX", "RunInstances");

  private NewImages() {}

  /** What is wrong with the form of a name and a description. */
  public static ImmutableList<Violation> malformed(ImageName name, Optional<String> description) {
    Broken broken = Broken.NOTHING;
    if (!name.isRegistrable()) {
      broken = broken.and(ImageName.REGISTRABLE.brokenBy("name", name));
    }
    if (description.isPresent()) {
      broken = broken.and(ModifyDescription.broken(description.get()));
    }
    return broken.violations();
  }

  /** Refuses one image more than the caller can have. */
  public static void requireQuota(Plan plan) {
    int images = plan.here().images().count(plan.caller());
    int quota = plan.settings().quotas().images();
    if (images >= quota) {
      throw Plan.refused(
          QUOTA.brokenBy("", images + " images").with("quota", quota).hinting("at most " + quota));
    }
  }

  /** A pending image of the caller, private and without anything that only its owner adds. */
  public static Ami.Builder pending(Plan plan, ImageId id, ImageName name) {
    return Ami.builder()
        .imageId(id)
        .ownerId(plan.caller())
        .imageOwnerAlias(plan.state().profile(plan.caller()).ownerAlias())
        .name(name)
        .state(AmiState.PENDING)
        .creationDate(plan.now().truncatedTo(Ami.TIME_UNIT))
        .imageLocation(location(plan, name))
        .hypervisor(Hypervisor.XEN)
        .deregistrationProtection(DeregistrationProtection.disabled());
  }

  /**
   * A pending image of the caller that is like another, private and without anything that only an
   * owner adds; description, watermarks and tags are still those of the other.
   *
   * @param volumes the volumes of the devices that snapshots are made for; until these are there,
   *     the mapping names none
   */
  public static Ami.Builder pendingLike(
      Plan plan,
      ImageId id,
      Ami source,
      Region sourceRegion,
      ImageName name,
      ImmutableMap<DeviceName, EbsBlockDevice> volumes) {
    return source.toBuilder()
        .imageId(id)
        .ownerId(plan.caller())
        .imageOwnerAlias(plan.state().profile(plan.caller()).ownerAlias())
        .name(name)
        .state(AmiState.PENDING)
        .stateReason(Optional.empty())
        .creationDate(plan.now().truncatedTo(Ami.TIME_UNIT))
        .imageLocation(location(plan, name))
        .blockDeviceMappings(source.blockDeviceMappings().stream()
            .map(device -> pending(device, volumes))
            .toList())
        .deprecationTime(Optional.empty())
        .deregistrationProtection(DeregistrationProtection.disabled())
        .lastLaunchedTime(Optional.empty())
        .sourceInstanceId(Optional.empty())
        .sourceImageId(source.imageId())
        .sourceImageRegion(sourceRegion)
        .launchPermissions(ImmutableSet.of())
        .imageAllowed(Optional.empty())
        .publicSsmParameterName(Optional.empty())
        .recycleBinStay(Optional.empty());
  }

  /** A device whose snapshot is still to be named. */
  private static BlockDeviceMapping pending(
      BlockDeviceMapping device, ImmutableMap<DeviceName, EbsBlockDevice> volumes) {
    DeviceName name = device.deviceName();
    return Optional.ofNullable(volumes.get(name))
        .map(volume -> BlockDeviceMapping.ebs(
            name, volume.toBuilder().snapshotId(Optional.empty()).build()))
        .orElse(device);
  }

  /**
   * The volumes of an image that is like another: those that have a snapshot, each with the copy of
   * it.
   */
  public static ImmutableMap<DeviceName, EbsBlockDevice> volumesLike(
      Ami source, Map<SnapshotId, Snapshot> copies) {
    return source.blockDeviceMappings().stream()
        .filter(device -> device.snapshotId().isPresent())
        .collect(ImmutableMap.toImmutableMap(BlockDeviceMapping::deviceName, device -> {
          Snapshot copy = requireNonNull(copies.get(device.snapshotId().get()));
          return device.ebs().orElseThrow().toBuilder()
              .kmsKeyId(Optional.empty())
              .snapshotId(copy.snapshotId())
              .encrypted(copy.isEncrypted())
              .build();
        }));
  }

  /** Where an image is that has no manifest: its owner and its name. */
  public static String location(Plan plan, ImageName name) {
    Optional<OwnerAlias> alias = plan.state().profile(plan.caller()).ownerAlias();
    return (alias.isPresent() ? alias.get().toString() : plan.caller().toString()) + "/" + name;
  }

  /** Of an image that came with none, whether it is in the free tier: a Linux that nobody pays. */
  private static Ami withFreeTier(Plan plan, Ami ami) {
    if (ami.freeTierEligible().isPresent() || ami.usageOperation().isEmpty()) {
      return ami;
    }
    boolean isFree = ami.platformDetails().equals(Optional.of(LINUX.platformDetails()))
        && ami.usageOperation().equals(Optional.of(LINUX.usageOperation()))
        && ami.productCodes().isEmpty();
    return ami.withFreeTierEligible(Optional.of(isFree && plan.settings().freeTierEligible()));
  }

  /**
   * Plans that an image is there and is being made; refuses one that cannot be. It will fail if
   * there is an obstacle, whatever the policy says.
   */
  public static ImageId begin(
      Plan plan,
      Ami.Builder image,
      ImmutableMap<DeviceName, EbsBlockDevice> volumes,
      Task.Kind kind,
      Optional<StateReason> obstacle) {
    Ami ami = withFreeTier(plan, image.build());
    plan.happens(new RegistryEvent.ImageCreated(plan.region(), ami));
    plan.begin(new ImageCreation(
        ami.imageId(),
        volumes,
        kind,
        plan.caller(),
        plan.now(),
        plan.due(kind),
        obstacle.isPresent() ? obstacle : plan.failure(kind)));
    return ami.imageId();
  }
}

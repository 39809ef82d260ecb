package dev.amikit.registry.image;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.ImageNames;
import dev.amikit.registry.plan.NewImages;
import dev.amikit.registry.plan.NewSnapshots;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.plan.VolumeFigures;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code CreateImage}: makes an image of an instance, with a snapshot of every EBS volume that is
 * attached and not suppressed. It answers with the ID of a pending image, whose mapping names the
 * new snapshots once the image is available.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateImage.html">CreateImage</a>
 */
@Value.Immutable
public abstract class CreateImage implements Operation<ImageId> {
  private static final ImmutableSet<InstanceState> STATES =
      ImmutableSet.of(InstanceState.RUNNING, InstanceState.STOPPING, InstanceState.STOPPED);

  /** The instance boots from EBS. */
  public static final Rule EBS_ROOT = rule(
      "create-image.ebs-root",
      "an image is made of an instance with an EBS root",
      UNSUPPORTED_OPERATION,
      "API reference, CreateImage; error codes, UnsupportedOperation",
      "CREATE-03",
      "CIM-01",
      "ROOT-13");

  /** The instance is there. */
  public static final Rule INSTANCE_STATE = rule(
      "create-image.instance-state",
      "an image is made of an instance that is running, stopping or stopped",
      INVALID_PARAMETER_VALUE,
      "observed",
      "CREATE-04",
      "CIM-01");

  /** The root stays. */
  public static final Rule ROOT_STAYS = rule(
      "create-image.root-stays",
      "the root device of an instance can be neither suppressed nor replaced in its image",
      INVALID_BLOCK_DEVICE_MAPPING,
      "inferred",
      "CIM-07");

  /** A volume is taken as it is. */
  public static final Rule VOLUME_AS_IT_IS = rule(
      "create-image.volume-as-it-is",
      "of a volume that the instance has, only DeleteOnTermination can be stated otherwise",
      INVALID_BLOCK_DEVICE_MAPPING,
      "API reference, CreateImage, BlockDeviceMappings",
      "CREATE-10",
      "CREATE-12",
      "CIM-04",
      "CIM-05",
      "CIM-11");

  CreateImage() {}

  /** {@return the instance, which the caller owns} */
  public abstract InstanceId instanceId();

  /** {@return the name, free in the account and the Region} */
  public abstract ImageName name();

  /** {@return what the owner says of the image} */
  public abstract Optional<String> description();

  /** {@return whether a running instance goes on meanwhile; has no effect that can be seen} */
  public abstract boolean noReboot();

  /** {@return devices that the image has besides, without, or otherwise than the instance} */
  public abstract ImmutableList<BlockDeviceMapping> blockDeviceMappings();

  /** {@return the tags of the image, and of all new snapshots} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder().noReboot(false);
  }

  /** {@return a builder with the values of this request} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  @Override
  public final Outcome<ImageId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      Instance instance = plan.ownInstance(instanceId());
      ImmutableMap<DeviceName, Volume> volumes = volumes(plan, instance);
      ImmutableMap<SnapshotId, Snapshot> snapshots =
          UsableSnapshots.readable(plan, addedSnapshotIds(volumes));
      UsableSnapshots.requireFitForImage(plan, snapshots);
      plan.require(
          instance.image().hasEbsRoot(),
          EBS_ROOT,
          "instanceId",
          instance.image().imageId());
      plan.require(
          STATES.contains(instance.state()), INSTANCE_STATE, "instanceId", instance.state());
      ImmutableMap<DeviceName, VolumeFigures> added = added(volumes, snapshots);
      plan.requireNone(unfit(instance, volumes, added));
      ImageNames.requireFree(plan, name());
      NewTags.requireRoom(plan, tagSpecifications());
      NewImages.requireQuota(plan);
      return begin(plan, instance, volumes, added);
    });
  }

  private ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(NewImages.malformed(name(), description()))
        .addAll(NewTags.malformed(
            tagSpecifications(), TagSpecification.IMAGE, TagSpecification.SNAPSHOT))
        .addAll(DeviceRules.malformedInImage(blockDeviceMappings()))
        .build();
  }

  private static ImmutableMap<DeviceName, Volume> volumes(Plan plan, Instance instance) {
    return instance.volumes().entrySet().stream()
        .collect(toImmutableMap(
            entry -> entry.getKey(),
            entry -> plan.here().volumes().get(entry.getValue().volumeId()).orElseThrow()));
  }

  private ImmutableSet<SnapshotId> addedSnapshotIds(ImmutableMap<DeviceName, Volume> volumes) {
    return blockDeviceMappings().stream()
        .filter(device -> !volumes.containsKey(device.deviceName()))
        .flatMap(device -> device.snapshotId().stream())
        .collect(toImmutableSet());
  }

  /** The figures of the volumes that the image gets besides those of the instance. */
  private ImmutableMap<DeviceName, VolumeFigures> added(
      ImmutableMap<DeviceName, Volume> volumes, ImmutableMap<SnapshotId, Snapshot> snapshots) {
    ImmutableMap.Builder<DeviceName, VolumeFigures> added = ImmutableMap.builder();
    blockDeviceMappings().stream()
        .filter(device -> !volumes.containsKey(device.deviceName()))
        .forEach(device -> device
            .ebs()
            .ifPresent(ebs -> added.put(
                device.deviceName(), VolumeFigures.of(ebs, ebs.snapshotId().map(snapshots::get)))));
    return added.buildOrThrow();
  }

  private ImmutableList<Violation> unfit(
      Instance instance,
      ImmutableMap<DeviceName, Volume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> added) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    broken.addAll(DeviceRules.misnamed(blockDeviceMappings(), names(instance)));
    broken.addAll(DeviceRules.clashing(blockDeviceMappings(), names(instance)));
    for (int i = 0; i < blockDeviceMappings().size(); i++) {
      BlockDeviceMapping device = blockDeviceMappings().get(i);
      String path = DeviceRules.path(i);
      Optional<Volume> volume = Optional.ofNullable(volumes.get(device.deviceName()));
      if (volume.isEmpty()) {
        Optional.ofNullable(added.get(device.deviceName()))
            .ifPresent(figures -> broken.addAll(figures.violations(path + ".ebs", false)));
      } else if (device.ebs().isEmpty() && isRoot(instance, device.deviceName())) {
        broken.add(ROOT_STAYS.brokenBy(path, device));
      } else if (device.noDevice().isEmpty()
          && !(device.ebs().isPresent() && isAsItIs(device.ebs().get(), volume.get()))) {
        broken.add(VOLUME_AS_IT_IS.brokenBy(path, device));
      }
    }
    return broken.build();
  }

  private static boolean isAsItIs(EbsBlockDevice stated, Volume volume) {
    return (stated.volumeSize().isEmpty() || stated.volumeSize().getAsInt() == volume.size())
        && stated.volumeType().map(volume.volumeType()::equals).orElse(true)
        && isAsItIs(stated.iops(), volume.iops())
        && isAsItIs(stated.throughput(), volume.throughput())
        && (stated.snapshotId().isEmpty() || stated.snapshotId().equals(volume.snapshotId()))
        && (volume.isEncrypted() || !stated.isEncrypted());
  }

  private static boolean isAsItIs(OptionalInt stated, OptionalInt present) {
    return stated.isEmpty() || stated.equals(present);
  }

  private static boolean isRoot(Instance instance, DeviceName name) {
    return instance.image().bootsFrom(name);
  }

  private static ImmutableSet<DeviceName> names(Instance instance) {
    return ImmutableSet.<DeviceName>builder()
        .addAll(instance.volumes().keySet())
        .addAll(instance.virtualDevices().keySet())
        .build();
  }

  private ImageId begin(
      Plan plan,
      Instance instance,
      ImmutableMap<DeviceName, Volume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> added) {
    ImageId id = plan.newImageId();
    ImmutableMap<DeviceName, Volume> taken = ImmutableMap.copyOf(Maps.filterKeys(
        volumes, name -> requested(name).flatMap(BlockDeviceMapping::noDevice).isEmpty()));
    ImmutableMap.Builder<DeviceName, SnapshotId> snapshots = ImmutableMap.builder();
    taken.forEach((name, volume) ->
        snapshots.put(name, beginSnapshot(plan, id, volume, instance, isRoot(instance, name))));
    Ami.Builder image = inherited(NewImages.pending(plan, id, name()), instance, plan)
        .description(description())
        .blockDeviceMappings(devices(instance, volumes, added))
        .tags(NewTags.tagsOf(tagSpecifications(), TagSpecification.IMAGE));
    return NewImages.begin(
        plan, image, snapshots.buildOrThrow(), Task.Kind.IMAGE_CREATION, Optional.empty());
  }

  private SnapshotId beginSnapshot(
      Plan plan, ImageId image, Volume volume, Instance instance, boolean isRoot) {
    Snapshot pending = NewSnapshots.pending(
        plan,
        volume,
        Optional.of("Created by CreateImage(%s) for %s".formatted(instanceId(), image)),
        tagSpecifications());
    Snapshot snapshot = isRoot
        ? pending.toBuilder()
            .platformDetails(instance.image().platformDetails())
            .usageOperation(instance.image().usageOperation())
            .build()
        : pending;
    plan.happens(new RegistryEvent.SnapshotCreated(plan.region(), snapshot));
    return snapshot.snapshotId();
  }

  private static Ami.Builder inherited(Ami.Builder image, Instance instance, Plan plan) {
    Ami source = instance.image();
    return image
        .architecture(source.architecture())
        .virtualizationType(source.virtualizationType())
        .kernelId(source.kernelId())
        .ramdiskId(source.ramdiskId())
        .platform(source.platform())
        .platformDetails(source.platformDetails())
        .usageOperation(source.usageOperation())
        .productCodes(instance.productCodes())
        .rootDeviceType(DeviceType.EBS)
        .rootDeviceName(source.rootDeviceName())
        .enaSupport(source.enaSupport())
        .sriovNetSupport(source.sriovNetSupport())
        .bootMode(bootMode(instance))
        .tpmSupport(source.tpmSupport())
        .uefiData(source.uefiData())
        .imdsSupport(source.imdsSupport())
        .sourceInstanceId(instance.instanceId())
        .sourceImageId(source.imageId())
        .sourceImageRegion(plan.region())
        .imageWatermarks(source.imageWatermarks());
  }

  private static Optional<BootMode> bootMode(Instance instance) {
    Optional<BootMode> ofImage = instance.image().bootMode();
    return ofImage.equals(Optional.of(BootMode.UEFI_PREFERRED))
        ? ofImage
        : instance.currentInstanceBootMode().or(() -> ofImage);
  }

  /** The devices of the image: those of the instance, as they are overridden, and the new ones. */
  private ImmutableList<BlockDeviceMapping> devices(
      Instance instance,
      ImmutableMap<DeviceName, Volume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> added) {
    ImmutableList.Builder<BlockDeviceMapping> devices = ImmutableList.builder();
    instance.volumes().forEach((name, attachment) -> {
      Optional<BlockDeviceMapping> requested = requested(name);
      boolean deleteOnTermination = requested
          .flatMap(BlockDeviceMapping::ebs)
          .flatMap(EbsBlockDevice::deleteOnTermination)
          .orElse(attachment.deleteOnTermination());
      Optional.ofNullable(volumes.get(name))
          .filter(volume -> requested.flatMap(BlockDeviceMapping::noDevice).isEmpty())
          .map(volume -> BlockDeviceMapping.ebs(name, ofVolume(volume, deleteOnTermination)))
          .ifPresent(devices::add);
    });
    instance.virtualDevices().forEach((name, virtualName) -> {
      if (requested(name).isEmpty()) {
        devices.add(BlockDeviceMapping.virtual(name, virtualName));
      }
    });
    blockDeviceMappings().stream()
        .filter(device -> device.noDevice().isEmpty())
        .filter(device -> !volumes.containsKey(device.deviceName()))
        .map(device -> ofRequest(device, added))
        .forEach(devices::add);
    return devices.build();
  }

  private static EbsBlockDevice ofVolume(Volume volume, boolean deleteOnTermination) {
    return EbsBlockDevice.builder()
        .volumeSize(volume.size())
        .volumeType(volume.volumeType())
        .iops(volume.iops())
        .throughput(volume.throughput())
        .deleteOnTermination(deleteOnTermination)
        .encrypted(volume.isEncrypted())
        .build();
  }

  private static BlockDeviceMapping ofRequest(
      BlockDeviceMapping device, ImmutableMap<DeviceName, VolumeFigures> added) {
    DeviceName name = device.deviceName();
    return device
        .ebs()
        .map(ebs ->
            BlockDeviceMapping.ebs(name, requireNonNull(added.get(name)).inImage(ebs, false)))
        .orElse(device);
  }

  private Optional<BlockDeviceMapping> requested(DeviceName name) {
    return blockDeviceMappings().stream()
        .filter(device -> device.deviceName().equals(name))
        .findFirst();
  }

  /** Builds a {@link CreateImage}. Instance and name have to be set. */
  public static final class Builder {
    private final ImmutableCreateImage.Builder members = new ImmutableCreateImage.Builder();

    Builder() {}

    /**
     * Sets the instance that the image is made of.
     *
     * @param instanceId the instance, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instanceId(InstanceId instanceId) {
      members.instanceId(instanceId);
      return this;
    }

    /**
     * Sets the instance, given as text.
     *
     * @param instanceId the text, such as {@code i-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code instance-id.format}
     */
    @CanIgnoreReturnValue
    public Builder instanceId(String instanceId) {
      requireNonNull(instanceId, "instanceId");
      return instanceId(InstanceId.of(instanceId));
    }

    /**
     * Sets the name.
     *
     * @param name the name, free in the account and the Region: 3 to 128 characters by
     *     {@link ImageName#REGISTRABLE}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(ImageName name) {
      members.name(name);
      return this;
    }

    /**
     * Sets the name, given as text.
     *
     * @param name the text, such as {@code golden-2026.11}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(String name) {
      requireNonNull(name, "name");
      return name(ImageName.of(name));
    }

    /**
     * Sets what the owner says of the image.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets whether a running instance goes on meanwhile, which has no effect that can be seen.
     *
     * @param noReboot whether it does; at first it does not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder noReboot(boolean noReboot) {
      members.noReboot(noReboot);
      return this;
    }

    /**
     * Sets the devices that the image has besides, without, or otherwise than the instance.
     *
     * @param blockDeviceMappings the devices, each name once
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder blockDeviceMappings(Iterable<? extends BlockDeviceMapping> blockDeviceMappings) {
      requireNonNull(blockDeviceMappings, "blockDeviceMappings");
      members.blockDeviceMappings(blockDeviceMappings);
      return this;
    }

    /**
     * Adds a device that the image has besides, without, or otherwise than the instance.
     *
     * @param blockDeviceMapping the device
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addBlockDeviceMapping(BlockDeviceMapping blockDeviceMapping) {
      requireNonNull(blockDeviceMapping, "blockDeviceMapping");
      members.addBlockDeviceMapping(blockDeviceMapping);
      return this;
    }

    /**
     * Sets the tags of the image, and of all new snapshots.
     *
     * @param tagSpecifications the tags, by type of resource
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tagSpecifications(Iterable<? extends TagSpecification> tagSpecifications) {
      requireNonNull(tagSpecifications, "tagSpecifications");
      members.tagSpecifications(tagSpecifications);
      return this;
    }

    /**
     * Adds tags.
     *
     * @param tagSpecification the tags, and the type of the resources that get them
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addTagSpecification(TagSpecification tagSpecification) {
      requireNonNull(tagSpecification, "tagSpecification");
      members.addTagSpecification(tagSpecification);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without instance or name
     */
    public CreateImage build() {
      return members.build();
    }

    private Builder from(CreateImage value) {
      members.from(value);
      return this;
    }
  }
}

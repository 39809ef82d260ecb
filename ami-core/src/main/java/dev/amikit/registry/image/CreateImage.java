package dev.amikit.registry.image;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.rule.ErrorCode.INCORRECT_STATE;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.documented;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
  private static final EbsBlockDevice NOTHING = EbsBlockDevice.builder().build();

  /** The instance boots from EBS. */
  public static final Rule EBS_ROOT = rule(
          "create-image.ebs-root",
          "an image is made of an instance with an EBS root",
          INVALID_PARAMETER_VALUE,
          "API reference, CreateImage",
          "CREATE-03",
          "CIM-01",
          "ROOT-13")
      .saying(own("Invalid value '{instanceId}' for instanceId."
          + " Instance does not have an EBS volume attached at root"));

  /** The instance is there. */
  public static final Rule INSTANCE_STATE = rule(
          "create-image.instance-state",
          "an image is made of an instance that is running, stopping or stopped",
          INVALID_PARAMETER_VALUE,
          "observed: answers of CreateImage that users quote",
          "CREATE-04",
          "CIM-01")
      .saying(quoted("Invalid value '{instanceId}' for instanceId. Instance is not in state"
          + " 'running' or 'stopping' or 'stopped'"));

  /** The root is attached: no image is without one. */
  public static final Rule ROOT_ATTACHED = rule(
          "create-image.root-attached",
          "an image is made of an instance whose root volume is attached",
          INCORRECT_STATE,
          "VM Import/Export User Guide, Troubleshooting; inferred from StartInstances",
          "CREATE-04")
      .saying(documented("Invalid value '{instanceId}' for instanceId."
          + " Instance does not have a volume attached at root ({rootDeviceName})"));

  /** The root stays. */
  public static final Rule ROOT_STAYS = rule(
          "create-image.root-stays",
          "the root device of an instance can be neither suppressed nor replaced in its image",
          INVALID_BLOCK_DEVICE_MAPPING,
          "inferred from launches, which keep the root of their image",
          "CIM-07")
      .saying(own("{parameter} cannot be specified for the root device"));

  /** A volume stays the volume that it is. */
  public static final Rule VOLUME_AS_IT_IS = rule(
          "create-image.volume-as-it-is",
          "a volume that the instance has gets neither another snapshot nor encryption in"
              + " the image, nor does an instance store volume replace it",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, CreateImage, BlockDeviceMappings",
          "CREATE-10",
          "CREATE-12",
          "CIM-04",
          "CIM-05")
      .saying(own("{parameter} cannot be modified on device {deviceName}"));

  /** A volume has room for what is on it. */
  public static final Rule ROOM_FOR_VOLUME = rule(
          "create-image.room-for-volume",
          "a volume of an image is at least as large as the volume of the instance",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, EbsBlockDevice, VolumeSize",
          "CREATE-10",
          "CIM-11")
      .saying(
          own("Volume of size {volumeSize}GB is smaller than volume '{volumeId}', expect size >="
              + " {least}GB"));

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
      ImmutableMap<SnapshotId, Snapshot> snapshots =
          UsableSnapshots.ownOfMapping(plan, blockDeviceMappings());
      ImmutableMap<DeviceName, Volume> volumes = volumes(plan, instance);
      DeviceName root = requireRoot(plan, instance, volumes);
      UsableSnapshots.requireFitForImage(blockDeviceMappings(), snapshots);
      ImmutableMap<DeviceName, VolumeFigures> figures = figures(volumes, snapshots);
      plan.requireNone(unfit(instance, root, volumes, figures));
      ImageNames.requireFree(plan, name());
      NewTags.requireRoom(plan, tagSpecifications());
      NewImages.requireQuota(plan);
      return begin(plan, instance, root, volumes, figures);
    });
  }

  private ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(NewImages.malformed(name(), description()))
        .addAll(NewTags.malformed(
            tagSpecifications(), TagSpecification.IMAGE, TagSpecification.SNAPSHOT))
        .addAll(inItsWords(DeviceRules.malformedInImage(blockDeviceMappings())))
        .build();
  }

  /** Of a device that is named twice, CreateImage speaks in words of its own. */
  private static ImmutableList<Violation> inItsWords(ImmutableList<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.rule().equals(DeviceRules.NAME_ONCE)
            ? violation.saying(DeviceRules.ASSIGNED_TWICE)
            : violation)
        .collect(toImmutableList());
  }

  /** The attached volumes. */
  private static ImmutableMap<DeviceName, Volume> volumes(Plan plan, Instance instance) {
    ImmutableMap.Builder<DeviceName, Volume> volumes = ImmutableMap.builder();
    instance
        .volumes()
        .forEach((name, attachment) -> plan.here()
            .volumes()
            .get(attachment.volumeId())
            .ifPresent(volume -> volumes.put(name, volume)));
    return volumes.buildOrThrow();
  }

  /** The device that the instance boots from; refuses an instance that no image is made of. */
  private DeviceName requireRoot(
      Plan plan, Instance instance, ImmutableMap<DeviceName, Volume> volumes) {
    Ami source = instance.image();
    plan.require(source.hasEbsRoot(), EBS_ROOT, "instanceId", instanceId());
    plan.require(
        STATES.contains(instance.state()),
        () -> INSTANCE_STATE
            .brokenBy("instanceId", instanceId())
            .hinting("it is " + instance.state()));
    return volumes.keySet().stream()
        .filter(source::bootsFrom)
        .findFirst()
        .orElseThrow(() -> Plan.refused(ROOT_ATTACHED
            .brokenBy("instanceId", instanceId())
            .with(
                "rootDeviceName", source.rootDeviceName().map(DeviceName::value).orElse(""))));
  }

  /**
   * The figures of the volumes of the image: those of the instance as they are overridden, and new
   * ones.
   */
  private ImmutableMap<DeviceName, VolumeFigures> figures(
      ImmutableMap<DeviceName, Volume> volumes, ImmutableMap<SnapshotId, Snapshot> snapshots) {
    ImmutableMap.Builder<DeviceName, VolumeFigures> figures = ImmutableMap.builder();
    volumes.forEach((name, volume) -> figures.put(
        name, figures(requested(name).flatMap(BlockDeviceMapping::ebs).orElse(NOTHING), volume)));
    blockDeviceMappings().stream()
        .filter(device -> !volumes.containsKey(device.deviceName()))
        .forEach(device -> device
            .ebs()
            .ifPresent(ebs -> figures.put(
                device.deviceName(), VolumeFigures.of(ebs, ebs.snapshotId().map(snapshots::get)))));
    return figures.buildOrThrow();
  }

  /** What the volume has holds for the image where nothing is stated, as long as the type stays. */
  private static VolumeFigures figures(EbsBlockDevice stated, Volume volume) {
    EbsBlockDevice.Builder present =
        EbsBlockDevice.builder().volumeSize(volume.size()).volumeType(volume.volumeType());
    if (stated.volumeType().orElse(volume.volumeType()).equals(volume.volumeType())) {
      present.iops(volume.iops()).throughput(volume.throughput());
    }
    return VolumeFigures.of(stated, present.build(), Optional.empty());
  }

  private ImmutableList<Violation> unfit(
      Instance instance,
      DeviceName root,
      ImmutableMap<DeviceName, Volume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> figures) {
    ImmutableSet<DeviceName> names = names(instance);
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    broken.addAll(DeviceRules.misnamed(blockDeviceMappings(), names));
    broken.addAll(inItsWords(DeviceRules.clashing(blockDeviceMappings(), names)));
    broken.addAll(VolumeFigures.withoutSize(figures, this::path));
    for (BlockDeviceMapping device : blockDeviceMappings()) {
      DeviceName name = device.deviceName();
      Optional<Volume> volume = Optional.ofNullable(volumes.get(name));
      volume.ifPresent(present -> broken.addAll(changed(device, present, name.equals(root))));
      if (device.isEbs()) {
        VolumeFigures asked = requireNonNull(figures.get(name));
        ImmutableList<Violation> ofVolume = volume.isPresent()
            ? asked.violationsInImage(name.equals(root))
            : asked.violations(false);
        ofVolume.forEach(violation -> broken.add(violation.within(path(name))));
      }
    }
    return broken.build();
  }

  /** What cannot be changed about a volume that the instance has, but is. */
  private ImmutableList<Violation> changed(
      BlockDeviceMapping device, Volume volume, boolean isRoot) {
    DeviceName name = device.deviceName();
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    device
        .noDevice()
        .filter(text -> isRoot)
        .ifPresent(text -> broken.add(ROOT_STAYS.brokenBy("noDevice", text)));
    device
        .virtualName()
        .map(text -> (isRoot ? ROOT_STAYS : VOLUME_AS_IT_IS).brokenBy("virtualName", text))
        .ifPresent(broken::add);
    device.ebs().ifPresent(ebs -> {
      ebs.snapshotId().ifPresent(id -> broken.add(VOLUME_AS_IT_IS.brokenBy("ebs.snapshotId", id)));
      if (ebs.isEncrypted() && !volume.isEncrypted()) {
        broken.add(VOLUME_AS_IT_IS.brokenBy("ebs.encrypted", true));
      }
      ebs.volumeSize().stream()
          .filter(size -> size < volume.size())
          .forEach(size -> broken.add(ROOM_FOR_VOLUME
              .brokenBy("ebs.volumeSize", size)
              .with("volumeId", volume.volumeId())
              .with("least", volume.size())));
    });
    return broken.build().stream()
        .map(violation -> violation
            .within(DeviceRules.path(blockDeviceMappings().indexOf(device)))
            .with("deviceName", name))
        .collect(toImmutableList());
  }

  private String path(DeviceName name) {
    return DeviceRules.path(blockDeviceMappings(), name);
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
      DeviceName root,
      ImmutableMap<DeviceName, Volume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> figures) {
    ImageId id = plan.newImageId();
    ImmutableMap.Builder<DeviceName, EbsBlockDevice> made = ImmutableMap.builder();
    volumes.forEach((name, volume) -> {
      if (!isSuppressed(name)) {
        SnapshotId snapshot = beginSnapshot(plan, id, volume, instance, name.equals(root));
        made.put(
            name,
            ofVolume(instance, name, volume, requireNonNull(figures.get(name)))
                .snapshotId(snapshot)
                .build());
      }
    });
    Ami.Builder image = inherited(NewImages.pending(plan, id, name()), instance, plan)
        .description(description())
        .rootDeviceName(root)
        .blockDeviceMappings(devices(instance, made.buildOrThrow(), figures))
        .tags(NewTags.tagsOf(tagSpecifications(), TagSpecification.IMAGE));
    return NewImages.begin(
        plan, image, made.buildOrThrow(), Task.Kind.IMAGE_CREATION, Optional.empty());
  }

  private boolean isSuppressed(DeviceName name) {
    return requested(name).flatMap(BlockDeviceMapping::noDevice).isPresent();
  }

  private SnapshotId beginSnapshot(
      Plan plan, ImageId image, Volume volume, Instance instance, boolean isRoot) {
    Snapshot.Builder pending = NewSnapshots.pending(
        plan,
        volume,
        Optional.of("Created by CreateImage(" + instanceId() + ") for " + image),
        NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT));
    if (isRoot) {
      pending
          .platformDetails(instance.image().platformDetails())
          .usageOperation(instance.image().usageOperation());
    }
    Snapshot snapshot = pending.build();
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
        .enaSupport(source.enaSupport())
        .sriovNetSupport(source.sriovNetSupport())
        .bootMode(bootMode(instance))
        .tpmSupport(source.tpmSupport())
        .uefiData(source.uefiData())
        .imdsSupport(source.imdsSupport())
        .freeTierEligible(source.freeTierEligible())
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

  /** What the image has of a volume of the instance, as it is overridden. */
  private EbsBlockDevice.Builder ofVolume(
      Instance instance, DeviceName name, Volume volume, VolumeFigures figures) {
    EbsBlockDevice stated = requested(name).flatMap(BlockDeviceMapping::ebs).orElse(NOTHING);
    boolean deleteOnTermination =
        requireNonNull(instance.volumes().get(name)).deleteOnTermination();
    return figures.inImage(stated, deleteOnTermination).toBuilder().encrypted(volume.isEncrypted());
  }

  /**
   * The devices of the pending image: those of the instance, whose snapshots and sizes are not told
   * before they are there, and the new ones.
   */
  private ImmutableList<BlockDeviceMapping> devices(
      Instance instance,
      ImmutableMap<DeviceName, EbsBlockDevice> made,
      ImmutableMap<DeviceName, VolumeFigures> figures) {
    ImmutableList.Builder<BlockDeviceMapping> devices = ImmutableList.builder();
    made.forEach((name, volume) -> devices.add(BlockDeviceMapping.ebs(
        name,
        volume.toBuilder()
            .snapshotId(Optional.empty())
            .volumeSize(OptionalInt.empty())
            .build())));
    instance.virtualDevices().forEach((name, virtualName) -> {
      if (requested(name).isEmpty()) {
        devices.add(BlockDeviceMapping.virtual(name, virtualName));
      }
    });
    blockDeviceMappings().stream()
        .filter(device -> device.noDevice().isEmpty())
        .filter(device -> !made.containsKey(device.deviceName()))
        .map(device -> ofRequest(device, figures))
        .forEach(devices::add);
    return devices.build();
  }

  private static BlockDeviceMapping ofRequest(
      BlockDeviceMapping device, ImmutableMap<DeviceName, VolumeFigures> figures) {
    DeviceName name = device.deviceName();
    return device
        .ebs()
        .map(ebs ->
            BlockDeviceMapping.ebs(name, requireNonNull(figures.get(name)).inImage(ebs, false)))
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

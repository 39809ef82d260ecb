package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.rule.ErrorCode.AUTH_FAILURE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.OPT_IN_REQUIRED;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.ErrorCode.VCPU_LIMIT_EXCEEDED;
import static dev.amikit.rule.MessageTemplate.documented;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.tested;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageReference;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.Launch;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.ClientToken;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.FastLaunchSnapshots;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.plan.VolumeEncryption;
import dev.amikit.registry.plan.VolumeFigures;
import dev.amikit.registry.plan.Zones;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.LaunchReport;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.Characters;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code RunInstances}: launches instances of an image that the caller owns or may launch, as many
 * as the account can still have of those it asks for, and none if that is less than it wants at
 * least. One request launches at most 1,000, whatever the quota: EC2 documents no figure, and would
 * not launch a million. An instance keeps what it took from the image, whatever becomes of that. It
 * runs at once, unless a key of its volumes cannot be used: then it is terminated at once.
 *
 * <p>Where fast launch of the image is enabled, the root volumes are made from snapshots that were
 * made ahead: first those of the caller, then those of the owner of the image. Each is used once.
 * Without one, or if the volume would not be the same otherwise, the launch takes its usual way.
 *
 * <p>What a device of the request does not state is taken from that of the image. So a device whose
 * image states IOPS, as images made of gp3 volumes do, is not launched as a type that takes none:
 * EC2 was seen to refuse that as well.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html">RunInstances</a>
 */
@Value.Immutable
public abstract class RunInstances implements Operation<Reservation> {
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_HOPS = 64;

  private static final StateReason KEY_FAILED =
      new StateReason("Client.InternalError", "Client.InternalError: Client error on launch");

  private static final MessageTemplate ROOT_NEEDED =
      own("Value ({value}) for parameter {parameter} is invalid. The root device of an AMI can"
          + " be neither suppressed nor replaced.");

  private static final MessageTemplate MIN_OVER_MAX =
      own("Value ({value}) for parameter {parameter} is invalid. The minimum count must not be"
          + " greater than the maximum count.");

  /** A parameter of Systems Manager holds an image. */
  public static final Rule IMAGE_PARAMETER = rule(
          "run-instances.image-parameter",
          "a parameter that a launch names in place of an image is one that the settings of"
              + " the registry know in the Region",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Reference AMIs using Systems Manager parameters; the code is"
              + " inferred from other unknown values of a launch",
          "LAUNCH-01")
      .saying(own("Invalid value '{imageId}' for imageId. The parameter does not hold an AMI ID."));

  /** Only machine images launch. */
  public static final Rule MACHINE = rule(
          "run-instances.machine",
          "instances are launched of machine images, not of kernels and RAM disks",
          INVALID_AMI_ID_NOT_FOUND,
          "error codes, InvalidAMIID.NotFound",
          "LAUNCH-11")
      .saying(tested("The image id '[{imageId}]' does not exist"));

  /** The caller may launch the image. */
  public static final Rule PERMITTED = rule(
          "run-instances.permitted",
          "an image is launched by its owner and by those whom its launch permissions reach",
          AUTH_FAILURE,
          "error codes, AuthFailure; observed: answers of RunInstances that users quote",
          "LAUNCH-04",
          "ENC-15")
      .saying(quoted("Not authorized for images: [{imageId}]"));

  /** The caller subscribed to the products of the image. */
  public static final Rule SUBSCRIBED = rule(
          "run-instances.subscribed",
          "an account that launches an image, or attaches a volume, is subscribed to all its"
              + " products",
          OPT_IN_REQUIRED,
          "API reference, RunInstances and AttachVolume; observed: answers of RunInstances"
              + " that users quote",
          "LAUNCH-10",
          "PAID-07")
      .saying(
          quoted(
              "In order to use this AWS Marketplace product you need to accept terms and"
                  + " subscribe. To do so please visit https://aws.amazon.com/marketplace/pp?sku={productCode}"));

  /** The root stays. */
  public static final Rule ROOT_STAYS = rule(
          "run-instances.root-stays",
          "the root device of an image can be neither suppressed nor made of something else"
              + " at launch",
          INVALID_BLOCK_DEVICE_MAPPING,
          "EC2 User Guide, Instance block device mapping; observed: answers of RunInstances"
              + " that users quote",
          "RUN-02")
      .saying(quoted("snapshotId cannot be modified on root device"), ROOT_NEEDED);

  /** An instance store device gets no snapshot. */
  public static final Rule EPHEMERAL_WITHOUT_SNAPSHOT = rule(
          "run-instances.ephemeral-without-snapshot",
          "an instance store device of an image does not become a volume with a snapshot",
          INVALID_BLOCK_DEVICE_MAPPING,
          "observed: answers of RunInstances that users quote",
          "RUN-05")
      .saying(own("snapshotId can only be modified on EBS devices"));

  /** Instance-store images launch without EBS. */
  public static final Rule INSTANCE_STORE_WITHOUT_EBS = rule(
          "run-instances.instance-store-without-ebs",
          "an image on instance store is launched without EBS volumes",
          UNSUPPORTED_OPERATION,
          "observed: answers of RunInstances that users quote",
          "RUN-09")
      .saying(own("EBS block device mappings are not supported for instance-store AMIs."));

  /** Names on hvm have no number. */
  public static final Rule HVM_NAME = rule(
          "run-instances.hvm-name",
          "a device that a launch adds to an hvm image is not sda, and only sda1 and sda2"
              + " have a number",
          INVALID_BLOCK_DEVICE_MAPPING,
          "EC2 User Guide, Device names",
          "DEV-01",
          "DEV-04")
      .saying(documented("Invalid device name {deviceName}"));

  /** How many instances a request can ask for. */
  public static final Rule COUNTS = rule(
          "run-instances.counts",
          "a launch is of at least one instance, and of no more at least than at most",
          INVALID_PARAMETER_VALUE,
          "API reference, RunInstances, MinCount and MaxCount",
          "LAUNCH-23")
      .saying(
          own("Value ({value}) for parameter {parameter} is invalid. Value must be a"
              + " positive integer."),
          MIN_OVER_MAX);

  /** How far metadata tokens can travel. */
  public static final Rule HOP_LIMIT = rule(
          "run-instances.hop-limit",
          "metadata tokens travel 1 to 64 network hops",
          INVALID_PARAMETER_VALUE,
          "API reference, InstanceMetadataOptionsRequest, HttpPutResponseHopLimit",
          "LAUNCH-44")
      .saying(own("Value ({value}) for parameter {parameter} is invalid. Value must be between"
          + " 1 and 64."));

  /** The account can have as many instances as it wants at least. */
  public static final Rule INSTANCES_LIMIT = rule(
          "run-instances.few",
          "an account launches only as many instances as its quota leaves room for",
          VCPU_LIMIT_EXCEEDED,
          "API reference, RunInstances, MinCount and MaxCount; observed: answers of"
              + " RunInstances that users quote",
          "LAUNCH-23")
      .saying(
          quoted(
              "You have requested more vCPU capacity than your current vCPU limit of {limit}"
                  + " allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit."));

  RunInstances() {}

  /** {@return the image, or the parameter of Systems Manager that holds its ID} */
  public abstract ImageReference imageId();

  /** {@return the instance type; one that the registry does not know is not checked} */
  public abstract String instanceType();

  /** {@return how many instances are launched, or none is} */
  public abstract int minCount();

  /** {@return how many instances are launched if the quota leaves room for them} */
  public abstract int maxCount();

  /**
   * {@return the Availability Zone, such as {@code us-east-1a}; empty for one that is chosen, which
   * is the first of the Region}
   */
  public abstract Optional<String> availabilityZone();

  /** {@return devices that the instance has besides, without, or otherwise than the image} */
  public abstract ImmutableList<BlockDeviceMapping> blockDeviceMappings();

  /** {@return whether the metadata service asks for tokens; empty for what the image says} */
  public abstract Optional<Boolean> httpTokensRequired();

  /**
   * {@return how many network hops metadata tokens travel, 1 to 64; empty for what the image says,
   * which is 2 with {@code v2.0} as its IMDS support, and otherwise 1}
   */
  public abstract OptionalInt httpPutResponseHopLimit();

  /** {@return the tags of the instance; and those of its volumes} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /**
   * {@return the client token, at most 64 characters: the same request with the same token has the
   * same instances again, as long as they are on record; empty for none}
   */
  public abstract Optional<String> clientToken();

  /** {@return a builder that asks for one instance} */
  public static Builder builder() {
    return new Builder().minCount(1).maxCount(1);
  }

  /** {@return a builder with the values of this request} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  @Override
  public final Outcome<Reservation> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      Zones.requireExisting(plan, availabilityZone(), "availabilityZone");
      Optional<ClientToken> token = ClientToken.of("RunInstances", clientToken(), this::inOrder);
      Optional<ResourceId> earlier = token.flatMap(known -> known.answeredBefore(plan));
      if (earlier.isPresent()) {
        return Reservation.with((InstanceId) earlier.get(), plan);
      }
      Ami image = launchable(plan);
      ImmutableMap<DeviceName, LaunchVolume> volumes =
          LaunchVolume.merged(image, blockDeviceMappings());
      ImmutableMap<SnapshotId, Snapshot> snapshots = snapshots(plan, volumes);
      plan.requireNone(notSubscribed(plan, image.productCodes(), "imageId", image.imageId()));
      Optional<InstanceTypeInfo> type =
          Optional.ofNullable(plan.settings().instanceTypes().get(instanceType()));
      type.ifPresent(known -> plan.requireNone(InstanceTypeRules.violations(image, known)));
      ImmutableMap<DeviceName, VolumeFigures> figures =
          ImmutableMap.copyOf(Maps.transformValues(volumes, volume -> volume.figures(snapshots)));
      plan.requireNone(unfit(image, volumes, figures));
      ImmutableMap<DeviceName, VolumeEncryption> encryption = ImmutableMap.copyOf(
          Maps.transformValues(volumes, volume -> volume.encryption(plan, snapshots)));
      type.ifPresent(known -> requireEncryption(plan, known, encryption));
      NewTags.requireRoom(plan, tagSpecifications());
      int count = count(plan);
      String reservationId = plan.newReservationId();
      Ami taken = taken(image);
      ImmutableList.Builder<Instance> launched = ImmutableList.builder();
      for (int i = 0; i < count; i++) {
        launched.add(launch(plan, reservationId, i, taken, type, volumes, figures, encryption));
      }
      FastLaunchSnapshots.replenish(plan, image);
      ImmutableList<Instance> instances = launched.build();
      Instance first = instances.get(0);
      plan.begin(
          new LaunchReport(first.instanceId(), image.imageId(), plan.caller(), first.launchTime()));
      token.ifPresent(used -> used.standsFor(plan, first.instanceId()));
      return new Reservation(reservationId, plan.caller(), instances);
    });
  }

  /** Equal to equal requests; neither tags nor devices have an order. */
  private RunInstances inOrder() {
    return toBuilder()
        .tagSpecifications(NewTags.inOrder(tagSpecifications()))
        .blockDeviceMappings(ImmutableList.sortedCopyOf(
            Comparator.comparing(BlockDeviceMapping::deviceName), blockDeviceMappings()))
        .build();
  }

  /** How many instances the quota leaves room for, of those that are asked for. */
  private int count(Plan plan) {
    OptionalInt quota = plan.settings().quotas().instances();
    int most = Math.min(MOST_AT_ONCE, quota.orElse(MOST_AT_ONCE));
    plan.require(
        minCount() <= most,
        () -> INSTANCES_LIMIT.brokenBy("minCount", minCount()).with("limit", most));
    if (quota.isEmpty()) {
      return Math.min(maxCount(), MOST_AT_ONCE);
    }
    int room = quota.getAsInt() - plan.here().instances().count(plan.caller());
    plan.require(
        room >= minCount(),
        () -> INSTANCES_LIMIT.brokenBy("minCount", minCount()).with("limit", quota.getAsInt()));
    return Math.min(MOST_AT_ONCE, Math.min(room, maxCount()));
  }

  private ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(malformedCounts())
        .addAll(malformedHopLimit())
        .addAll(Characters.malformed("instanceType", instanceType()).stream().toList())
        .addAll(ClientToken.malformed(clientToken()).stream().toList())
        .addAll(NewTags.malformed(
            tagSpecifications(),
            TagSpecification.INSTANCE,
            TagSpecification.VOLUME,
            "network-interface",
            "spot-instances-request"))
        .addAll(DeviceRules.malformedInLaunch(blockDeviceMappings()))
        .build();
  }

  private ImmutableList<Violation> malformedCounts() {
    if (minCount() >= 1 && minCount() <= maxCount()) {
      return ImmutableList.of();
    }
    Violation broken = COUNTS.brokenBy("minCount", minCount());
    return ImmutableList.of(
        minCount() < 1
            ? broken
            : broken.saying(MIN_OVER_MAX).hinting("at most %d".formatted(maxCount())));
  }

  private ImmutableList<Violation> malformedHopLimit() {
    int hops = httpPutResponseHopLimit().orElse(1);
    return hops >= 1 && hops <= MOST_HOPS
        ? ImmutableList.of()
        : ImmutableList.of(HOP_LIMIT.brokenBy("httpPutResponseHopLimit", hops));
  }

  private Ami launchable(Plan plan) {
    ImageId imageId = imageId(plan);
    Ami image = plan.image(imageId);
    plan.require(image.imageType().equals(ImageType.MACHINE), MACHINE, "imageId", imageId);
    blockDeviceMappings().stream()
        .flatMap(device -> device.snapshotId().stream())
        .filter(id -> !image.snapshotIds().contains(id))
        .forEach(id -> plan.readableSnapshot(id, DeviceRules.path(blockDeviceMappings(), id)));
    if (!plan.mayLaunch(image)) {
      throw Plan.refused(PERMITTED, "imageId", imageId);
    }
    plan.requireAllowed(plan.viewer(), image, "imageId");
    plan.requireNone(new Launch().decide(image, plan.now()).refusal());
    return image;
  }

  /** The image that is named, or held by the parameter that is named. */
  private ImageId imageId(Plan plan) {
    return imageId() instanceof ImageId named
        ? named
        : Optional.ofNullable(plan.settings().imageParameters().get(plan.region(), imageId()))
            .orElseThrow(() -> Plan.refused(IMAGE_PARAMETER, "imageId", imageId()));
  }

  private static ImmutableMap<SnapshotId, Snapshot> snapshots(
      Plan plan, ImmutableMap<DeviceName, LaunchVolume> volumes) {
    ImmutableSet<SnapshotId> ids = volumes.values().stream()
        .flatMap(volume -> volume.snapshotId().stream())
        .collect(toImmutableSet());
    ImmutableMap<SnapshotId, Snapshot> snapshots =
        ImmutableMap.copyOf(Maps.asMap(ids, plan::snapshot));
    UsableSnapshots.requireUsable(snapshots.values());
    return snapshots;
  }

  /** The products that the caller is not subscribed to, of what is named at a path. */
  static ImmutableList<Violation> notSubscribed(
      Plan plan, ImmutableCollection<ProductCode> codes, String path, Object found) {
    ImmutableSet<String> subscriptions = plan.state().profile(plan.caller()).subscriptions();
    return codes.stream()
        .map(ProductCode::productCodeId)
        .filter(code -> !subscriptions.contains(code))
        .map(code -> SUBSCRIBED.brokenBy(path, found).with("productCode", code))
        .collect(toImmutableList());
  }

  private ImmutableList<Violation> unfit(
      Ami image,
      ImmutableMap<DeviceName, LaunchVolume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> figures) {
    ImmutableSet<DeviceName> names = image.blockDeviceMappings().stream()
        .map(BlockDeviceMapping::deviceName)
        .collect(toImmutableSet());
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    broken.addAll(DeviceRules.misnamed(blockDeviceMappings(), names));
    broken.addAll(DeviceRules.clashing(blockDeviceMappings(), names));
    for (int i = 0; i < blockDeviceMappings().size(); i++) {
      broken.addAll(unfit(image, blockDeviceMappings().get(i), DeviceRules.path(i)));
    }
    broken.addAll(VolumeFigures.withoutSize(
        figures, name -> requireNonNull(volumes.get(name)).path()));
    volumes.forEach(
        (name, volume) -> broken.addAll(volume.violations(requireNonNull(figures.get(name)))));
    return broken.build();
  }

  private static ImmutableList<Violation> unfit(Ami image, BlockDeviceMapping device, String path) {
    Optional<BlockDeviceMapping> inImage = image.device(device.deviceName());
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (device.isEbs() && image.rootDeviceType().equals(Optional.of(DeviceType.INSTANCE_STORE))) {
      broken.add(INSTANCE_STORE_WITHOUT_EBS.brokenBy(path + ".deviceName", device.deviceName()));
    }
    if (inImage.isEmpty()) {
      if (device.noDevice().isEmpty()
          && image.virtualizationType().equals(Optional.of(VirtualizationType.HVM))
          && !InstanceRules.isNameOnHvm(device.deviceName())) {
        broken.add(HVM_NAME.brokenBy(path + ".deviceName", device.deviceName()));
      }
    } else if (image.bootsFrom(device.deviceName())) {
      if (device.ebs().isEmpty()) {
        broken.add(
            ROOT_STAYS.brokenBy(path + ".deviceName", device.deviceName()).saying(ROOT_NEEDED));
      } else if (hasOtherSnapshot(device, inImage.get())) {
        broken.add(
            ROOT_STAYS.brokenBy(path + ".ebs.snapshotId", device.snapshotId().get()));
      }
    } else if (inImage.get().virtualName().isPresent() && device.snapshotId().isPresent()) {
      broken.add(EPHEMERAL_WITHOUT_SNAPSHOT.brokenBy(
          path + ".ebs.snapshotId", device.snapshotId().get()));
    }
    return broken.build();
  }

  private static boolean hasOtherSnapshot(BlockDeviceMapping device, BlockDeviceMapping inImage) {
    return device.snapshotId().isPresent() && !device.snapshotId().equals(inImage.snapshotId());
  }

  private static void requireEncryption(
      Plan plan, InstanceTypeInfo type, ImmutableMap<DeviceName, VolumeEncryption> encryption) {
    plan.requireNone(encryption.entrySet().stream()
        .filter(
            entry -> !type.encryptionSupported() && entry.getValue().kmsKeyId().isPresent())
        .map(entry -> InstanceTypeRules.ENCRYPTION
            .brokenBy("instanceType", type.instanceType())
            .hinting("%s is encrypted".formatted(entry.getKey())))
        .collect(toImmutableList()));
  }

  private Instance launch(
      Plan plan,
      String reservationId,
      int index,
      Ami image,
      Optional<InstanceTypeInfo> type,
      ImmutableMap<DeviceName, LaunchVolume> volumes,
      ImmutableMap<DeviceName, VolumeFigures> figures,
      ImmutableMap<DeviceName, VolumeEncryption> encryption) {
    InstanceId id = plan.newInstanceId();
    Instant launchTime = plan.now().truncatedTo(Instance.TIME_UNIT);
    boolean isForTokens = image.imdsSupport().equals(Optional.of(ImdsSupport.V2_0));
    String zone = availabilityZone().orElseGet(() -> Zones.first(plan.region()));
    Instance instance = Instance.builder()
        .instanceId(id)
        .reservationId(reservationId)
        .amiLaunchIndex(index)
        .ownerId(plan.caller())
        .availabilityZone(zone)
        .image(image)
        .state(InstanceState.PENDING)
        .instanceType(instanceType())
        .launchTime(launchTime)
        .currentInstanceBootMode(bootMode(image, type))
        .httpTokensRequired(httpTokensRequired().orElse(isForTokens))
        .httpPutResponseHopLimit(httpPutResponseHopLimit().orElse(isForTokens ? 2 : 1))
        .virtualDevices(LaunchVolume.virtualDevices(image, blockDeviceMappings()))
        .productCodes(image.productCodes())
        .tags(NewTags.tagsOf(tagSpecifications(), TagSpecification.INSTANCE))
        .build();
    plan.happens(new InstanceEvent.InstanceLaunched(plan.region(), instance));
    if (encryption.values().stream().allMatch(VolumeEncryption::succeeds)) {
      volumes.forEach((device, volume) -> {
        VolumeEncryption encrypted = requireNonNull(encryption.get(device));
        VolumeId volumeId = volume(
            plan,
            zone,
            image,
            fastest(plan, image, volume, requireNonNull(figures.get(device)), encrypted),
            encrypted,
            volume.requested().volumeInitializationRate());
        plan.happens(InstanceRules.attached(
            plan, volumeId, id, device, volume.deleteOnTermination(), volume.ebsCardIndex()));
      });
      plan.happens(new InstanceEvent.InstanceStarted(plan.region(), id));
    } else {
      plan.happens(new InstanceEvent.InstanceTerminated(
          plan.region(), id, launchTime, Optional.of(KEY_FAILED)));
    }
    return plan.ownInstance(id);
  }

  /**
   * The figures of a volume that is made from a snapshot for fast launch, if it is the root and
   * there is such a snapshot; nothing but what it is made from differs then.
   */
  private static VolumeFigures fastest(
      Plan plan,
      Ami image,
      LaunchVolume volume,
      VolumeFigures figures,
      VolumeEncryption encryption) {
    return volume.isRoot()
        ? FastLaunchSnapshots.take(
                plan,
                image,
                snapshot -> snapshot.volumeSize() <= figures.size().orElse(0)
                    && volume.encryption(plan, snapshot).equals(encryption))
            .map(figures::from)
            .orElse(figures)
        : figures;
  }

  /** What an instance takes of its image: not what only the owner of the image sees. */
  private static Ami taken(Ami image) {
    return image
        .withLaunchPermissions(ImmutableSet.of())
        .withLastLaunchedTime(Optional.empty())
        .withTags(Tags.none());
  }

  private static Optional<BootMode> bootMode(Ami image, Optional<InstanceTypeInfo> type) {
    return type.isPresent()
        ? InstanceTypeRules.bootMode(image.bootMode(), type.get().supportedBootModes())
        : image.bootMode().filter(mode -> !mode.equals(BootMode.UEFI_PREFERRED));
  }

  private VolumeId volume(
      Plan plan,
      String zone,
      Ami image,
      VolumeFigures figures,
      VolumeEncryption encryption,
      OptionalInt initializationRate) {
    ImmutableSet<ProductCode> ofImage = figures.snapshot().isPresent()
        ? ImmutableSet.copyOf(image.productCodes())
        : ImmutableSet.of();
    Volume volume = figures.volume(
        plan,
        Optional.of(zone),
        encryption,
        initializationRate,
        ofImage,
        NewTags.tagsOf(tagSpecifications(), TagSpecification.VOLUME));
    plan.happens(new VolumeEvent.VolumeCreated(plan.region(), volume));
    return volume.volumeId();
  }

  /**
   * Builds a {@link RunInstances}, at first for one instance. Image and instance type have to be
   * set.
   */
  public static final class Builder {
    private final ImmutableRunInstances.Builder members = new ImmutableRunInstances.Builder();

    Builder() {}

    /**
     * Sets the image.
     *
     * @param imageId the image, which the caller owns or may launch, or the parameter of Systems
     *     Manager that holds its ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(ImageReference imageId) {
      members.imageId(imageId);
      return this;
    }

    /**
     * Sets the image, given as text.
     *
     * @param imageId the text, such as {@code ami-0abcdef1234567890} or
     *     {@code resolve:ssm:/golden/web}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format} or
     *     {@code image-parameter.format}
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageReference.parse(imageId));
    }

    /**
     * Sets the instance type. One that the registry does not know is not checked.
     *
     * @param instanceType the name, such as {@code m7g.large}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instanceType(String instanceType) {
      members.instanceType(instanceType);
      return this;
    }

    /**
     * Sets how many instances are launched, or none is.
     *
     * @param minCount the number, from 1 to the most; at first 1
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder minCount(int minCount) {
      members.minCount(minCount);
      return this;
    }

    /**
     * Sets how many instances are launched if the quota leaves room for them.
     *
     * @param maxCount the number, from the least on; at first 1
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maxCount(int maxCount) {
      members.maxCount(maxCount);
      return this;
    }

    /**
     * Sets the devices that the instance has besides, without, or otherwise than the image.
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
     * Adds a device that the instance has besides, without, or otherwise than the image.
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
     * Sets whether the metadata service asks for tokens. Without it, it does what the image says.
     *
     * @param httpTokensRequired whether it does
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder httpTokensRequired(boolean httpTokensRequired) {
      members.httpTokensRequired(httpTokensRequired);
      return this;
    }

    /**
     * Sets whether the metadata service asks for tokens, or leaves it open.
     *
     * @param httpTokensRequired whether it does; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder httpTokensRequired(Optional<Boolean> httpTokensRequired) {
      requireNonNull(httpTokensRequired, "httpTokensRequired");
      members.httpTokensRequired(httpTokensRequired);
      return this;
    }

    /**
     * Sets how many network hops metadata tokens travel. Without it, it is as the image says.
     *
     * @param httpPutResponseHopLimit the number, 1 to 64
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder httpPutResponseHopLimit(int httpPutResponseHopLimit) {
      members.httpPutResponseHopLimit(httpPutResponseHopLimit);
      return this;
    }

    /**
     * Sets the Availability Zone.
     *
     * @param availabilityZone the zone, such as {@code us-east-1a}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(String availabilityZone) {
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets how many network hops metadata tokens travel, or leaves it open.
     *
     * @param httpPutResponseHopLimit the number, 1 to 64; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder httpPutResponseHopLimit(OptionalInt httpPutResponseHopLimit) {
      requireNonNull(httpPutResponseHopLimit, "httpPutResponseHopLimit");
      members.httpPutResponseHopLimit(httpPutResponseHopLimit);
      return this;
    }

    /**
     * Sets the Availability Zone, or leaves it open.
     *
     * @param availabilityZone the zone; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(Optional<String> availabilityZone) {
      requireNonNull(availabilityZone, "availabilityZone");
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets the client token.
     *
     * @param clientToken the token, at most 64 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder clientToken(String clientToken) {
      members.clientToken(clientToken);
      return this;
    }

    /**
     * Sets the client token, or none.
     *
     * @param clientToken the token; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder clientToken(Optional<String> clientToken) {
      requireNonNull(clientToken, "clientToken");
      members.clientToken(clientToken);
      return this;
    }

    /**
     * Sets the tags of the instances, and of their volumes.
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
     * @throws dev.amikit.rule.MissingAttributesException without image or instance type
     */
    public RunInstances build() {
      return members.build();
    }

    private Builder from(RunInstances value) {
      members.from(value);
      return this;
    }
  }
}

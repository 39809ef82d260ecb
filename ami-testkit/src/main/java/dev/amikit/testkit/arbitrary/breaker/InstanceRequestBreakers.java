package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.rootDeviceOf;
import static dev.amikit.testkit.arbitrary.breaker.Given.rootOf;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;

/** Requests that rules of instances and of volumes do not let pass. */
final class InstanceRequestBreakers {
  private static final int MOST_INSTANCES = 1_000;
  private static final int MOST_HOPS = 64;
  private static final int MOST_THROUGHPUT = 2_000;
  private static final int LEAST_IOPS = 100;
  private static final DeviceName DATA = DeviceName.of("/dev/sdf");
  private static final ProductCode PRODUCT = ProductCode.marketplace("a1b2c3d4e5f6");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .putAll(ofInstances())
          .putAll(ofInstanceTypes())
          .putAll(ofLaunches())
          .putAll(ofNewVolumes())
          .putAll(ofVolumes())
          .buildOrThrow();

  private InstanceRequestBreakers() {}

  // Instances

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofInstances() {
    return ImmutableMap.of(
        "instance.exists", requests(InstanceRequestBreakers::absentInstances),
        "instance.state", requests(InstanceRequestBreakers::instancesInOtherStates),
        "instance.stoppable",
            requests(given -> new StopInstances(given
                .put(given.anInstance(given.put(given.anInstanceStoreImage())))
                .instanceId())),
        "instance.root-attached",
            requests(given -> new StartInstances(given
                .put(given.anInstance(given.image()).state(InstanceState.STOPPED))
                .instanceId())));
  }

  private static Operation<?> absentInstances(Given given) {
    Instance.Builder instance = given.anInstance(given.image());
    InstanceId id = instance.build().instanceId();
    if (given.maybe()) {
      given.put(instance.ownerId(given.other));
    }
    ImmutableSet<InstanceId> ids =
        given.maybe() ? ImmutableSet.of(id, given.instanceId()) : ImmutableSet.of(id);
    return given.either(
        () -> new StopInstances(ids),
        () -> new StartInstances(ids),
        () -> new TerminateInstances(ids),
        () -> new DescribeInstances(ids),
        () -> new AttachVolume(given.volume().volumeId(), id, DATA),
        () -> new DetachVolume(given.volume().volumeId(), id),
        () -> CreateSnapshots.of(id));
  }

  private static Operation<?> instancesInOtherStates(Given given) {
    if (given.maybe()) {
      return new StartInstances(given
          .instance(given.one(
              InstanceState.STOPPING, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED))
          .instanceId());
    }
    return new StopInstances(given
        .instance(
            given.one(InstanceState.PENDING, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED))
        .instanceId());
  }

  // Instance types

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofInstanceTypes() {
    return ImmutableMap.of(
        "instance-type.architecture",
            typed(
                type -> type.supportedArchitectures(
                    ImmutableSet.of(Architecture.ARM64, Architecture.I386)),
                Given::anImage),
        "instance-type.virtualization",
            requests(given -> given.maybe()
                ? launchOn(
                    given,
                    type -> type.supportedVirtualizationTypes(
                        ImmutableSet.of(VirtualizationType.PARAVIRTUAL)),
                    given.maybe() ? given.anImage() : given.anImage().windows())
                : launchOn(
                    given,
                    type ->
                        type.supportedVirtualizationTypes(ImmutableSet.of(VirtualizationType.HVM)),
                    given.anImage().virtualizationType(VirtualizationType.PARAVIRTUAL))),
        "instance-type.root-device-type",
            requests(given -> given.maybe()
                ? launchOn(
                    given,
                    type ->
                        type.supportedRootDeviceTypes(ImmutableSet.of(DeviceType.INSTANCE_STORE)),
                    given.anImage())
                : launchOn(
                    given,
                    type -> type.supportedRootDeviceTypes(ImmutableSet.of(DeviceType.EBS)),
                    given.anInstanceStoreImage())),
        "instance-type.ena",
            typed(
                type -> type.enaRequired(true),
                given ->
                    given.anImage().enaSupport(given.one(Optional.of(false), Optional.empty()))),
        "instance-type.boot-mode",
            requests(given -> {
              BootMode wanted = given.one(BootMode.UEFI, BootMode.LEGACY_BIOS);
              BootMode there = wanted.equals(BootMode.UEFI) ? BootMode.LEGACY_BIOS : BootMode.UEFI;
              return launchOn(
                  given,
                  type -> type.supportedBootModes(ImmutableSet.of(there)),
                  given.anImage().bootMode(wanted));
            }),
        "instance-type.tpm",
            requests(given -> given.maybe()
                ? launchOn(
                    given,
                    type -> type.nitroTpmSupported(false),
                    given.anImage().bootMode(BootMode.UEFI).tpmSupport(TpmSupport.V2_0))
                : launchOn(
                    given,
                    type -> type,
                    given
                        .anImage()
                        .bootMode(given.one(Optional.empty(), Optional.of(BootMode.LEGACY_BIOS)))
                        .tpmSupport(TpmSupport.V2_0))),
        "instance-type.encryption", requests(InstanceRequestBreakers::encryptedOnTypesWithout));
  }

  private static Arbitrary<Request<?>> typed(
      UnaryOperator<InstanceTypeInfo.Builder> change, Function<Given, Ami.Builder> image) {
    return requests(given -> launchOn(given, change, image.apply(given)));
  }

  private static Operation<?> launchOn(
      Given given, UnaryOperator<InstanceTypeInfo.Builder> change, Ami.Builder image) {
    return launch(given, given.put(image)).instanceType(type(given, change)).build();
  }

  /** A type that runs everything, but for a change. */
  private static String type(Given given, UnaryOperator<InstanceTypeInfo.Builder> change) {
    String name = given.one("m1.small", "t2.micro", "m7i.large");
    InstanceTypeInfo type = change
        .apply(InstanceTypeInfo.builder()
            .instanceType(name)
            .addSupportedArchitecture(Architecture.X86_64)
            .addSupportedVirtualizationType(VirtualizationType.HVM)
            .addSupportedVirtualizationType(VirtualizationType.PARAVIRTUAL)
            .addSupportedRootDeviceType(DeviceType.EBS)
            .addSupportedRootDeviceType(DeviceType.INSTANCE_STORE)
            .addSupportedBootMode(BootMode.LEGACY_BIOS)
            .addSupportedBootMode(BootMode.UEFI)
            .enaRequired(false)
            .nitroTpmSupported(true)
            .encryptionSupported(true))
        .build();
    given.settings(settings -> settings.putInstanceType(name, type));
    return name;
  }

  private static Operation<?> encryptedOnTypesWithout(Given given) {
    String type = type(given, info -> info.encryptionSupported(false));
    switch (given.below(3)) {
      case 0 -> {
        given.account(account -> account.ebsEncryptionByDefault(true));
        return launch(given, given.image()).instanceType(type).build();
      }
      case 1 -> {
        EbsBlockDevice encrypted =
            EbsBlockDevice.blank(VolumeType.GP3, 8).toBuilder().encrypted(true).build();
        return launch(given, given.image())
            .instanceType(type)
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(DATA, encrypted))
            .build();
      }
      default -> {
        Instance instance = given.put(given.anInstance(given.image()).instanceType(type));
        Volume volume = given.put(given.aVolume().kmsKeyId(given.key()));
        return new AttachVolume(volume.volumeId(), instance.instanceId(), DATA);
      }
    }
  }

  // RunInstances

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofLaunches() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put("run-instances.counts", requests(given -> {
          int most = given.between(1, 9);
          return launch(given, given.image())
              .minCount(given.maybe() ? given.beyond(most) : given.shortOf(1))
              .maxCount(most)
              .build();
        }))
        .put(
            "run-instances.hop-limit",
            requests(given -> launch(given, given.image())
                .httpPutResponseHopLimit(given.maybe() ? given.beyond(MOST_HOPS) : given.shortOf(1))
                .build()))
        .put("run-instances.few", requests(InstanceRequestBreakers::tooManyInstances))
        .put("run-instances.image-parameter", requests(InstanceRequestBreakers::otherParameters))
        .put(
            "run-instances.machine",
            requests(given -> launch(given, given.put(given.aKernel())).build()))
        .put(
            "run-instances.permitted",
            requests(given ->
                launch(given, given.put(given.anImage().ownerId(given.other))).build()))
        .put("run-instances.subscribed", requests(InstanceRequestBreakers::unsubscribed))
        .put("run-instances.root-stays", requests(InstanceRequestBreakers::replacedRoots))
        .put("run-instances.root-bootable", requests(given -> {
          Ami image = given.image();
          EbsBlockDevice slow =
              EbsBlockDevice.blank(throughputOptimized(given), given.between(125, 500));
          return launch(given, image)
              .addBlockDeviceMapping(
                  BlockDeviceMapping.ebs(image.rootDeviceName().orElseThrow(), slow))
              .build();
        }))
        .put("run-instances.ephemeral-without-snapshot", requests(given -> {
          Ami image = given.put(given
              .anImage()
              .addBlockDeviceMapping(
                  BlockDeviceMapping.virtual(DATA, "ephemeral" + given.below(24))));
          return launchWith(
              given, image, EbsBlockDevice.ofSnapshot(given.snapshot().snapshotId()));
        }))
        .put(
            "run-instances.instance-store-without-ebs",
            requests(given -> launchWith(
                given,
                given.put(given.anInstanceStoreImage()),
                EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16)))))
        .put("run-instances.hvm-name", requests(given -> {
          DeviceName name = namedOtherThanOnHvm(given);
          return launch(given, given.image())
              .addBlockDeviceMapping(
                  given.maybe()
                      ? BlockDeviceMapping.virtual(name, "ephemeral0")
                      : BlockDeviceMapping.ebs(name, EbsBlockDevice.blank(VolumeType.GP3, 8)))
              .build();
        }))
        .put("availability-zone.exists", requests(given -> {
          String zone = given.one(
              given.here.code(), given.here + "A", given.here + "ab", given.there + "a", "a");
          return given.either(
              () -> launch(given, given.image()).availabilityZone(zone).build(),
              () -> new CreateVolume(EbsBlockDevice.blank(VolumeType.GP3, 8).toBuilder()
                  .availabilityZone(zone)
                  .build()));
        }))
        .buildOrThrow();
  }

  private static RunInstances.Builder launch(Given given, Ami image) {
    return RunInstances.builder()
        .imageId(image.imageId())
        .instanceType(given.one("m7i.large", "t3.micro"));
  }

  private static RunInstances launchWith(Given given, Ami image, EbsBlockDevice data) {
    return launch(given, image)
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(DATA, data))
        .build();
  }

  private static DeviceName namedOtherThanOnHvm(Given given) {
    return DeviceName.of(
        given.one("/dev/sda", "sda", "/dev/sdf1", "xvdf2", "/dev/sda3", "/dev/hdb15"));
  }

  private static VolumeType throughputOptimized(Given given) {
    return given.one(VolumeType.ST1, VolumeType.SC1);
  }

  private static Operation<?> tooManyInstances(Given given) {
    Ami image = given.image();
    if (given.maybe()) {
      int count = given.beyond(MOST_INSTANCES);
      return launch(given, image).minCount(count).maxCount(count).build();
    }
    int present = given.below(3);
    int room = given.between(present == 0 ? 1 : 0, 2);
    for (int i = 0; i < present; i++) {
      given.instance(given.one(InstanceState.RUNNING, InstanceState.STOPPED));
    }
    given.quotas(quotas -> quotas.instances(present + room));
    int count = given.beyond(room);
    return launch(given, image).minCount(count).maxCount(count).build();
  }

  private static Operation<?> otherParameters(Given given) {
    ImageParameter named = ImageParameter.of("/golden/" + given.one("linux", "windows"));
    ImageId image = given.image().imageId();
    if (given.maybe()) {
      given.settings(
          settings -> settings.imageParameters(ImmutableTable.of(given.there, named, image)));
    } else {
      given.settings(settings -> settings.imageParameters(
          ImmutableTable.of(given.here, ImageParameter.of("/golden/other"), image)));
    }
    return RunInstances.builder().imageId(named).instanceType("m7i.large").build();
  }

  private static Operation<?> unsubscribed(Given given) {
    if (given.maybe()) {
      return launch(given, given.put(given.anImage().addProductCode(PRODUCT))).build();
    }
    return attach(soldVolume(given), given.instance(InstanceState.STOPPED));
  }

  private static Operation<?> replacedRoots(Given given) {
    Ami image = given.image();
    DeviceName root = image.rootDeviceName().orElseThrow();
    Snapshot small = given.put(given.aSnapshot().volumeSize(1));
    return launch(given, image)
        .addBlockDeviceMapping(given.one(
            BlockDeviceMapping.suppressed(root),
            BlockDeviceMapping.virtual(root, "ephemeral0"),
            BlockDeviceMapping.ebs(root, EbsBlockDevice.ofSnapshot(small.snapshotId()))))
        .build();
  }

  // What a new volume is like

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofNewVolumes() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put(
            "create-volume.size-or-snapshot",
            requests(given -> new CreateVolume(EbsBlockDevice.builder()
                .volumeType(given.one(VolumeType.GP3, VolumeType.GP2))
                .build())))
        .put("create-volume.not-attached", requests(given -> {
          EbsBlockDevice.Builder volume =
              EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16)).toBuilder();
          return new CreateVolume(
              given.maybe()
                  ? volume.deleteOnTermination(given.maybe()).build()
                  : volume.ebsCardIndex(given.below(3)).build());
        }))
        .put(
            "new-volume.size-or-snapshot",
            requests(given -> launchWith(
                given,
                given.image(),
                EbsBlockDevice.builder()
                    .volumeType(given.one(VolumeType.GP3, VolumeType.GP2))
                    .build())))
        .put("new-volume.not-smaller-than-snapshot", requests(InstanceRequestBreakers::tooSmall))
        .put("new-volume.size-range", requests(InstanceRequestBreakers::sizedBySnapshots))
        .put(
            "new-volume.bootable",
            requests(given -> RegisterImage.builder()
                .name(given.name())
                .hvm(Architecture.X86_64)
                .ebsRoot(
                    "/dev/xvda",
                    EbsBlockDevice.of(
                        throughputOptimized(given),
                        given.between(125, 500),
                        given.snapshot().snapshotId()))
                .build()))
        .put(
            "new-volume.iops-needed",
            made(
                given -> EbsBlockDevice.blank(
                    given.one(VolumeType.IO1, VolumeType.IO2), given.between(4, 16))
                    .toBuilder()))
        .put(
            "new-volume.iops-allowed",
            made(given -> EbsBlockDevice.builder()
                .volumeType(given.one(Optional.of(VolumeType.GP2), Optional.empty()))
                .volumeSize(given.between(1, 16))
                .iops(given.between(100, 3_000))))
        .put("new-volume.iops-range", made(given -> {
          VolumeType type = provisioned(given);
          int most = limits(type).iops().orElseThrow().upperEndpoint();
          return EbsBlockDevice.blank(type, given.between(4, 16)).toBuilder()
              .iops(given.maybe() ? given.beyond(most) : given.shortOf(LEAST_IOPS));
        }))
        .put("new-volume.iops-per-size", made(given -> {
          VolumeType type = provisioned(given);
          int size = given.between(7, 16);
          return EbsBlockDevice.blank(type, size).toBuilder()
              .iops(given.beyond(limits(type).iopsPerGib() * size));
        }))
        .put(
            "new-volume.throughput-allowed",
            made(given -> EbsBlockDevice.builder()
                .volumeSize(given.between(1, 16))
                .throughput(given.between(125, 500))))
        .put(
            "new-volume.throughput-range",
            made(given -> EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16)).toBuilder()
                .throughput(given.beyond(MOST_THROUGHPUT))))
        .put("new-volume.throughput-per-iops", made(given -> {
          int iops = given.one(3_000, 3_200, 4_000);
          EbsBlockDevice.Builder volume =
              EbsBlockDevice.blank(VolumeType.GP3, given.between(8, 16)).toBuilder()
                  .throughput(given.beyond(iops / 4));
          return iops == 3_000 && given.maybe() ? volume : volume.iops(iops);
        }))
        .buildOrThrow();
  }

  /** Volumes that are asked for by themselves, or together with an instance. */
  private static Arbitrary<Request<?>> made(Function<Given, EbsBlockDevice.Builder> volume) {
    return requests(given -> made(given, volume.apply(given).build()));
  }

  private static Operation<?> made(Given given, EbsBlockDevice volume) {
    return given.either(
        () -> new CreateVolume(volume), () -> launchWith(given, given.image(), volume));
  }

  private static VolumeType provisioned(Given given) {
    return given.one(VolumeType.GP3, VolumeType.IO1, VolumeType.IO2);
  }

  private static VolumeLimits limits(VolumeType type) {
    return type.limits().orElseThrow();
  }

  private static Operation<?> tooSmall(Given given) {
    int size = given.between(2, 16);
    Snapshot snapshot = given.put(given.aSnapshot().volumeSize(size));
    EbsBlockDevice small = EbsBlockDevice.of(
        given.one(VolumeType.GP3, VolumeType.GP2),
        given.between(1, size - 1),
        snapshot.snapshotId());
    return launchWith(given, given.image(), small);
  }

  /** Volumes that get from their snapshot a size that their type does not have. */
  private static Operation<?> sizedBySnapshots(Given given) {
    VolumeType type =
        given.one(VolumeType.ST1, VolumeType.SC1, VolumeType.STANDARD, VolumeType.GP2);
    int size = limits(type).bootable()
        ? given.beyond(limits(type).size().upperEndpoint())
        : given.shortOf(limits(type).size().lowerEndpoint());
    Snapshot snapshot = given.put(given.aSnapshot().volumeSize(size));
    return made(
        given,
        EbsBlockDevice.builder()
            .volumeType(type)
            .snapshotId(snapshot.snapshotId())
            .build());
  }

  // Volumes

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofVolumes() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put("volume.exists", requests(InstanceRequestBreakers::absentVolumes))
        .put(
            "delete-volume.available",
            requests(given -> new DeleteVolume(rootOf(given.instance()))))
        .put(
            "attach-volume.card-not-negative",
            requests(given -> new AttachVolume(
                given.volume().volumeId(),
                given.instance().instanceId(),
                DATA,
                OptionalInt.of(given.shortOf(0)))))
        .put("attach-volume.available", requests(given -> {
          Instance instance = given.instance();
          VolumeId attached = given.maybe() ? rootOf(instance) : rootOf(given.instance());
          return new AttachVolume(attached, instance.instanceId(), DATA);
        }))
        .put(
            "attach-volume.same-zone",
            requests(given -> attach(
                given.put(given.aVolume().availabilityZone(given.here + given.one("b", "c"))),
                given.instance())))
        .put(
            "attach-volume.instance-state",
            requests(given -> attach(
                given.volume(),
                given.instance(given.one(
                    InstanceState.PENDING,
                    InstanceState.SHUTTING_DOWN,
                    InstanceState.TERMINATED,
                    InstanceState.STOPPING)))))
        .put(
            "attach-volume.product-to-stopped",
            requests(given -> attach(soldVolume(given), given.instance())))
        .put("attach-volume.device-name", requests(given -> {
          DeviceName name = given.maybe()
              ? namedOtherThanOnHvm(given)
              : DeviceName.of(given.one("/dev/disk0", "/dev/sdaaa", "sd", "xvda16"));
          return new AttachVolume(
              given.volume().volumeId(), runningOrStopped(given).instanceId(), name);
        }))
        .put("attach-volume.device-free", requests(InstanceRequestBreakers::devicesInUse))
        .put("detach-volume.attached", requests(InstanceRequestBreakers::notAttached))
        .put(
            "detach-volume.root-of-stopped",
            requests(given -> new DetachVolume(rootOf(given.instance()))))
        .put("detach-volume.product-of-stopped", requests(given -> {
          Volume volume = soldVolume(given);
          given.attached(volume, given.instance(), DATA);
          return new DetachVolume(volume.volumeId());
        }))
        .buildOrThrow();
  }

  private static Operation<?> attach(Volume volume, Instance instance) {
    return new AttachVolume(volume.volumeId(), instance.instanceId(), DATA);
  }

  private static Instance runningOrStopped(Given given) {
    return given.instance(given.one(InstanceState.RUNNING, InstanceState.STOPPED));
  }

  /** A volume with a product of AWS Marketplace. */
  private static Volume soldVolume(Given given) {
    return given.put(given.aVolume().productCodes(ImmutableSet.of(PRODUCT)));
  }

  private static Operation<?> absentVolumes(Given given) {
    Volume.Builder volume = given.aVolume();
    VolumeId id = volume.build().volumeId();
    if (given.maybe()) {
      given.put(volume.ownerId(given.other));
    }
    return given.either(
        () -> new DeleteVolume(id),
        () -> new AttachVolume(id, given.instance().instanceId(), DATA),
        () -> new DetachVolume(id),
        () -> CreateSnapshot.builder().volumeId(id).build(),
        () -> new DescribeVolumes(ImmutableSet.of(id)));
  }

  private static Operation<?> devicesInUse(Given given) {
    Instance instance;
    DeviceName used;
    if (given.maybe()) {
      instance = given.put(
          given.anInstance(given.image()).virtualDevices(ImmutableMap.of(DATA, "ephemeral0")));
      used = DATA;
    } else {
      instance = runningOrStopped(given);
      used = rootDeviceOf(instance);
    }
    return new AttachVolume(
        given.volume().volumeId(),
        instance.instanceId(),
        given.one(used, DeviceName.of(used.withoutDev())));
  }

  private static Operation<?> notAttached(Given given) {
    VolumeId attached = rootOf(given.instance(InstanceState.STOPPED));
    return given.either(
        () -> new DetachVolume(given.volume().volumeId()),
        () -> new DetachVolume(attached, given.instance().instanceId()),
        () -> new DetachVolume(attached, Optional.empty(), Optional.of(DATA)));
  }
}

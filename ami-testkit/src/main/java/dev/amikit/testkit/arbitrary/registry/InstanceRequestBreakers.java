package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.Scene.requests;
import static dev.amikit.testkit.arbitrary.registry.Scene.rootDeviceOf;
import static dev.amikit.testkit.arbitrary.registry.Scene.rootOf;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;

/** Requests that rules of instances and of volumes do not let pass. */
final class InstanceRequestBreakers {
  private static final int LONGEST_TOKEN = 64;
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
            requests(scene -> scene.asks(new StopInstances(scene
                .put(scene.anInstance(scene.put(scene.anInstanceStoreImage())))
                .instanceId()))),
        "instance.root-attached",
            requests(scene -> scene.asks(new StartInstances(scene
                .put(scene.anInstance(scene.image()).state(InstanceState.STOPPED))
                .instanceId()))));
  }

  private static Request<?> absentInstances(Scene scene) {
    Instance.Builder instance = scene.anInstance(scene.image());
    InstanceId id = instance.build().instanceId();
    if (scene.maybe()) {
      scene.put(instance.ownerId(scene.other));
    }
    ImmutableSet<InstanceId> ids =
        scene.maybe() ? ImmutableSet.of(id, scene.instanceId()) : ImmutableSet.of(id);
    return scene.asks(scene.<Operation<?>>either(
        () -> new StopInstances(ids),
        () -> new StartInstances(ids),
        () -> new TerminateInstances(ids),
        () -> new DescribeInstances(ids),
        () -> new AttachVolume(scene.volume().volumeId(), id, DATA),
        () -> new DetachVolume(scene.volume().volumeId(), id),
        () -> CreateSnapshots.of(id)));
  }

  private static Request<?> instancesInOtherStates(Scene scene) {
    if (scene.maybe()) {
      return scene.asks(new StartInstances(scene
          .instance(scene.one(
              InstanceState.STOPPING, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED))
          .instanceId()));
    }
    return scene.asks(new StopInstances(scene
        .instance(scene.one(
            InstanceState.PENDING, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED))
        .instanceId()));
  }

  // Instance types

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofInstanceTypes() {
    return ImmutableMap.of(
        "instance-type.architecture",
            typed(
                type -> type.supportedArchitectures(
                    ImmutableSet.of(Architecture.ARM64, Architecture.I386)),
                Scene::anImage),
        "instance-type.virtualization",
            requests(scene -> scene.maybe()
                ? launchOn(
                    scene,
                    type -> type.supportedVirtualizationTypes(
                        ImmutableSet.of(VirtualizationType.PARAVIRTUAL)),
                    scene.maybe() ? scene.anImage() : scene.anImage().windows())
                : launchOn(
                    scene,
                    type -> type.supportedVirtualizationTypes(
                        ImmutableSet.of(VirtualizationType.HVM)),
                    scene.anImage().virtualizationType(VirtualizationType.PARAVIRTUAL))),
        "instance-type.root-device-type",
            requests(scene -> scene.maybe()
                ? launchOn(
                    scene,
                    type -> type.supportedRootDeviceTypes(
                        ImmutableSet.of(DeviceType.INSTANCE_STORE)),
                    scene.anImage())
                : launchOn(
                    scene,
                    type -> type.supportedRootDeviceTypes(ImmutableSet.of(DeviceType.EBS)),
                    scene.anInstanceStoreImage())),
        "instance-type.ena",
            typed(
                type -> type.enaRequired(true),
                scene -> scene
                    .anImage()
                    .enaSupport(scene.one(Optional.of(false), Optional.empty()))),
        "instance-type.boot-mode",
            requests(scene -> {
              BootMode wanted = scene.one(BootMode.UEFI, BootMode.LEGACY_BIOS);
              BootMode there =
                  wanted.equals(BootMode.UEFI) ? BootMode.LEGACY_BIOS : BootMode.UEFI;
              return launchOn(
                  scene,
                  type -> type.supportedBootModes(ImmutableSet.of(there)),
                  scene.anImage().bootMode(wanted));
            }),
        "instance-type.tpm",
            requests(scene -> scene.maybe()
                ? launchOn(
                    scene,
                    type -> type.nitroTpmSupported(false),
                    scene.anImage().bootMode(BootMode.UEFI).tpmSupport(TpmSupport.V2_0))
                : launchOn(
                    scene,
                    type -> type,
                    scene
                        .anImage()
                        .bootMode(scene.one(Optional.empty(), Optional.of(BootMode.LEGACY_BIOS)))
                        .tpmSupport(TpmSupport.V2_0))),
        "instance-type.encryption", requests(InstanceRequestBreakers::encryptedOnTypesWithout));
  }

  private static Arbitrary<Request<?>> typed(
      UnaryOperator<InstanceTypeInfo.Builder> change, Function<Scene, Ami.Builder> image) {
    return requests(scene -> launchOn(scene, change, image.apply(scene)));
  }

  private static Request<?> launchOn(
      Scene scene, UnaryOperator<InstanceTypeInfo.Builder> change, Ami.Builder image) {
    return scene.asks(
        launch(scene, scene.put(image)).instanceType(type(scene, change)).build());
  }

  /** A type that runs everything, but for a change. */
  private static String type(Scene scene, UnaryOperator<InstanceTypeInfo.Builder> change) {
    String name = scene.one("m1.small", "t2.micro", "m7i.large");
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
    scene.settings(settings -> settings.putInstanceType(name, type));
    return name;
  }

  private static Request<?> encryptedOnTypesWithout(Scene scene) {
    String type = type(scene, info -> info.encryptionSupported(false));
    switch (scene.below(3)) {
      case 0 -> {
        scene.account(account -> account.ebsEncryptionByDefault(true));
        return scene.asks(launch(scene, scene.image()).instanceType(type).build());
      }
      case 1 -> {
        EbsBlockDevice encrypted =
            EbsBlockDevice.blank(VolumeType.GP3, 8).toBuilder().encrypted(true).build();
        return scene.asks(launch(scene, scene.image())
            .instanceType(type)
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(DATA, encrypted))
            .build());
      }
      default -> {
        Instance instance = scene.put(scene.anInstance(scene.image()).instanceType(type));
        Volume volume = scene.put(scene.aVolume().kmsKeyId(scene.key()));
        return scene.asks(new AttachVolume(volume.volumeId(), instance.instanceId(), DATA));
      }
    }
  }

  // RunInstances

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofLaunches() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put("run-instances.counts", requests(scene -> {
          int most = scene.between(1, 9);
          return scene.asks(launch(scene, scene.image())
              .minCount(scene.maybe() ? scene.beyond(most) : scene.shortOf(1))
              .maxCount(most)
              .build());
        }))
        .put("run-instances.hop-limit", requests(scene -> scene.asks(
            launch(scene, scene.image())
                .httpPutResponseHopLimit(
                    scene.maybe() ? scene.beyond(MOST_HOPS) : scene.shortOf(1))
                .build())))
        .put("client-token.short", requests(scene -> {
          String token = Strings.repeat("t", scene.beyond(LONGEST_TOKEN));
          return scene.asks(scene.<Operation<?>>either(
              () -> launch(scene, scene.image()).clientToken(token).build(),
              () -> new CreateVolume(
                  EbsBlockDevice.blank(VolumeType.GP3, 8),
                  ImmutableList.of(),
                  Optional.of(token))));
        }))
        .put("run-instances.few", requests(InstanceRequestBreakers::tooManyInstances))
        .put("run-instances.image-parameter", requests(InstanceRequestBreakers::otherParameters))
        .put("run-instances.machine", requests(scene -> scene.asks(
            launch(scene, scene.put(kernel(scene))).build())))
        .put("run-instances.permitted", requests(scene -> scene.asks(
            launch(scene, scene.put(scene.anImage().ownerId(scene.other))).build())))
        .put("run-instances.subscribed", requests(InstanceRequestBreakers::unsubscribed))
        .put("run-instances.root-stays", requests(InstanceRequestBreakers::replacedRoots))
        .put("run-instances.root-bootable", requests(scene -> {
          Ami image = scene.image();
          EbsBlockDevice slow =
              EbsBlockDevice.blank(throughputOptimized(scene), scene.between(125, 500));
          return scene.asks(launch(scene, image)
              .addBlockDeviceMapping(
                  BlockDeviceMapping.ebs(image.rootDeviceName().orElseThrow(), slow))
              .build());
        }))
        .put("run-instances.ephemeral-without-snapshot", requests(scene -> {
          Ami image = scene.put(scene
              .anImage()
              .addBlockDeviceMapping(
                  BlockDeviceMapping.virtual(DATA, "ephemeral" + scene.below(24))));
          return scene.asks(
              launchWith(scene, image, EbsBlockDevice.ofSnapshot(scene.snapshot().snapshotId())));
        }))
        .put("run-instances.instance-store-without-ebs", requests(scene -> scene.asks(
            launchWith(
                scene,
                scene.put(scene.anInstanceStoreImage()),
                EbsBlockDevice.blank(VolumeType.GP3, scene.between(1, 16))))))
        .put("run-instances.hvm-name", requests(scene -> {
          DeviceName name = namedOtherThanOnHvm(scene);
          return scene.asks(launch(scene, scene.image())
              .addBlockDeviceMapping(
                  scene.maybe()
                      ? BlockDeviceMapping.virtual(name, "ephemeral0")
                      : BlockDeviceMapping.ebs(name, EbsBlockDevice.blank(VolumeType.GP3, 8)))
              .build());
        }))
        .put("availability-zone.exists", requests(scene -> {
          String zone = scene.one(
              scene.region.code(),
              scene.region + "A",
              scene.region + "ab",
              scene.elsewhere() + "a",
              "a");
          return scene.asks(scene.<Operation<?>>either(
              () -> launch(scene, scene.image()).availabilityZone(zone).build(),
              () -> new CreateVolume(EbsBlockDevice.blank(VolumeType.GP3, 8).toBuilder()
                  .availabilityZone(zone)
                  .build())));
        }))
        .buildOrThrow();
  }

  private static RunInstances.Builder launch(Scene scene, Ami image) {
    return RunInstances.builder()
        .imageId(image.imageId())
        .instanceType(scene.one("m7i.large", "t3.micro"));
  }

  private static RunInstances launchWith(Scene scene, Ami image, EbsBlockDevice data) {
    return launch(scene, image)
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(DATA, data))
        .build();
  }

  private static DeviceName namedOtherThanOnHvm(Scene scene) {
    return DeviceName.of(scene.one("/dev/sda", "sda", "/dev/sdf1", "xvdf2", "/dev/sda3", "/dev/hdb15"));
  }

  private static VolumeType throughputOptimized(Scene scene) {
    return scene.one(VolumeType.ST1, VolumeType.SC1);
  }

  private static Request<?> tooManyInstances(Scene scene) {
    Ami image = scene.image();
    if (scene.maybe()) {
      int count = scene.beyond(MOST_INSTANCES);
      return scene.asks(launch(scene, image).minCount(count).maxCount(count).build());
    }
    int present = scene.below(3);
    int room = scene.between(present == 0 ? 1 : 0, 2);
    for (int i = 0; i < present; i++) {
      scene.instance(scene.one(InstanceState.RUNNING, InstanceState.STOPPED));
    }
    scene.quotas(quotas -> quotas.instances(present + room));
    int count = scene.beyond(room);
    return scene.asks(launch(scene, image).minCount(count).maxCount(count).build());
  }

  private static Request<?> otherParameters(Scene scene) {
    ImageParameter named = ImageParameter.of("/golden/" + scene.one("linux", "windows"));
    ImageId image = scene.image().imageId();
    if (scene.maybe()) {
      scene.settings(settings -> settings.imageParameters(ImmutableTable.of(
          scene.one(ImmutableList.of(scene.elsewhere())), named, image)));
    } else {
      scene.settings(settings -> settings.imageParameters(
          ImmutableTable.of(scene.region, ImageParameter.of("/golden/other"), image)));
    }
    return scene.asks(
        RunInstances.builder().imageId(named).instanceType("m7i.large").build());
  }

  private static Ami.Builder kernel(Scene scene) {
    boolean isKernel = scene.maybe();
    return Ami.builder()
        .imageId(ImageId.of((isKernel ? "aki-" : "ari-") + scene.digits()))
        .imageType(isKernel ? ImageType.KERNEL : ImageType.RAMDISK)
        .ownerId(scene.owner)
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.X86_64);
  }

  private static Request<?> unsubscribed(Scene scene) {
    if (scene.maybe()) {
      return scene.asks(
          launch(scene, scene.put(scene.anImage().addProductCode(PRODUCT))).build());
    }
    Volume volume = scene.put(scene.aVolume().productCodes(ImmutableSet.of(PRODUCT)));
    return scene.asks(new AttachVolume(
        volume.volumeId(), scene.instance(InstanceState.STOPPED).instanceId(), DATA));
  }

  private static Request<?> replacedRoots(Scene scene) {
    Ami image = scene.image();
    DeviceName root = image.rootDeviceName().orElseThrow();
    Snapshot small = scene.put(scene.aSnapshot().volumeSize(1));
    return scene.asks(launch(scene, image)
        .addBlockDeviceMapping(scene.one(
            BlockDeviceMapping.suppressed(root),
            BlockDeviceMapping.virtual(root, "ephemeral0"),
            BlockDeviceMapping.ebs(root, EbsBlockDevice.ofSnapshot(small.snapshotId()))))
        .build());
  }

  // What a new volume is like

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofNewVolumes() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put("create-volume.size-or-snapshot", requests(scene -> scene.asks(
            new CreateVolume(EbsBlockDevice.builder()
                .volumeType(scene.one(VolumeType.GP3, VolumeType.GP2))
                .build()))))
        .put("create-volume.not-attached", requests(scene -> {
          EbsBlockDevice.Builder volume =
              EbsBlockDevice.blank(VolumeType.GP3, scene.between(1, 16)).toBuilder();
          return scene.asks(new CreateVolume(
              scene.maybe()
                  ? volume.deleteOnTermination(scene.maybe()).build()
                  : volume.ebsCardIndex(scene.below(3)).build()));
        }))
        .put("new-volume.size-or-snapshot", requests(scene -> scene.asks(launchWith(
            scene,
            scene.image(),
            EbsBlockDevice.builder()
                .volumeType(scene.one(VolumeType.GP3, VolumeType.GP2))
                .build()))))
        .put("new-volume.not-smaller-than-snapshot", requests(InstanceRequestBreakers::tooSmall))
        .put("new-volume.size-range", requests(InstanceRequestBreakers::sizedBySnapshots))
        .put("new-volume.bootable", requests(scene -> scene.asks(RegisterImage.builder()
            .name(scene.name())
            .hvm(Architecture.X86_64)
            .ebsRoot(
                "/dev/xvda",
                EbsBlockDevice.of(
                    throughputOptimized(scene),
                    scene.between(125, 500),
                    scene.snapshot().snapshotId()))
            .build())))
        .put("new-volume.iops-needed", made(scene -> EbsBlockDevice.blank(
                scene.one(VolumeType.IO1, VolumeType.IO2), scene.between(4, 16))
            .toBuilder()))
        .put("new-volume.iops-allowed", made(scene -> EbsBlockDevice.builder()
            .volumeType(scene.one(Optional.of(VolumeType.GP2), Optional.empty()))
            .volumeSize(scene.between(1, 16))
            .iops(scene.between(100, 3_000))))
        .put("new-volume.iops-range", made(scene -> {
          VolumeType type = provisioned(scene);
          int most = limits(type).iops().orElseThrow().upperEndpoint();
          return EbsBlockDevice.blank(type, scene.between(4, 16)).toBuilder()
              .iops(scene.maybe() ? scene.beyond(most) : scene.shortOf(LEAST_IOPS));
        }))
        .put("new-volume.iops-per-size", made(scene -> {
          VolumeType type = provisioned(scene);
          int size = scene.between(7, 16);
          return EbsBlockDevice.blank(type, size).toBuilder()
              .iops(scene.beyond(limits(type).iopsPerGib() * size));
        }))
        .put("new-volume.throughput-allowed", made(scene -> EbsBlockDevice.builder()
            .volumeSize(scene.between(1, 16))
            .throughput(scene.between(125, 500))))
        .put("new-volume.throughput-range", made(scene -> EbsBlockDevice.blank(
                VolumeType.GP3, scene.between(1, 16))
            .toBuilder()
            .throughput(scene.beyond(MOST_THROUGHPUT))))
        .put("new-volume.throughput-per-iops", made(scene -> {
          int iops = scene.one(3_000, 3_200, 4_000);
          EbsBlockDevice.Builder volume =
              EbsBlockDevice.blank(VolumeType.GP3, scene.between(8, 16)).toBuilder()
                  .throughput(scene.beyond(iops / 4));
          return iops == 3_000 && scene.maybe() ? volume : volume.iops(iops);
        }))
        .buildOrThrow();
  }

  /** Volumes that are asked for by themselves, or together with an instance. */
  private static Arbitrary<Request<?>> made(Function<Scene, EbsBlockDevice.Builder> volume) {
    return requests(scene -> made(scene, volume.apply(scene).build()));
  }

  private static Request<?> made(Scene scene, EbsBlockDevice volume) {
    return scene.asks(scene.<Operation<?>>either(
        () -> new CreateVolume(volume), () -> launchWith(scene, scene.image(), volume)));
  }

  private static VolumeType provisioned(Scene scene) {
    return scene.one(VolumeType.GP3, VolumeType.IO1, VolumeType.IO2);
  }

  private static VolumeLimits limits(VolumeType type) {
    return type.limits().orElseThrow();
  }

  private static Request<?> tooSmall(Scene scene) {
    int size = scene.between(2, 16);
    Snapshot snapshot = scene.put(scene.aSnapshot().volumeSize(size));
    EbsBlockDevice small = EbsBlockDevice.of(
        scene.one(VolumeType.GP3, VolumeType.GP2),
        scene.between(1, size - 1),
        snapshot.snapshotId());
    return scene.asks(launchWith(scene, scene.image(), small));
  }

  /** Volumes that get from their snapshot a size that their type does not have. */
  private static Request<?> sizedBySnapshots(Scene scene) {
    VolumeType type =
        scene.one(VolumeType.ST1, VolumeType.SC1, VolumeType.STANDARD, VolumeType.GP2);
    int size = limits(type).bootable()
        ? scene.beyond(limits(type).size().upperEndpoint())
        : scene.shortOf(limits(type).size().lowerEndpoint());
    Snapshot snapshot = scene.put(scene.aSnapshot().volumeSize(size));
    return made(
        scene,
        EbsBlockDevice.builder()
            .volumeType(type)
            .snapshotId(snapshot.snapshotId())
            .build());
  }

  // Volumes

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofVolumes() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put("volume.exists", requests(InstanceRequestBreakers::absentVolumes))
        .put("delete-volume.available", requests(scene -> scene.asks(
            new DeleteVolume(rootOf(scene.instance())))))
        .put("attach-volume.card-not-negative", requests(scene -> scene.asks(new AttachVolume(
            scene.volume().volumeId(),
            scene.instance().instanceId(),
            DATA,
            OptionalInt.of(scene.shortOf(0))))))
        .put("attach-volume.available", requests(scene -> {
          Instance instance = scene.instance();
          VolumeId attached = scene.maybe() ? rootOf(instance) : rootOf(scene.instance());
          return scene.asks(new AttachVolume(attached, instance.instanceId(), DATA));
        }))
        .put("attach-volume.same-zone", requests(scene -> attach(
            scene,
            scene.put(scene
                .aVolume()
                .availabilityZone(scene.region + scene.one("b", "c"))),
            scene.instance())))
        .put("attach-volume.instance-state", requests(scene -> attach(
            scene,
            scene.volume(),
            scene.instance(scene.one(
                InstanceState.PENDING,
                InstanceState.SHUTTING_DOWN,
                InstanceState.TERMINATED,
                InstanceState.STOPPING)))))
        .put("attach-volume.product-to-stopped", requests(scene -> attach(
            scene, soldVolume(scene), scene.instance())))
        .put("attach-volume.device-name", requests(scene -> {
          DeviceName name = scene.maybe()
              ? namedOtherThanOnHvm(scene)
              : DeviceName.of(scene.one("/dev/disk0", "/dev/sdaaa", "sd", "xvda16"));
          return scene.asks(new AttachVolume(
              scene.volume().volumeId(), runningOrStopped(scene).instanceId(), name));
        }))
        .put("attach-volume.device-free", requests(InstanceRequestBreakers::devicesInUse))
        .put("detach-volume.attached", requests(InstanceRequestBreakers::notAttached))
        .put("detach-volume.root-of-stopped", requests(scene -> scene.asks(
            new DetachVolume(rootOf(scene.instance())))))
        .put("detach-volume.product-of-stopped", requests(scene -> {
          Volume volume = soldVolume(scene);
          scene.attached(volume, scene.instance(), DATA);
          return scene.asks(new DetachVolume(volume.volumeId()));
        }))
        .buildOrThrow();
  }

  private static Request<?> attach(Scene scene, Volume volume, Instance instance) {
    return scene.asks(new AttachVolume(volume.volumeId(), instance.instanceId(), DATA));
  }

  private static Instance runningOrStopped(Scene scene) {
    return scene.instance(scene.one(InstanceState.RUNNING, InstanceState.STOPPED));
  }

  /** A volume with a product of AWS Marketplace. */
  private static Volume soldVolume(Scene scene) {
    return scene.put(scene.aVolume().productCodes(ImmutableSet.of(PRODUCT)));
  }

  private static Request<?> absentVolumes(Scene scene) {
    Volume.Builder volume = scene.aVolume();
    VolumeId id = volume.build().volumeId();
    AccountId foreign = scene.other;
    if (scene.maybe()) {
      scene.put(volume.ownerId(foreign));
    }
    return scene.asks(scene.<Operation<?>>either(
        () -> new DeleteVolume(id),
        () -> new AttachVolume(id, scene.instance().instanceId(), DATA),
        () -> new DetachVolume(id),
        () -> CreateSnapshot.builder().volumeId(id).build(),
        () -> new DescribeVolumes(ImmutableSet.of(id))));
  }

  private static Request<?> devicesInUse(Scene scene) {
    Instance instance;
    DeviceName used;
    if (scene.maybe()) {
      instance = scene.put(scene
          .anInstance(scene.image())
          .virtualDevices(ImmutableMap.of(DATA, "ephemeral0")));
      used = DATA;
    } else {
      instance = runningOrStopped(scene);
      used = rootDeviceOf(instance);
    }
    return scene.asks(new AttachVolume(
        scene.volume().volumeId(),
        instance.instanceId(),
        scene.one(used, DeviceName.of(used.withoutDev()))));
  }

  private static Request<?> notAttached(Scene scene) {
    VolumeId attached = rootOf(scene.instance(InstanceState.STOPPED));
    return scene.asks(scene.<Operation<?>>either(
        () -> new DetachVolume(scene.volume().volumeId()),
        () -> new DetachVolume(attached, scene.instance().instanceId()),
        () -> new DetachVolume(attached, Optional.empty(), Optional.of(DATA))));
  }
}

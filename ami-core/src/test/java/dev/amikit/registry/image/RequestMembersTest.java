package dev.amikit.registry.image;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a request to make an image states leaves a trace, in the image, its snapshots or what
 * else the registry remembers, or is refused: nothing that is accepted gets lost.
 */
class RequestMembersTest {
  private static final ImmutableSet<Class<?>> WITH_MEMBERS =
      ImmutableSet.of(BlockDeviceMapping.class, EbsBlockDevice.class, TagSpecification.class);

  /** Its documentation says that it has no effect that can be seen. */
  private static final ImmutableSet<String> UNSEEN = ImmutableSet.of("noReboot");

  private static final DeviceName MORE = DeviceName.of("/dev/sdg");

  /** A registry in which all that the requests name is ready, each time by the same IDs. */
  private static final class World {
    final TestRegistry ec2 = new TestRegistry();
    final SnapshotId snapshot = ec2.snapshot();
    final SnapshotId other = ec2.snapshot();
    final InstanceId instance;
    final InstanceId otherInstance;

    World() {
      TestLaunch at = new TestLaunch(ec2);
      ec2.registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().mayUseBillingProducts(true).build());
      at.put(image -> image.addBlockDeviceMapping(
          BlockDeviceMapping.ebs(DATA, EbsBlockDevice.blank(VolumeType.GP3, 20))));
      instance = at.launch().instanceId();
      otherInstance = at.launch().instanceId();
      ec2.owner().createTags(Tags.of("env", "prod"), IMAGE);
    }

    /** What comes of a request: all that there is then, or all that is wrong with it. */
    static Object outcome(Function<TestRegistry, ImageId> request) {
      TestRegistry ec2 = new World().ec2;
      try {
        ImageId answer = request.apply(ec2);
        return ImmutableList.of(answer, ec2.state());
      } catch (RefusedException e) {
        return e.refusal().violations();
      }
    }
  }

  private static final World WORLD = new World();
  private static final SnapshotId SNAPSHOT = WORLD.snapshot;

  /** A request that does not state a member, or states something else, and one that does. */
  private record Change<B>(UnaryOperator<B> without, UnaryOperator<B> with) {
    static <B> Change<B> of(UnaryOperator<B> with) {
      return new Change<>(UnaryOperator.identity(), with);
    }
  }

  private static final ImmutableMap<String, UnaryOperator<BlockDeviceMapping>> OF_DEVICES =
      ImmutableMap.<String, UnaryOperator<BlockDeviceMapping>>builder()
          .put("deviceName", device -> device.toBuilder().deviceName("/dev/sdh").build())
          .put(
              "virtualName",
              device -> BlockDeviceMapping.virtual(device.deviceName(), "ephemeral3"))
          .put("noDevice", device -> BlockDeviceMapping.suppressed(device.deviceName()))
          .put("ebs.snapshotId", ebs(volume -> volume.snapshotId(WORLD.other)))
          .put("ebs.volumeSize", ebs(volume -> volume.volumeSize(21)))
          .put("ebs.volumeType", ebs(volume -> volume.volumeType(VolumeType.STANDARD)))
          .put("ebs.iops", ebs(volume -> volume.iops(4_000)))
          .put("ebs.throughput", ebs(volume -> volume.throughput(200)))
          .put("ebs.deleteOnTermination", ebs(volume -> volume.deleteOnTermination(true)))
          .put("ebs.encrypted", ebs(volume -> volume.encrypted(true)))
          .put("ebs.kmsKeyId", ebs(volume -> volume.encrypted(true).kmsKeyId(TestKeys.CUSTOMER)))
          .put(
              "ebs.outpostArn",
              ebs(volume -> volume.outpostArn(
                  "arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0")))
          .put("ebs.availabilityZone", ebs(volume -> volume.availabilityZone("us-east-1a")))
          .put("ebs.availabilityZoneId", ebs(volume -> volume.availabilityZoneId("use1-az1")))
          .put("ebs.volumeInitializationRate", ebs(volume -> volume.volumeInitializationRate(200)))
          .put("ebs.ebsCardIndex", ebs(volume -> volume.ebsCardIndex(1)))
          .buildOrThrow();

  private static final BlockDeviceMapping OF_INSTANCE = device(DATA, EbsBlockDevice.builder());
  private static final BlockDeviceMapping OF_SNAPSHOT =
      device(MORE, EbsBlockDevice.builder().snapshotId(SNAPSHOT));
  private static final BlockDeviceMapping BLANK =
      device(MORE, EbsBlockDevice.builder().volumeType(VolumeType.GP3).volumeSize(20));

  private static BlockDeviceMapping device(DeviceName name, EbsBlockDevice.Builder volume) {
    return BlockDeviceMapping.ebs(name, volume.deleteOnTermination(false).build());
  }

  private static UnaryOperator<BlockDeviceMapping> ebs(
      UnaryOperator<EbsBlockDevice.Builder> change) {
    return device -> device.toBuilder()
        .ebs(change.apply(device.ebs().orElseThrow().toBuilder()).build())
        .build();
  }

  @TestFactory
  @Rules("DEC-158")
  Stream<DynamicTest> of_RegisterImage() {
    ImmutableListMultimap.Builder<String, Change<RegisterImage.Builder>> changes =
        ImmutableListMultimap.builder();
    changes
        .put("name", Change.of(request -> request.name("another")))
        .put("description", Change.of(request -> request.description("for tests")))
        .put(
            "imageLocation",
            new Change<>(
                request -> request.blockDeviceMappings(ImmutableList.of()).imageLocation("a/b"),
                request -> request.blockDeviceMappings(ImmutableList.of()).imageLocation("a/c")))
        .put("rootDeviceName", Change.of(request -> request.rootDeviceName(DATA)))
        .put("architecture", Change.of(request -> request.architecture(Architecture.I386)))
        .put(
            "virtualizationType",
            Change.of(request -> request.virtualizationType(VirtualizationType.PARAVIRTUAL)))
        .put(
            "kernelId",
            new Change<>(
                request -> request.virtualizationType(VirtualizationType.PARAVIRTUAL),
                request -> request
                    .virtualizationType(VirtualizationType.PARAVIRTUAL)
                    .kernelId("aki-12345678")))
        .put(
            "ramdiskId",
            new Change<>(
                request -> request.virtualizationType(VirtualizationType.PARAVIRTUAL),
                request -> request
                    .virtualizationType(VirtualizationType.PARAVIRTUAL)
                    .ramdiskId("ari-12345678")))
        .put("bootMode", Change.of(request -> request.bootMode(BootMode.UEFI)))
        .put(
            "tpmSupport",
            new Change<>(
                request -> request.bootMode(BootMode.UEFI),
                request -> request.bootMode(BootMode.UEFI).tpmSupport(TpmSupport.V2_0)))
        .put(
            "uefiData",
            new Change<>(
                request -> request.bootMode(BootMode.UEFI),
                request -> request.bootMode(BootMode.UEFI).uefiData("QUJD")))
        .put("imdsSupport", Change.of(request -> request.imdsSupport(ImdsSupport.V2_0)))
        .put("enaSupport", Change.of(request -> request.enaSupport(false)))
        .put(
            "sriovNetSupport",
            Change.of(request -> request.sriovNetSupport(SriovNetSupport.SIMPLE)))
        .put("billingProducts", Change.of(request -> request.billingProducts("bp-1")))
        .put(
            "billingProducts",
            new Change<>(
                request -> request.billingProducts("bp-1"),
                request -> request.billingProducts("bp-1", "bp-2")));
    ofDevices(changes, RegisterImage.Builder::addBlockDeviceMapping, OF_SNAPSHOT, BLANK);
    ofTags(changes, RegisterImage.Builder::addTagSpecification);
    return traces(
        RegisterImage.class,
        changes.build(),
        () -> RegisterImage.builder()
            .name("made")
            .hvm(Architecture.X86_64)
            .ebsRoot("/dev/xvda", EbsBlockDevice.ofSnapshot(SNAPSHOT)),
        (ec2, request) -> ec2.owner().registerImage(request.build()));
  }

  @TestFactory
  @Rules("DEC-153")
  Stream<DynamicTest> of_CreateImage() {
    ImmutableListMultimap.Builder<String, Change<CreateImage.Builder>> changes =
        ImmutableListMultimap.builder();
    changes
        .put("instanceId", Change.of(request -> request.instanceId(WORLD.otherInstance)))
        .put("name", Change.of(request -> request.name("another")))
        .put("description", Change.of(request -> request.description("for tests")))
        .put("noReboot", Change.of(request -> request.noReboot(true)));
    ofDevices(changes, CreateImage.Builder::addBlockDeviceMapping, OF_INSTANCE, OF_SNAPSHOT, BLANK);
    ofTags(changes, CreateImage.Builder::addTagSpecification);
    return traces(
        CreateImage.class,
        changes.build(),
        () -> CreateImage.builder().instanceId(WORLD.instance).name("made"),
        (ec2, request) -> ec2.owner().createImage(request.build()));
  }

  @TestFactory
  @Rules("COPY-30")
  Stream<DynamicTest> of_CopyImage() {
    ImmutableListMultimap.Builder<String, Change<CopyImage.Builder>> changes =
        ImmutableListMultimap.builder();
    changes
        .put("sourceRegion", Change.of(request -> request.sourceRegion(THERE)))
        .put("sourceImageId", Change.of(request -> request.sourceImageId("ami-0123456789abcdef0")))
        .put("name", Change.of(request -> request.name("another")))
        .put("description", Change.of(request -> request.description("for tests")))
        .put("encrypted", Change.of(request -> request.encrypted(true)))
        .put(
            "kmsKeyId",
            new Change<>(
                request -> request.encrypted(true),
                request -> request.encrypted(true).kmsKeyId(TestKeys.ELSEWHERE)))
        .put("copyImageTags", Change.of(request -> request.copyImageTags(true)))
        .put(
            "snapshotCopyCompletionDurationMinutes",
            Change.of(request -> request.snapshotCopyCompletionDurationMinutes(15)))
        .put("clientToken", Change.of(request -> request.clientToken("token")))
        .put(
            "destinationOutpostArn",
            Change.of(request -> request.destinationOutpostArn(
                "arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0")))
        .put(
            "destinationAvailabilityZone",
            Change.of(request -> request.destinationAvailabilityZone("eu-west-1a")))
        .put(
            "destinationAvailabilityZoneId",
            Change.of(request -> request.destinationAvailabilityZoneId("euw1-az1")));
    ofTags(changes, CopyImage.Builder::addTagSpecification);
    return traces(
        CopyImage.class,
        changes.build(),
        () -> Copying.copyOf(IMAGE).sourceRegion(HERE),
        (ec2, request) -> ec2.as(OWNER, THERE).copyImage(request.build()));
  }

  private static <B> void ofDevices(
      ImmutableListMultimap.Builder<String, Change<B>> changes,
      BiFunction<B, BlockDeviceMapping, B> adding,
      BlockDeviceMapping... devices) {
    for (BlockDeviceMapping device : devices) {
      OF_DEVICES.forEach((member, change) -> changes.put(
          "blockDeviceMappings." + member,
          new Change<>(
              request -> adding.apply(request, device),
              request -> adding.apply(request, change.apply(device)))));
    }
  }

  private static <B> void ofTags(
      ImmutableListMultimap.Builder<String, Change<B>> changes,
      BiFunction<B, TagSpecification, B> adding) {
    TagSpecification tags = TagSpecification.image(Tags.of("env", "test"));
    ImmutableMap.of(
            "resourceType", TagSpecification.snapshot(tags.tags()),
            "tags", TagSpecification.image(Tags.of("env", "other")))
        .forEach((member, changed) -> changes.put(
            "tagSpecifications." + member,
            new Change<>(
                request -> adding.apply(request, tags),
                request -> adding.apply(request, changed))));
  }

  /** A test for each change that states a member; fails for a member that no change states. */
  private static <B> Stream<DynamicTest> traces(
      Class<?> request,
      ImmutableListMultimap<String, Change<B>> changes,
      Supplier<B> plain,
      BiFunction<TestRegistry, B, ImageId> call) {
    assertThat(changes.keySet())
        .as("members of %s", request.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(members(request, "").toList());
    return changes.entries().stream()
        .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
          Object with =
              World.outcome(ec2 -> call.apply(ec2, change.getValue().with().apply(plain.get())));
          Object without =
              World.outcome(ec2 -> call.apply(ec2, change.getValue().without().apply(plain.get())));
          assertThat(with.equals(without))
              .as("is lost without a trace")
              .isEqualTo(UNSEEN.contains(change.getKey()));
        }));
  }

  /** The paths of all members of a request, those of its parts too. */
  private static Stream<String> members(Class<?> type, String prefix) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().equals(method))
            : Modifier.isAbstract(method.getModifiers()))
        .flatMap(method -> {
          Class<?> part = part(method);
          return WITH_MEMBERS.contains(part)
              ? members(part, prefix + method.getName() + ".")
              : Stream.of(prefix + method.getName());
        });
  }

  /** What a member holds; of an optional or a list, what is in it. */
  private static Class<?> part(Method method) {
    Type type = method.getGenericReturnType();
    Type held =
        type instanceof ParameterizedType holder ? holder.getActualTypeArguments()[0] : type;
    return held instanceof Class<?> part ? part : Object.class;
  }
}

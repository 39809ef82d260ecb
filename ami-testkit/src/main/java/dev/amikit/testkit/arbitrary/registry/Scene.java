package dev.amikit.testkit.arbitrary.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.account.AccountSettings;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.registry.Draw;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/**
 * A situation while it is being set up: two accounts, a Region, a time, and what there is. All of
 * it is chosen by a {@link Draw}; the plainest comes first. Work in it ends when told, which is
 * never.
 */
final class Scene {
  /** Whose most things are, and who calls if nobody else is named. */
  final AccountId owner;

  /** Another account. */
  final AccountId other;

  /** Where everything is. */
  final Region region;

  /** When the request is made. */
  final Instant now;

  private static final int CHOICES = 64;
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final ImmutableList<Region> REGIONS =
      ImmutableList.of(Region.US_EAST_1, Region.EU_WEST_1, Region.AP_NORTHEAST_1);
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("golden", "web", "data", "a b", "base-2026.11");

  private final Draw draw;
  private PartitionState state = PartitionState.empty();
  private RegistrySettings settings = RegistrySettings.builder()
      .ids(IdSource.counting())
      .completion(CompletionPolicy.whenTold())
      .build();
  private int given;

  private Scene(Draw draw) {
    this.draw = draw;
    int pair = below(2);
    this.owner = pair == 0 ? Accounts.OWNER : Accounts.OTHER;
    this.other = pair == 0 ? Accounts.OTHER : Accounts.OWNER;
    this.region = one(REGIONS);
    this.now = START.plusSeconds(below(1_000_000));
  }

  /** Requests in scenes that a function sets up. */
  static Arbitrary<Request<?>> requests(Function<Scene, Request<?>> making) {
    return Draw.of(CHOICES, draw -> making.apply(new Scene(draw)));
  }

  // Choices

  int below(int bound) {
    return draw.below(bound);
  }

  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** By one, mostly by a little more than that. */
  int beyond(int most) {
    return most + 1 + below(10);
  }

  /** By one, mostly by a little more than that. */
  int shortOf(int least) {
    return least - 1 - below(10);
  }

  boolean maybe() {
    return draw.oneIn(2);
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return one(ImmutableList.copyOf(of));
  }

  <T> T one(List<T> of) {
    return draw.one(of);
  }

  /** What one of several ways leads to; the others are not gone. */
  @SafeVarargs
  final <T> T either(Supplier<? extends T>... ways) {
    return one(ways).get();
  }

  String name() {
    return one(NAMES) + "-" + below(100);
  }

  Region elsewhere() {
    return one(REGIONS.stream().filter(other -> !other.equals(region)).toList());
  }

  // IDs that nothing has yet

  SnapshotId snapshotId() {
    return SnapshotId.of("snap-" + digits());
  }

  ImageId imageId() {
    return ImageId.of("ami-" + digits());
  }

  InstanceId instanceId() {
    return InstanceId.of("i-" + digits());
  }

  VolumeId volumeId() {
    return VolumeId.of("vol-" + digits());
  }

  /** A key of the owner. */
  KmsKeyId key() {
    return KmsKeyId.of("arn:aws:kms:%s:%s:key/1234abcd-12ab-34cd-56ef-%012x"
        .formatted(region, owner, ++given));
  }

  String digits() {
    return "0ab%014x".formatted(++given);
  }

  /** So many of anything, all different if made of fresh IDs. */
  static <T> ImmutableSet<T> several(int count, Supplier<T> each) {
    return Stream.generate(each).limit(count).collect(ImmutableSet.toImmutableSet());
  }

  // What there is

  void happens(RegistryEvent event) {
    state = state.after(event);
  }

  void settings(UnaryOperator<RegistrySettings.Builder> change) {
    settings = change.apply(settings.toBuilder()).build();
  }

  void quotas(UnaryOperator<Quotas.Builder> change) {
    settings(all -> all.quotas(change.apply(Quotas.builder()).build()));
  }

  /** Changes the settings of the owner. */
  void account(UnaryOperator<AccountSettings.Builder> change) {
    happens(new RegistryEvent.SettingsChanged(
        region, owner, change.apply(state.settings(region, owner).toBuilder()).build()));
  }

  /** A completed, unencrypted snapshot of the owner, of 1 to 16 GiB. */
  Snapshot.Builder aSnapshot() {
    int size = between(1, 16);
    return Snapshot.builder()
        .snapshotId(snapshotId())
        .ownerId(owner)
        .state(SnapshotState.COMPLETED)
        .progress(100)
        .startTime(START)
        .volumeId(volumeId())
        .volumeSize(size)
        .encrypted(false)
        .storageTier(StorageTier.STANDARD);
  }

  Snapshot snapshot() {
    return put(aSnapshot());
  }

  Snapshot put(Snapshot.Builder snapshot) {
    Snapshot made = snapshot.build();
    happens(new RegistryEvent.SnapshotCreated(region, made));
    return made;
  }

  /** An available, private image of the owner over a snapshot: Linux, x86_64, hvm. */
  Ami.Builder anImage(Snapshot root) {
    String device = one("/dev/xvda", "/dev/sda1");
    return Ami.builder()
        .imageId(imageId())
        .ownerId(owner)
        .name(name())
        .state(AmiState.AVAILABLE)
        .creationDate(START)
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .enaSupport(true)
        .linux()
        .ebsRoot(
            device,
            EbsBlockDevice.builder()
                .snapshotId(root.snapshotId())
                .volumeType(one(VolumeType.GP3, VolumeType.GP2))
                .volumeSize(root.volumeSize())
                .deleteOnTermination(true)
                .build());
  }

  Ami.Builder anImage() {
    return anImage(snapshot());
  }

  /** An available image of the owner on instance store. */
  Ami.Builder anInstanceStoreImage() {
    return Ami.builder()
        .imageId(imageId())
        .ownerId(owner)
        .name(name())
        .imageLocation("images/web.manifest.xml")
        .state(AmiState.AVAILABLE)
        .creationDate(START)
        .architecture(Architecture.X86_64)
        .virtualizationType(one(VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL))
        .enaSupport(true)
        .rootDeviceType(DeviceType.INSTANCE_STORE)
        .linux();
  }

  Ami image() {
    return put(anImage());
  }

  Ami put(Ami.Builder image) {
    Ami made = image.build();
    happens(new RegistryEvent.ImageCreated(region, made));
    return made;
  }

  /** A volume of the owner that is attached to nothing. */
  Volume.Builder aVolume() {
    int size = between(1, 16);
    return Volume.builder()
        .volumeId(volumeId())
        .ownerId(owner)
        .createTime(START)
        .availabilityZone(region + "a")
        .size(size)
        .volumeType(VolumeType.GP3);
  }

  Volume volume() {
    return put(aVolume());
  }

  Volume put(Volume.Builder volume) {
    Volume made = volume.build();
    happens(new VolumeEvent.VolumeCreated(region, made));
    return made;
  }

  /** An instance of the owner, with nothing attached. */
  Instance.Builder anInstance(Ami image) {
    return Instance.builder()
        .instanceId(instanceId())
        .reservationId("r-" + digits())
        .ownerId(owner)
        .availabilityZone(region + "a")
        .image(image)
        .state(InstanceState.RUNNING)
        .instanceType("m7i.large")
        .launchTime(START);
  }

  /** An instance of the owner in a state, with its root volume attached unless it is terminated. */
  Instance instance(InstanceState in) {
    Instance made = put(anInstance(image()).state(in));
    return in == InstanceState.TERMINATED ? made : withRoot(made);
  }

  /** A running instance of the owner, with its root volume attached. */
  Instance instance() {
    return instance(InstanceState.RUNNING);
  }

  Instance put(Instance.Builder instance) {
    Instance made = instance.build();
    happens(new InstanceEvent.InstanceLaunched(region, made));
    return made;
  }

  private Instance withRoot(Instance instance) {
    return attached(volume(), instance, rootDeviceOf(instance));
  }

  /** The instance with a volume attached. */
  @CanIgnoreReturnValue
  Instance attached(Volume volume, Instance instance, DeviceName device) {
    happens(new VolumeEvent.VolumeAttached(
        region,
        volume.volumeId(),
        instance.instanceId(),
        device,
        START,
        false,
        OptionalInt.empty()));
    return state.instance(region, instance.instanceId()).orElseThrow();
  }

  static DeviceName rootDeviceOf(Instance instance) {
    return instance.image().rootDeviceName().orElseThrow();
  }

  /** The root volume of an instance, which is attached. */
  static VolumeId rootOf(Instance instance) {
    return requireNonNull(instance.volumes().get(rootDeviceOf(instance))).volumeId();
  }

  // What is asked

  /** Lets the owner do something that is not refused. */
  @CanIgnoreReturnValue
  <R> R done(Operation<R> operation) {
    Outcome<R> outcome = operation.decide(situation(owner));
    R result = outcome.orThrow();
    state = ((Outcome.Done<R>) outcome).state();
    return result;
  }

  <R> Request<R> asks(Operation<R> operation) {
    return asks(owner, operation);
  }

  <R> Request<R> asks(AccountId caller, Operation<R> operation) {
    return new Request<>(situation(caller), operation);
  }

  private Situation situation(AccountId caller) {
    return new Situation(state, caller, region, now, settings);
  }
}

package dev.amikit.testkit.arbitrary.breaker;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.account.AccountSettings;
import dev.amikit.device.BlockDeviceMapping;
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
import dev.amikit.image.ImageType;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.registry.instance.RunInstances;
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
import dev.amikit.testkit.arbitrary.registry.Request;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import dev.amikit.testkit.registry.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/**
 * What is given when a request is made: who asks, where and when, and what there is. All of it is
 * chosen by a {@link Draw}, the plainest first. Work that is under way ends when it is told to,
 * which is never. What is called {@code aSnapshot} or {@code anImage} is there when it is put.
 */
final class Given {
  /** Whose things are, if nothing else is said. */
  final AccountId me;

  /** Another account. */
  final AccountId other;

  /** The Region where everything is. */
  final Region here;

  /** Another Region. */
  final Region there;

  /** The present time. */
  final Instant now;

  private static final int CHOICES = 64;
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(Accounts.OWNER, Accounts.OTHER, AccountId.of("777788889999"));
  private static final ImmutableList<Region> REGIONS =
      ImmutableList.of(Region.US_EAST_1, Region.EU_WEST_1, Region.AP_NORTHEAST_1);
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("golden", "web", "a b", "db (2026.11)", "build/x86_64", "base-2026.11");
  private static final ImmutableList<String> DATA =
      ImmutableList.of("/dev/sdg", "/dev/sdh", "/dev/sdi");

  private final Draw draw;
  private PartitionState state = PartitionState.empty();
  private RegistrySettings settings = RegistrySettings.builder()
      .ids(IdSource.counting())
      .completion(CompletionPolicy.whenTold())
      .build();
  private AccountId asking;
  private Region asked;
  private Instant askedAt;
  private int made;

  private Given(Draw draw) {
    this.draw = draw;
    this.me = one(ACCOUNTS);
    this.other = one(ACCOUNTS.stream().filter(account -> !account.equals(me)).toList());
    this.here = one(REGIONS);
    this.there = one(REGIONS.stream().filter(region -> !region.equals(here)).toList());
    this.now = START.plusSeconds(below(1_000_000));
    this.asking = me;
    this.asked = here;
    this.askedAt = now;
  }

  /** Requests for what a function asks, which says what is given as well. */
  static Arbitrary<Request<?>> requests(Function<Given, Operation<?>> asking) {
    return Draw.of(CHOICES, draw -> {
      Given given = new Given(draw);
      Operation<?> operation = asking.apply(given);
      return new Request<>(given.situation(), operation);
    });
  }

  private Situation situation() {
    return new Situation(state, asking, asked, askedAt, settings);
  }

  // Who asks, where and when: if nothing else is said, I do, here and now

  void askedBy(AccountId account) {
    asking = account;
  }

  void askedIn(Region region) {
    asked = region;
  }

  /** What has become due by then did not happen yet. */
  void askedAt(Instant time) {
    askedAt = time;
  }

  // Choices

  int below(int bound) {
    return draw.below(bound);
  }

  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** A number above a limit: by one, or by a little more. */
  int beyond(int most) {
    return most + 1 + below(10);
  }

  /** A number below a limit: by one, or by a little more. */
  int shortOf(int least) {
    return least - 1 - below(10);
  }

  boolean maybe() {
    return oneIn(2);
  }

  boolean oneIn(int times) {
    return draw.oneIn(times);
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[below(of.length)];
  }

  <T> T one(List<T> of) {
    return draw.one(of);
  }

  /** What one of several ways leads to; the others are not gone. */
  @SafeVarargs
  final <T> T either(Supplier<? extends T>... ways) {
    return ways[below(ways.length)].get();
  }

  /** A name that nothing has yet. */
  String name() {
    return one(NAMES) + "-" + ++made;
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

  /** A key of the caller. */
  KmsKeyId key() {
    return KmsKeyId.of(
        "arn:aws:kms:%s:%s:key/1234abcd-12ab-34cd-56ef-%012x".formatted(here, me, ++made));
  }

  /** The key of the caller that AWS manages, which is not for others. */
  KmsKeyId awsManagedKey() {
    return KmsKeyId.of("arn:aws:kms:%s:%s:key/eb5eb5eb-0000-4000-8000-%s".formatted(here, me, me));
  }

  String digits() {
    return "0ab%014x".formatted(++made);
  }

  /** So many of anything, all different if made of fresh IDs. */
  static <T> ImmutableSet<T> several(int count, Supplier<T> each) {
    return Stream.generate(each).limit(count).collect(ImmutableSet.toImmutableSet());
  }

  // What there is

  PartitionState state() {
    return state;
  }

  void happens(RegistryEvent event) {
    state = state.after(event);
  }

  void happens(SnapshotId snapshot, SnapshotEvent event) {
    happens(new RegistryEvent.SnapshotChanged(here, snapshot, event));
  }

  /** Lets the caller do something that is not refused. */
  @CanIgnoreReturnValue
  <R> R done(Operation<R> operation) {
    Outcome<R> outcome = operation.decide(situation());
    R result = outcome.orThrow();
    state = ((Outcome.Done<R>) outcome).state();
    return result;
  }

  void settings(UnaryOperator<RegistrySettings.Builder> change) {
    settings = change.apply(settings.toBuilder()).build();
  }

  void quotas(UnaryOperator<Quotas.Builder> change) {
    settings(all -> all.quotas(change.apply(Quotas.builder()).build()));
  }

  /** Changes the settings of the caller. */
  void account(UnaryOperator<AccountSettings.Builder> change) {
    happens(new RegistryEvent.SettingsChanged(
        here, me, change.apply(state.settings(here, me).toBuilder()).build()));
  }

  /** A completed, unencrypted snapshot of the caller, of 1 to 16 GiB. */
  Snapshot.Builder aSnapshot() {
    return Snapshots.completedSnapshot().toBuilder()
        .snapshotId(snapshotId())
        .ownerId(me)
        .volumeId(volumeId())
        .volumeSize(between(1, 16));
  }

  Snapshot snapshot() {
    return put(aSnapshot());
  }

  Snapshot put(Snapshot.Builder snapshot) {
    Snapshot made = snapshot.build();
    happens(new RegistryEvent.SnapshotCreated(here, made));
    return made;
  }

  /** The name of a root device. */
  String rootDevice() {
    return one("/dev/xvda", "/dev/sda1");
  }

  /** An available, private image of the owner of its snapshot: Linux, x86_64, hvm. */
  Ami.Builder anImage(Snapshot root) {
    String name = name();
    return Amis.availableAmi().toBuilder()
        .imageId(imageId())
        .ownerId(root.ownerId())
        .name(name)
        .imageLocation(root.ownerId() + "/" + name)
        .blockDeviceMappings(ImmutableList.of())
        .ebsRoot(rootDevice(), volumeOf(root));
  }

  /** An image over snapshots that are alike: of its root, and of up to three volumes more. */
  Ami.Builder anImage(UnaryOperator<Snapshot.Builder> ofSnapshots) {
    Ami.Builder image = anImage(put(ofSnapshots.apply(aSnapshot())));
    for (String device : DATA.subList(0, below(DATA.size() + 1))) {
      Snapshot snapshot = put(ofSnapshots.apply(aSnapshot()));
      image.addBlockDeviceMapping(BlockDeviceMapping.ebs(device, volumeOf(snapshot)));
    }
    return image;
  }

  Ami.Builder anImage() {
    return anImage(snapshot -> snapshot);
  }

  private EbsBlockDevice volumeOf(Snapshot snapshot) {
    return EbsBlockDevice.builder()
        .snapshotId(snapshot.snapshotId())
        .volumeType(one(VolumeType.GP3, VolumeType.GP2))
        .volumeSize(snapshot.volumeSize())
        .deleteOnTermination(true)
        .encrypted(snapshot.encrypted())
        .build();
  }

  /** An available image of the caller on instance store. */
  Ami.Builder anInstanceStoreImage() {
    return Amis.instanceStoreAmi().toBuilder()
        .imageId(imageId())
        .ownerId(me)
        .name(name())
        .architecture(Architecture.X86_64)
        .virtualizationType(one(VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL))
        .kernelId(Optional.empty())
        .enaSupport(true);
  }

  /** A kernel or a RAM disk of the caller. */
  Ami.Builder aKernel() {
    boolean isKernel = maybe();
    return Ami.builder()
        .imageId((isKernel ? "aki-" : "ari-") + digits())
        .imageType(isKernel ? ImageType.KERNEL : ImageType.RAMDISK)
        .ownerId(me)
        .name(name())
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.X86_64);
  }

  Ami image() {
    return put(anImage());
  }

  Ami imageIn(AmiStage stage) {
    return imageIn(stage, anImage());
  }

  Ami imageIn(AmiStage stage, Ami.Builder image) {
    return put(
        stage == AmiStage.IN_RECYCLE_BIN
            ? image.recycleBinStay(new RecycleBinStay(
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(between(1, 30))),
                ImmutableSet.of()))
            : image.state(AmiState.of(stage.toString())));
  }

  SnapshotId snapshotOf(Ami image) {
    return one(image.snapshotIds().asList());
  }

  Ami put(Ami.Builder image) {
    Ami made = image.build();
    happens(new RegistryEvent.ImageCreated(here, made));
    return made;
  }

  /** A volume of the caller that is attached to nothing. */
  Volume.Builder aVolume() {
    int size = between(1, 16);
    return Volume.builder()
        .volumeId(volumeId())
        .ownerId(me)
        .createTime(now)
        .availabilityZone(here + "a")
        .size(size)
        .volumeType(VolumeType.GP3);
  }

  Volume volume() {
    return put(aVolume());
  }

  Volume put(Volume.Builder volume) {
    Volume made = volume.build();
    happens(new VolumeEvent.VolumeCreated(here, made));
    return made;
  }

  /** An instance of the caller, with nothing attached. */
  Instance.Builder anInstance(Ami image) {
    return Instance.builder()
        .instanceId(instanceId())
        .reservationId("r-" + digits())
        .ownerId(me)
        .availabilityZone(here + "a")
        .image(image)
        .state(InstanceState.RUNNING)
        .instanceType("m7i.large")
        .launchTime(now);
  }

  /**
   * An instance of the caller in a state, with its root volume attached unless it is terminated.
   */
  Instance instance(InstanceState in) {
    Instance made = put(anInstance(image()).state(in));
    return in == InstanceState.TERMINATED ? made : attached(volume(), made, rootDeviceOf(made));
  }

  /** An instance that the caller launched, which runs. */
  Instance instance(Ami image) {
    InstanceId id = done(RunInstances.builder()
            .imageId(image.imageId())
            .instanceType("m7i.large")
            .build())
        .instances()
        .get(0)
        .instanceId();
    return state.instance(here, id).orElseThrow();
  }

  Instance instance() {
    return instance(image());
  }

  Instance put(Instance.Builder instance) {
    Instance made = instance.build();
    happens(new InstanceEvent.InstanceLaunched(here, made));
    return made;
  }

  /** The instance with a volume attached. */
  @CanIgnoreReturnValue
  Instance attached(Volume volume, Instance instance, DeviceName device) {
    happens(new VolumeEvent.VolumeAttached(
        here, volume.volumeId(), instance.instanceId(), device, now, false, OptionalInt.empty()));
    return state.instance(here, instance.instanceId()).orElseThrow();
  }

  static DeviceName rootDeviceOf(Instance instance) {
    return instance.image().rootDeviceName().orElseThrow();
  }

  /** The root volume of an instance, which is attached. */
  static VolumeId rootOf(Instance instance) {
    return requireNonNull(instance.volumes().get(rootDeviceOf(instance))).volumeId();
  }
}

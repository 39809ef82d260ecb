package dev.amikit.testkit.arbitrary.breaker;

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
import dev.amikit.testkit.arbitrary.registry.Request;
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
 * What is given when a request is made: who calls, where and when, and what there is. All of it is
 * chosen by a {@link Draw}, the plainest first. Work that is under way ends when it is told to,
 * which is never.
 */
final class Given {
  /** Who calls if nobody else is named, and whose most things are. */
  final AccountId me;

  /** Another account. */
  final AccountId other;

  /** The Region where everything is, and where the request is made. */
  final Region here;

  /** Another Region. */
  final Region there;

  /** When the request is made. */
  final Instant now;

  private static final int CHOICES = 64;
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(Accounts.OWNER, Accounts.OTHER, AccountId.of("777788889999"));
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
  private int made;

  private Given(Draw draw) {
    this.draw = draw;
    this.me = one(ACCOUNTS);
    this.other = one(ACCOUNTS.stream().filter(account -> !account.equals(me)).toList());
    this.here = one(REGIONS);
    this.there = one(REGIONS.stream().filter(region -> !region.equals(here)).toList());
    this.now = START.plusSeconds(below(1_000_000));
  }

  /** Requests for which a function says what is given. */
  static Arbitrary<Request<?>> requests(Function<Given, Request<?>> making) {
    return Draw.of(CHOICES, draw -> making.apply(new Given(draw)));
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
    return draw.oneIn(2);
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

  String digits() {
    return "0ab%014x".formatted(++made);
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

  /** Changes the settings of the caller. */
  void account(UnaryOperator<AccountSettings.Builder> change) {
    happens(new RegistryEvent.SettingsChanged(
        here, me, change.apply(state.settings(here, me).toBuilder()).build()));
  }

  /** A completed, unencrypted snapshot of the caller, of 1 to 16 GiB. */
  Snapshot.Builder aSnapshot() {
    int size = between(1, 16);
    return Snapshot.builder()
        .snapshotId(snapshotId())
        .ownerId(me)
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
    happens(new RegistryEvent.SnapshotCreated(here, made));
    return made;
  }

  /** An available, private image of the caller over a snapshot: Linux, x86_64, hvm. */
  Ami.Builder anImage(Snapshot root) {
    String device = one("/dev/xvda", "/dev/sda1");
    return Ami.builder()
        .imageId(imageId())
        .ownerId(me)
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

  /** An available image of the caller on instance store. */
  Ami.Builder anInstanceStoreImage() {
    return Ami.builder()
        .imageId(imageId())
        .ownerId(me)
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
    happens(new RegistryEvent.ImageCreated(here, made));
    return made;
  }

  /** A volume of the caller that is attached to nothing. */
  Volume.Builder aVolume() {
    int size = between(1, 16);
    return Volume.builder()
        .volumeId(volumeId())
        .ownerId(me)
        .createTime(START)
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
        .launchTime(START);
  }

  /**
   * An instance of the caller in a state, with its root volume attached unless it is terminated.
   */
  Instance instance(InstanceState in) {
    Instance made = put(anInstance(image()).state(in));
    return in == InstanceState.TERMINATED ? made : withRoot(made);
  }

  /** A running instance of the caller, with its root volume attached. */
  Instance instance() {
    return instance(InstanceState.RUNNING);
  }

  Instance put(Instance.Builder instance) {
    Instance made = instance.build();
    happens(new InstanceEvent.InstanceLaunched(here, made));
    return made;
  }

  private Instance withRoot(Instance instance) {
    return attached(volume(), instance, rootDeviceOf(instance));
  }

  /** The instance with a volume attached. */
  @CanIgnoreReturnValue
  Instance attached(Volume volume, Instance instance, DeviceName device) {
    happens(new VolumeEvent.VolumeAttached(
        here, volume.volumeId(), instance.instanceId(), device, START, false, OptionalInt.empty()));
    return state.instance(here, instance.instanceId()).orElseThrow();
  }

  static DeviceName rootDeviceOf(Instance instance) {
    return instance.image().rootDeviceName().orElseThrow();
  }

  /** The root volume of an instance, which is attached. */
  static VolumeId rootOf(Instance instance) {
    return requireNonNull(instance.volumes().get(rootDeviceOf(instance))).volumeId();
  }

  // What is asked

  /** Lets the caller do something that is not refused. */
  @CanIgnoreReturnValue
  <R> R done(Operation<R> operation) {
    Outcome<R> outcome = operation.decide(situation(me));
    R result = outcome.orThrow();
    state = ((Outcome.Done<R>) outcome).state();
    return result;
  }

  <R> Request<R> asks(Operation<R> operation) {
    return asks(me, operation);
  }

  <R> Request<R> asks(AccountId caller, Operation<R> operation) {
    return new Request<>(situation(caller), operation);
  }

  private Situation situation(AccountId caller) {
    return new Situation(state, caller, here, now, settings);
  }
}

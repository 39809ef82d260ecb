package dev.amikit.testkit.arbitrary.breaker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.AccountSettings;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.snapshot.SnapshotArchived;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Request;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import dev.amikit.testkit.registry.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;

/**
 * Where a request is made: an EC2 that is set up for it, with an account that calls in a Region,
 * another account and another Region. Work ends there only when it is told to. What there is to
 * choose is drawn, the plainest first.
 */
final class Scene {
  private static final int CHOICES = 64;
  private static final int FIRST_ID = 0xabc000;
  private static final RegistrySettings SETTINGS = RegistrySettings.builder()
      .ids(IdSource.counting())
      .completion(CompletionPolicy.whenTold())
      .build();
  private static final ImmutableList<AccountId> ACCOUNTS = ImmutableList.of(
      AccountId.of("111122223333"), AccountId.of("444455556666"), AccountId.of("777788889999"));
  private static final ImmutableList<Region> REGIONS =
      ImmutableList.of(Region.US_EAST_1, Region.EU_WEST_1);
  private static final ImmutableList<String> ROOTS = ImmutableList.of("/dev/xvda", "/dev/sda1");
  private static final ImmutableList<String> DATA =
      ImmutableList.of("/dev/sdf", "/dev/sdg", "/dev/sdh");
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("golden", "web", "db (2026.11)", "build/x86_64");

  final Draw draw;
  final TestEc2 aws = TestEc2.of(SETTINGS);
  final AccountId me;
  final AccountId other;
  final Region here;
  final Region there;
  private Region calling;
  private Instant asked = aws.now();
  private RegistrySettings settings = SETTINGS;
  private int made;

  private Scene(Draw draw) {
    this.draw = draw;
    int account = draw.below(ACCOUNTS.size());
    me = ACCOUNTS.get(account);
    other = ACCOUNTS.get((account + 1) % ACCOUNTS.size());
    int region = draw.below(REGIONS.size());
    here = REGIONS.get(region);
    there = REGIONS.get(1 - region);
    calling = here;
  }

  /** Requests of the caller, for what is asked once the scene is set. */
  static Arbitrary<Request<?>> requests(Function<Scene, Operation<?>> asked) {
    return Draw.of(CHOICES, draw -> {
      Scene scene = new Scene(draw);
      Operation<?> operation = asked.apply(scene);
      return new Request<>(scene.situation(), operation);
    });
  }

  private Situation situation() {
    return new Situation(aws.registry().state(), me, calling, asked, settings);
  }

  /** What the caller would be answered. */
  <R> R answer(Operation<R> operation) {
    return operation.decide(situation()).orThrow();
  }

  /** EC2 as the caller sees it, where it calls. */
  Ec2 ec2() {
    return aws.as(me, calling);
  }

  /** Lets the caller call from the other Region from now on. */
  void callFromThere() {
    calling = there;
  }

  /** The caller's Recycle Bin. */
  RecycleBin recycleBin() {
    return aws.recycleBin(me, here);
  }

  Instant now() {
    return aws.now();
  }

  /** Lets the request come at a later time, when what has become due by that did not happen yet. */
  void askAt(Instant time) {
    asked = time;
  }

  /** Lets the request meet other settings than what was there before it. */
  void settings(UnaryOperator<RegistrySettings.Builder> change) {
    settings = change.apply(settings.toBuilder()).build();
  }

  /** Lets the request meet other quotas than what was there before it. */
  void quotas(UnaryOperator<Quotas.Builder> change) {
    settings(some -> some.quotas(change.apply(Quotas.builder()).build()));
  }

  /** Lets the caller set up EC2 here otherwise than it is at first. */
  void account(UnaryOperator<AccountSettings.Builder> change) {
    aws.aws()
        .changeSettings(me, here, settings -> change.apply(settings.toBuilder()).build());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // is only read
  final <T> T one(T... of) {
    return draw.one(List.of(of));
  }

  /** A number of a range, the smallest first. */
  int between(int smallest, int largest) {
    return smallest + draw.below(largest - smallest + 1);
  }

  /** A name that no image has. */
  String name() {
    return draw.one(NAMES) + "-" + ++made;
  }

  /** The digits of an ID that nothing has. */
  String digits() {
    return "%017x".formatted(FIRST_ID + ++made);
  }

  /** A completed snapshot of the caller. */
  Snapshot snapshot() {
    return snapshot(me, snapshot -> snapshot);
  }

  /** A snapshot, completed if nothing else is said. */
  Snapshot snapshot(AccountId owner, UnaryOperator<Snapshot.Builder> change) {
    Snapshot snapshot = change
        .apply(Snapshots.completedSnapshot().toBuilder()
            .snapshotId(SnapshotId.of("snap-" + digits()))
            .ownerId(owner)
            .volumeSize(between(1, 16)))
        .build();
    aws.aws().put(here, snapshot);
    return snapshot;
  }

  /** The name of a root device. */
  String root() {
    return draw.one(ROOTS);
  }

  /** An available image of the caller. */
  Ami image() {
    return image(me, image -> image);
  }

  /** An image of the caller, available if nothing else is said. */
  Ami image(UnaryOperator<Ami.Builder> change) {
    return image(me, change);
  }

  /**
   * An image over snapshots of its owner, available if nothing else is said, with a root and up to
   * three volumes more.
   */
  Ami image(AccountId owner, UnaryOperator<Ami.Builder> change) {
    return image(owner, snapshot -> snapshot, change);
  }

  /** An image over snapshots that are alike. */
  Ami image(
      AccountId owner,
      UnaryOperator<Snapshot.Builder> ofSnapshots,
      UnaryOperator<Ami.Builder> change) {
    String name = name();
    String root = root();
    ImmutableList.Builder<BlockDeviceMapping> devices = ImmutableList.builder();
    devices.add(volume(root, snapshot(owner, ofSnapshots)));
    for (String device : DATA.subList(0, draw.below(DATA.size() + 1))) {
      devices.add(volume(device, snapshot(owner, ofSnapshots)));
    }
    return put(change
        .apply(Amis.availableAmi().toBuilder()
            .imageId(newImageId())
            .ownerId(owner)
            .name(name)
            .imageLocation(owner + "/" + name)
            .rootDeviceName(DeviceName.of(root))
            .blockDeviceMappings(devices.build()))
        .build());
  }

  /** A paravirtual image on instance store. */
  Ami imageOnInstanceStore(UnaryOperator<Ami.Builder> change) {
    return put(change
        .apply(Amis.instanceStoreAmi().toBuilder()
            .imageId(newImageId())
            .ownerId(me)
            .name(name()))
        .build());
  }

  /** An ID that no image has. */
  ImageId newImageId() {
    return ImageId.of("ami-" + digits());
  }

  /** An image of the caller in a stage of its life. */
  Ami imageIn(AmiStage stage) {
    return imageIn(stage, snapshot -> snapshot);
  }

  /** An image of the caller in a stage of its life, over snapshots that are alike. */
  Ami imageIn(AmiStage stage, UnaryOperator<Snapshot.Builder> ofSnapshots) {
    RecycleBinStay stay = new RecycleBinStay(
        now().minus(Duration.ofDays(1)),
        now().plus(Duration.ofDays(between(1, 30))),
        ImmutableSet.of());
    return image(
        me,
        ofSnapshots,
        image -> stage == AmiStage.IN_RECYCLE_BIN
            ? image.recycleBinStay(stay)
            : image.state(AmiState.of(stage.toString())));
  }

  /** Encrypts a snapshot with a key of its owner. */
  static Snapshot.Builder encrypted(Snapshot.Builder snapshot) {
    return snapshot
        .encrypted(true)
        .kmsKeyId("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
  }

  Ami put(Ami ami) {
    aws.aws().put(here, ami);
    return ami;
  }

  private static BlockDeviceMapping volume(String device, Snapshot snapshot) {
    return BlockDeviceMapping.ebs(
        device,
        EbsBlockDevice.of(VolumeType.GP3, snapshot.volumeSize(), snapshot.snapshotId()).toBuilder()
            .encrypted(snapshot.encrypted())
            .build());
  }

  /** One of the snapshots of an image. */
  SnapshotId oneOf(Ami ami) {
    return draw.one(ami.snapshotIds().asList());
  }

  /** Archives a snapshot. */
  void archive(SnapshotId id) {
    happens(id, new SnapshotArchived(aws.now()));
  }

  /** Lets something happen to a snapshot. */
  void happens(SnapshotId id, SnapshotEvent event) {
    aws.aws().happen(new RegistryEvent.SnapshotChanged(here, id, event));
  }

  /** A running instance of the caller. */
  Instance instance(Ami ami) {
    return ec2()
        .runInstances(RunInstances.builder()
            .imageId(ami.imageId())
            .instanceType("m7i.large")
            .build())
        .instances()
        .get(0);
  }
}

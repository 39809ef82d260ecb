package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.ImageEnabled;
import dev.amikit.lifecycle.ImageExpired;
import dev.amikit.lifecycle.ImageFailed;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.lifecycle.ImageRestoredFromRecycleBin;
import dev.amikit.lifecycle.fastlaunch.FastLaunchConfigured;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisabling;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisablingFailed;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEnabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEnabling;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEvent;
import dev.amikit.lifecycle.fastlaunch.FastLaunchFailed;
import dev.amikit.lifecycle.snapshot.SnapshotArchived;
import dev.amikit.lifecycle.snapshot.SnapshotCompleted;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.lifecycle.snapshot.SnapshotDeletionRequested;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotFailed;
import dev.amikit.lifecycle.snapshot.SnapshotMovedToRecycleBin;
import dev.amikit.lifecycle.snapshot.SnapshotPermanentlyRestored;
import dev.amikit.lifecycle.snapshot.SnapshotRecovered;
import dev.amikit.lifecycle.snapshot.SnapshotRestoreExpired;
import dev.amikit.lifecycle.snapshot.SnapshotTemporarilyRestored;
import dev.amikit.lifecycle.snapshot.SnapshotTieringBegun;
import dev.amikit.lifecycle.snapshot.SnapshotTieringFailed;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.BucketEvent.ObjectDeleted;
import dev.amikit.registry.state.BucketEvent.ObjectPut;
import dev.amikit.registry.state.BucketEvent.StoreImageTaskBegun;
import dev.amikit.registry.state.BucketEvent.StoreImageTaskEnded;
import dev.amikit.registry.state.BucketEvent.StoreImageTaskPurged;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchChanged;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchSnapshotProvisioned;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchSnapshotRemoved;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.ImagePurge;
import dev.amikit.registry.state.ImageStorage;
import dev.amikit.registry.state.ImageUsageCount;
import dev.amikit.registry.state.ImageUsageReportEvent.ImageUsageReportCompleted;
import dev.amikit.registry.state.ImageUsageReportEvent.ImageUsageReportCreated;
import dev.amikit.registry.state.ImageUsageReportEvent.ImageUsageReportDeleted;
import dev.amikit.registry.state.ImageUsageReportEvent.ImageUsageReportFailed;
import dev.amikit.registry.state.ImageUsageReportEvent.ImageUsageReportTagged;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent.InstanceLaunched;
import dev.amikit.registry.state.InstanceEvent.InstanceStarted;
import dev.amikit.registry.state.InstanceEvent.InstanceStopped;
import dev.amikit.registry.state.InstanceEvent.InstanceTerminated;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.LaunchReport;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RegistryEvent.ImageChanged;
import dev.amikit.registry.state.RegistryEvent.ImageCreated;
import dev.amikit.registry.state.RegistryEvent.ImagePurged;
import dev.amikit.registry.state.RegistryEvent.InstancePurged;
import dev.amikit.registry.state.RegistryEvent.SnapshotChanged;
import dev.amikit.registry.state.RegistryEvent.SnapshotCreated;
import dev.amikit.registry.state.RegistryEvent.TaskBegun;
import dev.amikit.registry.state.RegistryEvent.TaskEnded;
import dev.amikit.registry.state.SnapshotCleanUp;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.SnapshotProvisioning;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.TierMove;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent.VolumeAttached;
import dev.amikit.registry.state.VolumeEvent.VolumeCreated;
import dev.amikit.registry.state.VolumeEvent.VolumeDeleted;
import dev.amikit.registry.state.VolumeEvent.VolumeDetached;
import dev.amikit.rule.RefusedException;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Events that are handed in without an operation, in any order: each happens or is refused, and
 * whatever happened breaks no later call.
 */
class OddEventsTest {
  private static final ImageId IMAGE = ImageId.of("ami-00000000000000abc");
  private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-00000000000000abc");
  private static final InstanceId INSTANCE = InstanceId.of("i-00000000000000abc");
  private static final VolumeId VOLUME = VolumeId.of("vol-00000000000000abc");
  private static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  private static final DeviceName DATA = DeviceName.of("/dev/sdf");
  private static final Instant LATER = START.plus(Duration.ofHours(2));
  private static final StateReason REASON =
      new StateReason("Server.InternalError", "Internal error");

  private static final FastLaunchId FAST_LAUNCH = new FastLaunchId(OWNER, IMAGE);
  private static final S3ObjectId OBJECT = S3ObjectId.ofImage("bucket", IMAGE);
  private static final StoreImageTask STORING =
      new StoreImageTask(IMAGE, OBJECT, START, StoreTaskState.IN_PROGRESS, 0, Optional.empty());
  private static final StoredImage STORED = new StoredImage(
      image(AmiState.AVAILABLE),
      ImmutableList.of(snapshot(SnapshotState.COMPLETED).build()),
      HERE,
      OWNER,
      START,
      ImmutableList.of());

  private static final ImageUsageReport REPORT = new ImageUsageReport(
      ImageUsageReportId.of("amiur-00000000000000abc"),
      IMAGE,
      ImmutableList.of(),
      ImmutableList.of(),
      START,
      ImageUsageReportState.PENDING,
      Optional.empty(),
      Tags.none());

  private static final ImmutableList<RegistryEvent> EVENTS = Stream.of(
          Stream.of(AmiState.PENDING, AmiState.AVAILABLE, AmiState.DISABLED, AmiState.DEREGISTERED)
              .map(state -> new ImageCreated(HERE, image(state))),
          Stream.<AmiEvent>of(
                  new ImageBecameAvailable(ImmutableMap.of()),
                  new ImageBecameAvailable(
                      ImmutableMap.of(ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT))),
                  new ImageFailed(REASON),
                  new ImageDisabled(),
                  new ImageEnabled(),
                  new ImageDeregistered(),
                  new ImageMovedToRecycleBin(START, LATER),
                  new ImageRestoredFromRecycleBin(),
                  new ImageExpired())
              .map(event -> new ImageChanged(HERE, IMAGE, event)),
          Stream.of(
              new ImageChanged(
                  HERE,
                  IMAGE,
                  ami -> ami.toBuilder().imageId(TestImages.UNKNOWN).build()),
              new ImagePurged(HERE, IMAGE)),
          Stream.of(SnapshotState.PENDING, SnapshotState.COMPLETED, SnapshotState.ERROR)
              .flatMap(state -> Stream.of(
                  new SnapshotCreated(HERE, snapshot(state).build()),
                  new SnapshotCreated(
                      HERE,
                      snapshot(state)
                          .storageTier(StorageTier.ARCHIVE)
                          .restoreExpiryTime(LATER)
                          .build()))),
          Stream.<SnapshotEvent>concat(
                  Stream.of(
                      new SnapshotCompleted(START),
                      new SnapshotFailed("Internal error"),
                      new SnapshotDeletionRequested(),
                      new SnapshotDeleted(),
                      new SnapshotMovedToRecycleBin(START, LATER),
                      new SnapshotRecovered(),
                      new SnapshotArchived(LATER),
                      new SnapshotTemporarilyRestored(LATER),
                      new SnapshotRestoreExpired(),
                      new SnapshotPermanentlyRestored()),
                  Stream.of(TieringOperation.values())
                      .flatMap(move -> Stream.of(
                          new SnapshotTieringBegun(move, START),
                          new SnapshotTieringFailed(move, Optional.empty()))))
              .map(event -> new SnapshotChanged(HERE, SNAPSHOT, event)),
          Stream.of(Optional.of(START), Optional.of(LATER), Optional.<Instant>empty())
              .flatMap(OddEventsTest::tasks)
              .map(task -> new TaskBegun(HERE, task)),
          Stream.of(IMAGE, SNAPSHOT, INSTANCE, OBJECT, FAST_LAUNCH, REPORT.reportId())
              .map(id -> new TaskEnded(HERE, id)),
          Stream.of(
              new InstanceLaunched(HERE, instance()),
              new InstanceStarted(HERE, INSTANCE),
              new InstanceStopped(HERE, INSTANCE),
              new InstanceTerminated(HERE, INSTANCE, START, Optional.empty()),
              new InstancePurged(HERE, INSTANCE),
              new VolumeCreated(HERE, volume()),
              new VolumeAttached(HERE, VOLUME, INSTANCE, ROOT, START, true, OptionalInt.empty()),
              new VolumeAttached(HERE, VOLUME, INSTANCE, DATA, START, false, OptionalInt.empty()),
              new VolumeDetached(HERE, VOLUME, INSTANCE),
              new VolumeDeleted(HERE, VOLUME)),
          Stream.of(
              new StoreImageTaskBegun(HERE, OWNER, STORING),
              new StoreImageTaskEnded(HERE, STORING.completed()),
              new StoreImageTaskEnded(HERE, STORING.failed("Internal error")),
              new StoreImageTaskPurged(HERE, OBJECT),
              new ObjectPut(HERE, OBJECT, STORED),
              new ObjectPut(THERE, OBJECT, STORED),
              new ObjectDeleted(HERE, OBJECT)),
          Stream.<FastLaunchEvent>of(
                  new FastLaunchEnabling(FAST_LAUNCH, FastLaunchConfiguration.of(2, 6), START),
                  new FastLaunchConfigured(FastLaunchConfiguration.of(1, 6), START),
                  new FastLaunchEnabled(START),
                  new FastLaunchFailed(false, "Internal error", START),
                  new FastLaunchDisabling(START),
                  new FastLaunchDisablingFailed("Internal error", START),
                  new FastLaunchDisabled())
              .map(event -> new FastLaunchChanged(HERE, FAST_LAUNCH, event)),
          Stream.of(
              new FastLaunchSnapshotProvisioned(HERE, FAST_LAUNCH, SNAPSHOT),
              new FastLaunchSnapshotRemoved(HERE, FAST_LAUNCH, SNAPSHOT)),
          Stream.of(
              new ImageUsageReportCreated(HERE, OWNER, REPORT),
              new ImageUsageReportCompleted(HERE, REPORT.reportId(), ImmutableList.of()),
              new ImageUsageReportFailed(HERE, REPORT.reportId(), "Internal error"),
              new ImageUsageReportTagged(HERE, REPORT.reportId(), Tags.of("a", "b")),
              new ImageUsageReportDeleted(HERE, REPORT.reportId())))
      .flatMap(events -> events)
      .collect(ImmutableList.toImmutableList());

  private static Ami image(AmiState state) {
    return TestLaunch.image(SNAPSHOT).imageId(IMAGE).state(state).build();
  }

  private static Snapshot.Builder snapshot(SnapshotState state) {
    return Snapshot.builder()
        .snapshotId(SNAPSHOT)
        .ownerId(OWNER)
        .state(state)
        .startTime(START)
        .volumeId(VOLUME)
        .volumeSize(8)
        .encrypted(false);
  }

  private static Instance instance() {
    return Instance.builder()
        .reservationId("r-0abcdef1234567890")
        .instanceId(INSTANCE)
        .ownerId(OWNER)
        .image(image(AmiState.AVAILABLE))
        .state(InstanceState.RUNNING)
        .instanceType("m7i.large")
        .launchTime(START)
        .build();
  }

  private static Volume volume() {
    return Volume.builder()
        .volumeId(VOLUME)
        .ownerId(OWNER)
        .createTime(START)
        .size(8)
        .volumeType(VolumeType.GP3)
        .build();
  }

  private static Stream<Task> tasks(Optional<Instant> due) {
    ImmutableMap<DeviceName, EbsBlockDevice> volumes =
        ImmutableMap.of(ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT));
    return Stream.of(
        new ImageCreation(
            IMAGE, ImmutableMap.of(), Task.Kind.IMAGE_COPY, OWNER, START, due, Optional.of(REASON)),
        new ImageCreation(
            IMAGE, volumes, Task.Kind.IMAGE_CREATION, OWNER, START, due, Optional.empty()),
        new SnapshotCreation(
            SNAPSHOT,
            ImmutableSet.of(),
            Task.Kind.SNAPSHOT_COPY,
            OWNER,
            START,
            due,
            Optional.of(REASON)),
        new SnapshotCreation(
            SNAPSHOT,
            ImmutableSet.of(SnapshotId.of("snap-00000000000000abd")),
            Task.Kind.SNAPSHOT_CREATION,
            OWNER,
            START,
            due,
            Optional.empty()),
        move(TieringOperation.ARCHIVAL, OptionalInt.empty(), due),
        move(TieringOperation.TEMPORARY_RESTORE, OptionalInt.of(1), due),
        move(TieringOperation.PERMANENT_RESTORE, OptionalInt.empty(), due),
        new ImageStorage(OBJECT, STORED, START, due, Optional.empty()),
        provisioning(due),
        new SnapshotProvisioning(
            FAST_LAUNCH, ImmutableList.of(), ImmutableList.of(), START, due, Optional.of(REASON)),
        new SnapshotCleanUp(FAST_LAUNCH, false, START, due, Optional.empty()),
        new SnapshotCleanUp(FAST_LAUNCH, true, START, due, Optional.of(REASON)),
        new ImageUsageCount(REPORT.reportId(), OWNER, START, due, Optional.empty()),
        new LaunchReport(INSTANCE, IMAGE, OWNER, START),
        new ImagePurge(IMAGE, OWNER, START));
  }

  private static SnapshotProvisioning provisioning(Optional<Instant> due) {
    Snapshot pending = snapshot(SnapshotState.PENDING).build();
    Snapshot other = pending.toBuilder().snapshotId("snap-00000000000000abd").build();
    return new SnapshotProvisioning(
        FAST_LAUNCH,
        ImmutableList.of(pending),
        ImmutableList.of(other),
        START,
        due,
        Optional.empty());
  }

  private static TierMove move(
      TieringOperation operation, OptionalInt days, Optional<Instant> due) {
    return new TierMove(SNAPSHOT, operation, days, OWNER, START, due, Optional.empty());
  }

  @Provide
  Arbitrary<List<RegistryEvent>> events() {
    return Arbitraries.of(EVENTS).list().ofMaxSize(12);
  }

  @Property
  void an_event_happens_or_is_refused_and_breaks_no_later_call(
      @ForAll("events") List<RegistryEvent> events) {
    TestRegistry ec2 = new TestRegistry();
    for (RegistryEvent event : events) {
      PartitionState before = ec2.state();
      Throwable refused = catchThrowable(() -> ec2.registry.aws().happen(event));
      if (refused != null) {
        assertThat(refused).isInstanceOfAny(IllegalArgumentException.class, RefusedException.class);
        assertThat(ec2.state()).isEqualTo(before);
      }
    }
    for (int passed = 0; passed < 4; passed++) {
      assertIsAlive(ec2);
      ec2.pass(Duration.ofHours(1).plusMinutes(1));
    }
    var unused = ec2.registry.aws().completeAll();
    ec2.pass(Duration.ofDays(10));
    assertIsAlive(ec2);
    assertThat(ec2.state().in(HERE).agenda().due(ec2.clock.instant())).isEmpty();
  }

  private static void assertIsAlive(TestRegistry ec2) {
    ec2.registry.advance();
    ec2.as(FRIEND).describeImages(ImageQuery.builder().build());
    ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1));
    answersOrRefuses(() -> ec2.owner().describeImage(IMAGE));
    answersOrRefuses(() -> ec2.owner().describeSnapshot(SNAPSHOT));
    answersOrRefuses(() -> ec2.owner().describeInstances(INSTANCE));
    answersOrRefuses(() -> ec2.owner().describeFastLaunchImages(IMAGE));
  }

  private static void answersOrRefuses(Runnable call) {
    try {
      call.run();
    } catch (RefusedException refused) {
      assertThat(refused.refusal().violations()).isNotEmpty();
    }
  }

  @Example
  void events_that_are_handed_in_together_happen_together_or_not_at_all() {
    TestRegistry ec2 = new TestRegistry();
    PartitionState before = ec2.state();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ec2.registry
            .aws()
            .happen(
                new ImageCreated(HERE, image(AmiState.AVAILABLE)),
                new ImageCreated(HERE, image(AmiState.DISABLED))))
        .withMessage("%s is there already in %s", IMAGE, HERE);
    assertThat(ec2.state()).isEqualTo(before);
  }

  @Example
  void an_own_operation_can_let_nothing_happen_that_does_not_fit() {
    TestRegistry ec2 = new TestRegistry();
    Operation<String> own = situation -> Outcome.from(situation.state())
        .happens(new ImageCreated(HERE, image(AmiState.AVAILABLE)))
        .happens(new ImageChanged(HERE, TestImages.UNKNOWN, new ImageDisabled()))
        .done("done");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ec2.owner().call(own))
        .withMessage("There is no %s in %s", TestImages.UNKNOWN, HERE);
    assertThat(ec2.state()).isEqualTo(PartitionState.empty());
  }

  @Example
  void a_stage_of_life_is_not_skipped() {
    TestRegistry ec2 = new TestRegistry();
    ec2.put(image(AmiState.DEREGISTERED));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ec2.registry.aws().happen(new ImageChanged(HERE, IMAGE, new ImageEnabled())))
        .withMessage("%s is deregistered, and cannot become available", IMAGE);
  }

  @Example
  void a_restore_says_for_how_many_days_it_is() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> move(TieringOperation.TEMPORARY_RESTORE, OptionalInt.empty(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> move(TieringOperation.ARCHIVAL, OptionalInt.of(1), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> move(TieringOperation.TEMPORARY_RESTORE, OptionalInt.of(0), Optional.empty()));
  }

  @Example
  void no_ids_are_given_back() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RegistryEvent.IdsGiven(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RegistryEvent.IdsGiven(-1));
  }

  /** A source that gives the same ID again replaces nothing. */
  @Example
  void an_id_that_is_given_again_replaces_nothing() {
    TestRegistry ec2 = new TestRegistry(RegistrySettings.builder()
        .ids(serial -> IdSource.counting().digits(0))
        .completion(CompletionPolicy.whenTold())
        .build());
    ec2.put(TestLaunch.image(ec2.snapshot()).build());
    Instance launched =
        ec2.owner().runInstances(TestLaunch.request().build()).instances().get(0);
    VolumeId volume = TestLaunch.attachment(launched, ROOT).volumeId();
    ec2.owner().createSnapshot(volume);
    PartitionState before = ec2.state();

    for (Runnable again : List.<Runnable>of(
        () -> ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 9)),
        () -> ec2.owner().createSnapshot(volume),
        () -> ec2.owner().runInstances(TestLaunch.request().build()))) {
      assertThatThrownBy(again::run).hasMessageContaining("gave 00000000000000001 twice");
    }
    assertThat(ec2.state()).isEqualTo(before);
  }
}

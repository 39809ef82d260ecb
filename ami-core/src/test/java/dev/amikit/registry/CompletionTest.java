package dev.amikit.registry;

import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.there;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.Rules;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.usage.ImageUsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When and how work in the background ends. */
class CompletionTest {
  private static final Duration WHILE = Duration.ofHours(3);
  private static final StateReason POLICY = new StateReason("Server.InternalError", "by policy");
  private static final StateReason TOLD = new StateReason("Server.InternalError", "as was told");

  private enum Policy {
    AT_ONCE(CompletionPolicy.atOnce()),
    AFTER(CompletionPolicy.after(WHILE)),
    WHEN_TOLD(CompletionPolicy.whenTold());

    private final CompletionPolicy policy;

    Policy(CompletionPolicy policy) {
      this.policy = policy;
    }

    CompletionPolicy policy(boolean fails) {
      return fails ? policy.failing(POLICY) : policy;
    }
  }

  /** What brings work to its end. */
  private enum End {
    CLOCK,
    TOLD_TO_COMPLETE,
    TOLD_TO_FAIL,
    ALL_OF_REGION_TOLD,
    ALL_TOLD
  }

  /** How far work has come. */
  private enum Progress {
    UNDER_WAY,
    COMPLETED,
    FAILED
  }

  private static TestRegistry registry(RegistrySettings.Builder settings) {
    return new TestRegistry(settings.ids(IdSource.counting()).build());
  }

  @Provide
  Arbitrary<Task.Kind> works() {
    return Arbitraries.of(
        Stream.of(Task.Kind.values()).filter(Task.Kind::isWork).toList());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"DEC-05", "DEC-134"})
  void each_kind_of_work_ends_as_its_policy_has_it_or_when_it_is_told(
      @ForAll("works") Task.Kind kind,
      @ForAll Policy policy,
      @ForAll boolean fails,
      @ForAll End end) {
    TestRegistry ec2 = registry(RegistrySettings.builder().completion(kind, policy.policy(fails)));
    Aws aws = ec2.registry.aws();
    Progress asItMust = fails ? Progress.FAILED : Progress.COMPLETED;

    TaskSubject resource = begin(ec2, kind);

    if (policy == Policy.AT_ONCE) {
      assertEnded(ec2, kind, resource, asItMust, POLICY);
      assertThat(aws.completeAll()).isEmpty();
      return;
    }
    Task task = ec2.state().in(HERE).work(resource);
    assertThat(task.kind()).isEqualTo(kind);
    ec2.pass(WHILE.minusNanos(1));
    assertThat(progress(ec2, kind, resource)).isEqualTo(Progress.UNDER_WAY);
    switch (end) {
      case CLOCK -> {
        ec2.pass(Duration.ofNanos(1));
        if (policy == Policy.WHEN_TOLD) {
          ec2.pass(Duration.ofDays(29)); // after 30 a usage report goes, whatever became of it
          assertThat(progress(ec2, kind, resource)).isEqualTo(Progress.UNDER_WAY);
        } else {
          assertEnded(ec2, kind, resource, asItMust, POLICY);
        }
      }
      case TOLD_TO_COMPLETE -> {
        aws.complete(HERE, resource);
        assertEnded(ec2, kind, resource, asItMust, POLICY);
      }
      case TOLD_TO_FAIL -> {
        aws.fail(HERE, resource, TOLD);
        assertEnded(ec2, kind, resource, Progress.FAILED, TOLD);
      }
      case ALL_OF_REGION_TOLD -> {
        assertThat(aws.completeAll(THERE)).isEmpty();
        assertThat(aws.completeAll(HERE)).containsExactly(task);
        assertEnded(ec2, kind, resource, asItMust, POLICY);
      }
      case ALL_TOLD -> {
        assertThat(aws.completeAll()).containsOnly(Map.entry(HERE, ImmutableList.of(task)));
        assertEnded(ec2, kind, resource, asItMust, POLICY);
      }
    }
  }

  private static void assertEnded(
      TestRegistry ec2, Task.Kind kind, TaskSubject resource, Progress how, StateReason why) {
    assertThat(progress(ec2, kind, resource)).isEqualTo(how);
    assertThat(ec2.state().in(HERE).agenda().tasks().filter(task -> task.kind().isWork()))
        .isEmpty();
    if (how == Progress.FAILED) {
      reason(ec2, resource).ifPresent(reason -> assertThat(reason).isEqualTo(why.message()));
    }
    assertRefused(
        ec2::state,
        () -> ec2.registry.aws().complete(HERE, resource),
        "IncorrectState",
        "task.under-way");
    assertRefused(
        ec2::state,
        () -> ec2.registry.aws().fail(HERE, resource, TOLD),
        "IncorrectState",
        "task.under-way");
    Object ended = ec2.state();
    ec2.pass(WHILE);
    assertThat(ec2.state()).isEqualTo(ended);
  }

  private static Progress progress(TestRegistry ec2, Task.Kind kind, TaskSubject resource) {
    if (resource instanceof ImageId id) {
      return switch (image(ec2, id).state()) {
        case PENDING -> Progress.UNDER_WAY;
        case AVAILABLE -> Progress.COMPLETED;
        case FAILED -> Progress.FAILED;
        default -> throw new AssertionError(image(ec2, id));
      };
    }
    if (resource instanceof FastLaunchId id) {
      return progress(ec2.state().in(HERE).fastLaunches().get(id).map(FastLaunch::state));
    }
    if (resource instanceof S3ObjectId) {
      StoreTaskState state = storeTask(ec2).state();
      return state.equals(StoreTaskState.IN_PROGRESS)
          ? Progress.UNDER_WAY
          : state.equals(StoreTaskState.COMPLETED) ? Progress.COMPLETED : Progress.FAILED;
    }
    if (resource instanceof ImageUsageReportId id) {
      ImageUsageReport report = usageReport(ec2, id);
      return report.isPending()
          ? Progress.UNDER_WAY
          : report.isAvailable() ? Progress.COMPLETED : Progress.FAILED;
    }
    Snapshot snapshot = snapshot(ec2, (SnapshotId) resource);
    String word = kind == Task.Kind.ARCHIVAL || kind == Task.Kind.RESTORE
        ? snapshot.lastTieringOperationStatus().orElseThrow().toString()
        : snapshot.state().toString();
    if (word.equals("pending") || word.endsWith("-in-progress")) {
      return Progress.UNDER_WAY;
    }
    return word.endsWith("completed") ? Progress.COMPLETED : Progress.FAILED;
  }

  private static Progress progress(Optional<FastLaunchState> state) {
    return state
        .map(present -> switch (present) {
          case ENABLING, DISABLING -> Progress.UNDER_WAY;
          case ENABLED -> Progress.COMPLETED;
          default -> Progress.FAILED;
        })
        .orElse(Progress.COMPLETED);
  }

  /** Why something failed; a move between tiers does not tell. */
  private static Optional<String> reason(TestRegistry ec2, TaskSubject resource) {
    if (resource instanceof S3ObjectId) {
      return storeTask(ec2).failureReason();
    }
    if (resource instanceof FastLaunchId id) {
      return ec2.state().in(HERE).fastLaunches().get(id).map(FastLaunch::stateTransitionReason);
    }
    if (resource instanceof ImageUsageReportId id) {
      return usageReport(ec2, id).stateReason();
    }
    return resource instanceof ImageId id
        ? image(ec2, id).stateReason().map(StateReason::message)
        : snapshot(ec2, (SnapshotId) resource).stateMessage();
  }

  private static StoreImageTask storeTask(TestRegistry ec2) {
    return ec2.owner().describeStoreImageTasks().get(0);
  }

  private static ImageUsageReport usageReport(TestRegistry ec2, ImageUsageReportId id) {
    return ec2.owner().describeImageUsageReports(id).get(0);
  }

  private static Ami image(TestRegistry ec2, ImageId id) {
    return ec2.state().image(HERE, id).orElseThrow();
  }

  /** Lets work of a kind begin; what comes before is there at once. */
  private static TaskSubject begin(TestRegistry ec2, Task.Kind kind) {
    Ec2 owner = ec2.owner();
    return switch (kind) {
      case IMAGE_REGISTRATION ->
        owner.registerImage(RegisterImage.builder()
            .name("registered")
            .architecture(Architecture.X86_64)
            .virtualizationType(VirtualizationType.HVM)
            .rootDeviceName(TestLaunch.ROOT)
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                TestLaunch.ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, ec2.snapshot())))
            .build());
      case IMAGE_CREATION -> {
        Instance instance = launched(ec2);
        yield owner.createImage(CreateImage.builder()
            .instanceId(instance.instanceId())
            .name("created")
            .build());
      }
      case IMAGE_COPY -> {
        Ami source = ec2.put(TestLaunch.image(ec2.snapshot()).build());
        yield owner.copyImage(copyOf(source.imageId()).build());
      }
      case IMAGE_RESTORE -> {
        S3ObjectId stored = store(ec2);
        var unused = ec2.registry.aws().completeAll();
        yield owner.createRestoreImageTask(
            CreateRestoreImageTask.builder().object(stored).name("restored").build());
      }
      case IMAGE_STORAGE -> store(ec2);
      case SNAPSHOT_PROVISIONING -> enableFastLaunch(ec2);
      case SNAPSHOT_CLEAN_UP -> {
        FastLaunchId enabled = enableFastLaunch(ec2);
        var unused = ec2.registry.aws().completeAll();
        owner.disableFastLaunch(enabled.imageId());
        yield enabled;
      }
      case IMAGE_USAGE_COUNT -> {
        Ami image = ec2.put(TestLaunch.image(ec2.snapshot()).build());
        yield owner.createImageUsageReport(image.imageId());
      }
      case SNAPSHOT_CREATION -> {
        VolumeId volume =
            owner.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
        yield owner
            .createSnapshot(CreateSnapshot.builder().volumeId(volume).build())
            .snapshotId();
      }
      case SNAPSHOT_COPY -> owner.copySnapshot(copyOf(ec2.snapshot()).build());
      case ARCHIVAL -> {
        SnapshotId snapshot = ec2.snapshot();
        owner.modifySnapshotTier(snapshot, StorageTier.ARCHIVE);
        yield snapshot;
      }
      case RESTORE -> {
        SnapshotId snapshot = ec2.snapshot();
        owner.modifySnapshotTier(snapshot, StorageTier.ARCHIVE);
        owner.restoreSnapshotTier(RestoreSnapshotTier.permanent(snapshot));
        yield snapshot;
      }
      case LAUNCH_REPORT -> launched(ec2).instanceId();
      case IMAGE_PURGE -> {
        Ami image = ec2.put(TestLaunch.image(ec2.snapshot()).build());
        owner.deregisterImage(image.imageId());
        yield image.imageId();
      }
    };
  }

  private static S3ObjectId store(TestRegistry ec2) {
    Ami source = ec2.put(TestLaunch.image(ec2.snapshot()).build());
    return ec2.owner().createStoreImageTask(source.imageId(), "bucket");
  }

  private static FastLaunchId enableFastLaunch(TestRegistry ec2) {
    Ami windows = ec2.put(TestLaunch.image(ec2.snapshot()).windows().build());
    return ec2.owner().enableFastLaunch(windows.imageId()).id();
  }

  private static Instance launched(TestRegistry ec2) {
    TestLaunch launch = new TestLaunch(ec2);
    ec2.put(launch.image().build());
    return launch.launch();
  }

  @Nested
  class The_settings {
    @Test
    void have_work_of_every_kind_end_at_once_at_first() {
      RegistrySettings settings = RegistrySettings.builder().build();

      assertThat(settings.completion())
          .containsOnlyKeys(
              Stream.of(Task.Kind.values()).filter(Task.Kind::isWork).toList());
      assertThat(settings.completion().values()).containsOnly(CompletionPolicy.atOnce());
    }

    @Test
    @Rules("DEC-05")
    void take_one_policy_for_all_work_of_which_registering_takes_no_time() {
      CompletionPolicy policy = CompletionPolicy.after(WHILE).failing(POLICY);

      RegistrySettings settings = RegistrySettings.builder()
          .completion(Task.Kind.IMAGE_COPY, CompletionPolicy.whenTold())
          .completion(policy)
          .build();

      settings
          .completion()
          .forEach((kind, ofKind) -> assertThat(ofKind)
              .as("%s", kind)
              .isEqualTo(
                  kind == Task.Kind.IMAGE_REGISTRATION
                      ? CompletionPolicy.atOnce().failing(POLICY)
                      : policy));
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"LAUNCH_REPORT", "IMAGE_PURGE"})
    void take_a_policy_for_one_kind_and_leave_the_others(Task.Kind kind) {
      RegistrySettings all =
          RegistrySettings.builder().completion(CompletionPolicy.whenTold()).build();
      CompletionPolicy policy = CompletionPolicy.after(WHILE);

      RegistrySettings settings = all.toBuilder().completion(kind, policy).build();

      settings
          .completion()
          .forEach((other, ofOther) -> assertThat(ofOther)
              .as("%s", other)
              .isEqualTo(other == kind ? policy : CompletionPolicy.whenTold()));
      assertThat(settings.completion(kind)).isEqualTo(policy);
      assertThat(settings.toBuilder().build()).isEqualTo(settings);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAUNCH_REPORT", "IMAGE_PURGE"})
    @Rules("DEC-112")
    void have_no_policy_for_what_the_clock_alone_ends(Task.Kind kind) {
      RegistrySettings settings = RegistrySettings.builder().build();

      assertThatIllegalArgumentException().isThrownBy(() -> settings.completion(kind));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.toBuilder().completion(kind, CompletionPolicy.atOnce()));
    }

    @Test
    void take_no_policy_by_which_work_ends_before_it_began() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CompletionPolicy.after(Duration.ofNanos(-1)));
    }
  }

  @Nested
  class Work_that_cannot_be_told_to_end {
    private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.whenTold());

    @Test
    void is_refused_in_words_that_name_it_and_the_region() {
      TaskSubject image = begin(ec2, Task.Kind.IMAGE_COPY);

      assertSays(
          () -> ec2.registry.aws().complete(THERE, image),
          "IncorrectState",
          "There is no work under way for '" + image.value() + "' in eu-west-1.");
      assertSays(
          () -> ec2.registry.aws().fail(HERE, SnapshotId.of("snap-0123456789abcdef0"), TOLD),
          "IncorrectState",
          "There is no work under way for 'snap-0123456789abcdef0' in us-east-1.");
      assertThat(image(ec2, (ImageId) image).state()).isEqualTo(AmiState.PENDING);
    }

    @Test
    void is_that_on_a_snapshot_which_is_made_with_an_image() {
      TaskSubject image = begin(ec2, Task.Kind.IMAGE_COPY);
      SnapshotId snapshot = ec2.state()
          .snapshots(HERE)
          .filter(each -> !each.state().toString().equals("completed"))
          .map(Snapshot::snapshotId)
          .findFirst()
          .orElseThrow();

      assertRefused(
          ec2::state,
          () -> ec2.registry.aws().complete(HERE, snapshot),
          "IncorrectState",
          "task.under-way");
      ec2.registry.aws().complete(HERE, image);
      assertThat(snapshot(ec2, snapshot).state()).hasToString("completed");
    }

    @ParameterizedTest
    @EnumSource(names = {"LAUNCH_REPORT", "IMAGE_PURGE"})
    @Rules("DEC-112")
    void is_what_the_clock_alone_ends(Task.Kind kind) {
      TaskSubject resource = begin(ec2, kind);

      assertThat(ec2.registry.aws().completeAll()).isEmpty();
      assertRefused(
          ec2::state,
          () -> ec2.registry.aws().complete(HERE, resource),
          "IncorrectState",
          "task.under-way");
      assertThat(ec2.state().in(HERE).agenda().tasks()).hasSize(1);
    }
  }

  @Nested
  class A_key_that_cannot_be_used {
    private static final KmsKeyId UNKNOWN = KmsKeyId.of("alias/unknown");

    @ParameterizedTest
    @EnumSource
    @Rules({"DEC-145", "COPY-23"})
    void lets_the_copy_of_an_image_fail_however_it_is_completed(End end) {
      TestRegistry ec2 = TestRegistry.completing(
          end == End.CLOCK ? CompletionPolicy.after(WHILE) : CompletionPolicy.whenTold());
      Ami source = ec2.put(TestLaunch.image(ec2.snapshot()).build());
      ImageId copy = ec2.owner()
          .copyImage(copyOf(source.imageId()).encrypted(true).kmsKeyId(UNKNOWN).build());
      StateReason why = ec2.state().in(HERE).work(copy).failure().orElseThrow();

      switch (end) {
        case CLOCK -> ec2.pass(WHILE);
        case TOLD_TO_COMPLETE -> ec2.registry.aws().complete(HERE, copy);
        case TOLD_TO_FAIL -> ec2.registry.aws().fail(HERE, copy, why);
        case ALL_OF_REGION_TOLD ->
          assertThat(ec2.registry.aws().completeAll(HERE))
              .extracting(Task::failure)
              .containsExactly(Optional.of(why));
        case ALL_TOLD -> assertThat(ec2.registry.aws().completeAll()).containsOnlyKeys(HERE);
      }

      assertThat(image(ec2, copy).state()).isEqualTo(AmiState.FAILED);
      assertThat(image(ec2, copy).stateReason()).contains(why);
    }
  }

  @Nested
  class All_work_that_is_under_way {
    private final TestRegistry ec2 = registry(RegistrySettings.builder()
        .completion(CompletionPolicy.whenTold())
        .completion(Task.Kind.SNAPSHOT_COPY, CompletionPolicy.whenTold().failing(POLICY))
        .completion(Task.Kind.ARCHIVAL, CompletionPolicy.after(WHILE)));

    @Test
    void ends_in_every_region_and_what_must_fail_fails() {
      TaskSubject image = begin(ec2, Task.Kind.IMAGE_COPY);
      ec2.pass(Duration.ofMinutes(1));
      TaskSubject archived = begin(ec2, Task.Kind.ARCHIVAL);
      ec2.pass(Duration.ofMinutes(1));
      SnapshotId failing = there(ec2).copySnapshot(copyOf(ec2.snapshot()).build());
      TaskSubject snapshot = begin(ec2, Task.Kind.SNAPSHOT_CREATION);
      List<RegistryEvent> told = new ArrayList<>();
      ec2.listen(event -> told.add(event.event()));

      Map<Region, ImmutableList<Task>> ended = ec2.registry.aws().completeAll();

      assertThat(ended).containsOnlyKeys(HERE, THERE);
      assertThat(ended.get(HERE))
          .extracting(Task::subject)
          .containsExactly(image, archived, snapshot);
      assertThat(ended.get(THERE)).extracting(Task::subject).containsExactly(failing);
      assertThat(ended.get(THERE)).extracting(Task::failure).containsExactly(Optional.of(POLICY));
      assertThat(image(ec2, (ImageId) image).state()).isEqualTo(AmiState.AVAILABLE);
      assertThat(snapshot(ec2, (SnapshotId) archived).isArchived()).isTrue();
      assertThat(ec2.state().snapshot(THERE, failing).orElseThrow().stateMessage())
          .contains(POLICY.message());
      assertThat(told.stream().filter(RegistryEvent.TaskEnded.class::isInstance))
          .hasSize(4);
      assertThat(ec2.registry.aws().completeAll()).isEmpty();
    }

    @Test
    void is_not_what_the_clock_has_brought_to_its_end() {
      TaskSubject archived = begin(ec2, Task.Kind.ARCHIVAL);
      ec2.clock.pass(WHILE);

      assertThat(ec2.registry.aws().completeAll(HERE)).isEmpty();
      assertThat(snapshot(ec2, (SnapshotId) archived).isArchived()).isTrue();
    }
  }
}

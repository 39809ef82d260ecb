package dev.amikit.registry;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEnabling;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchChanged;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchSnapshotProvisioned;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchSnapshotRemoved;
import dev.amikit.registry.state.ImageUsageReportEvent;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent.InstanceLaunched;
import dev.amikit.registry.state.InstanceEvent.InstanceStarted;
import dev.amikit.registry.state.InstanceEvent.InstanceStopped;
import dev.amikit.registry.state.InstanceEvent.InstanceTagged;
import dev.amikit.registry.state.InstanceEvent.InstanceTerminated;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.RetentionRuleEvent.RetentionRuleChanged;
import dev.amikit.registry.state.RetentionRuleEvent.RetentionRuleCreated;
import dev.amikit.registry.state.RetentionRuleEvent.RetentionRuleDeleted;
import dev.amikit.registry.state.RetentionRuleEvent.RetentionRuleLocked;
import dev.amikit.registry.state.RetentionRuleEvent.RetentionRuleUnlocked;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.registry.state.VolumeEvent.VolumeAttached;
import dev.amikit.registry.state.VolumeEvent.VolumeCreated;
import dev.amikit.registry.state.VolumeEvent.VolumeDeleted;
import dev.amikit.registry.state.VolumeEvent.VolumeDetached;
import dev.amikit.registry.state.VolumeEvent.VolumeTagged;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the events of a registry say, each alone, and which of them an operation brings about. */
class EventsTest {
  private static final InstanceId INSTANCE = InstanceId.of("i-0123456789abcdef0");
  private static final InstanceId OTHER = InstanceId.of("i-0123456789abcdef1");
  private static final VolumeId VOLUME = VolumeId.of("vol-0123456789abcdef0");
  private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
  private static final ImageId UNKNOWN = ImageId.of("ami-0123456789abcdef0");
  private static final String RULE = "abcdefghijk";
  private static final Tags TAGS = Tags.of("env", "a");
  private static final StateReason REASON = new StateReason("Client.InternalError", "No key");

  private static final S3ObjectId OBJECT = S3ObjectId.ofImage("bucket", UNKNOWN);
  private static final StoreImageTask STORING =
      new StoreImageTask(UNKNOWN, OBJECT, START, StoreTaskState.IN_PROGRESS, 0, Optional.empty());

  private static final FastLaunchId FAST_LAUNCH = new FastLaunchId(OWNER, UNKNOWN);
  private static final ImageUsageReportId REPORT = ImageUsageReportId.of("amiur-00000000000000abc");

  /** What happens to things that are there already. */
  private static final ImmutableList<RegistryEvent> OF_THINGS = ImmutableList.of(
      new RegistryEvent.ImageChanged(HERE, UNKNOWN, new ImageDisabled()),
      new RegistryEvent.ImageTagged(HERE, UNKNOWN, OWNER, TAGS),
      new RegistryEvent.ImagePurged(HERE, UNKNOWN),
      new RegistryEvent.SnapshotChanged(HERE, SNAPSHOT, new SnapshotDeleted()),
      new RegistryEvent.SnapshotTagged(HERE, SNAPSHOT, OWNER, TAGS),
      new RegistryEvent.TaskEnded(HERE, UNKNOWN),
      new InstanceStarted(HERE, INSTANCE),
      new InstanceStopped(HERE, INSTANCE),
      new InstanceTerminated(HERE, INSTANCE, START, Optional.empty()),
      new InstanceTagged(HERE, INSTANCE, TAGS),
      new RegistryEvent.InstancePurged(HERE, INSTANCE),
      new VolumeAttached(HERE, VOLUME, INSTANCE, DATA, START, false, OptionalInt.empty()),
      new VolumeDetached(HERE, VOLUME, INSTANCE),
      new VolumeTagged(HERE, VOLUME, TAGS),
      new VolumeDeleted(HERE, VOLUME),
      new BucketEvent.StoreImageTaskEnded(HERE, STORING.failed("No key")),
      new BucketEvent.StoreImageTaskPurged(HERE, OBJECT),
      new BucketEvent.ObjectDeleted(HERE, OBJECT),
      new FastLaunchChanged(HERE, FAST_LAUNCH, new FastLaunchDisabled()),
      new FastLaunchChanged(
          HERE,
          FAST_LAUNCH,
          new FastLaunchEnabling(FAST_LAUNCH, FastLaunchConfiguration.of(5, 6), START)),
      new FastLaunchSnapshotProvisioned(HERE, FAST_LAUNCH, SNAPSHOT),
      new FastLaunchSnapshotRemoved(HERE, FAST_LAUNCH, SNAPSHOT),
      new ImageUsageReportEvent.ImageUsageReportCompleted(HERE, REPORT, ImmutableList.of()),
      new ImageUsageReportEvent.ImageUsageReportFailed(HERE, REPORT, "No key"),
      new ImageUsageReportEvent.ImageUsageReportTagged(HERE, REPORT, TAGS),
      new ImageUsageReportEvent.ImageUsageReportDeleted(HERE, REPORT),
      changed(7),
      new RetentionRuleLocked(HERE, OWNER, RULE, 7),
      new RetentionRuleUnlocked(HERE, OWNER, RULE, START),
      new RetentionRuleDeleted(HERE, OWNER, RULE));

  /** What brings something about, or says how something is that is always there. */
  private static final ImmutableSet<Class<? extends RegistryEvent>> OF_NOTHING_PRESENT =
      ImmutableSet.of(
          RegistryEvent.ImageCreated.class,
          RegistryEvent.SnapshotCreated.class,
          RegistryEvent.TaskBegun.class,
          RegistryEvent.SettingsChanged.class,
          RegistryEvent.ProfileChanged.class,
          RegistryEvent.ClientTokenUsed.class,
          RegistryEvent.IdsGiven.class,
          InstanceLaunched.class,
          VolumeCreated.class,
          BucketEvent.StoreImageTaskBegun.class,
          BucketEvent.ObjectPut.class,
          ImageUsageReportEvent.ImageUsageReportCreated.class,
          RetentionRuleCreated.class);

  private static RetentionRuleChanged changed(int days) {
    return new RetentionRuleChanged(
        HERE, OWNER, RULE, days, "kept", ImmutableSet.of(), ImmutableSet.of());
  }

  @ParameterizedTest
  @FieldSource("OF_THINGS")
  void nothing_happens_to_a_thing_that_is_not_there(RegistryEvent event) {
    assertThatIllegalArgumentException().isThrownBy(() -> PartitionState.empty().after(event));
  }

  @Test
  void every_event_is_about_a_thing_that_is_there_or_brings_it_about() {
    assertThat(Stream.<Class<?>>concat(
            OF_THINGS.stream().<Class<?>>map(RegistryEvent::getClass).distinct(),
            OF_NOTHING_PRESENT.stream()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(records(RegistryEvent.class).toList());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(EventsTest::records);
  }

  // What there is when an event comes alone.

  private static final Instance RUNNING = Instance.builder()
      .reservationId("r-0abcdef1234567890")
      .instanceId(INSTANCE)
      .ownerId(OWNER)
      .image(TestLaunch.image(SNAPSHOT).build())
      .state(InstanceState.RUNNING)
      .instanceType("m7i.large")
      .launchTime(START)
      .putVirtualDevice(DeviceName.of("/dev/sdb"), "ephemeral0")
      .build();
  private static final Volume FREE = Volume.builder()
      .volumeId(VOLUME)
      .ownerId(OWNER)
      .createTime(START)
      .size(8)
      .volumeType(VolumeType.GP3)
      .build();
  private static final RetentionRule KEPT = RetentionRule.builder()
      .identifier(RULE)
      .resourceType(ResourceType.EC2_IMAGE)
      .retentionPeriodDays(3)
      .build();
  private static final PartitionState THERE = PartitionState.empty()
      .after(ImmutableList.of(
          new InstanceLaunched(HERE, RUNNING),
          new InstanceLaunched(HERE, RUNNING.toBuilder().instanceId(OTHER).build()),
          new VolumeCreated(HERE, FREE),
          new RetentionRuleCreated(HERE, OWNER, KEPT)));
  private static final PartitionState ATTACHED = THERE.after(
      new VolumeAttached(HERE, VOLUME, INSTANCE, DATA, START, true, OptionalInt.empty()));

  @Nested
  class Alone {
    @Test
    void what_comes_to_be_is_there_as_it_is_told() {
      assertThat(instance(THERE)).isEqualTo(RUNNING);
      assertThat(volume(THERE)).isEqualTo(FREE);
      assertThat(rule(THERE)).isEqualTo(KEPT);
    }

    @Test
    void an_instance_starts_and_stops_with_all_that_it_has() {
      PartitionState stopped = ATTACHED.after(new InstanceStopped(HERE, INSTANCE));
      assertThat(instance(stopped))
          .isEqualTo(instance(ATTACHED).toBuilder().state(InstanceState.STOPPED).build());
      assertThat(stopped.after(new InstanceStarted(HERE, INSTANCE))).isEqualTo(ATTACHED);
    }

    @Test
    void an_instance_terminates_and_keeps_no_instance_store() {
      Instance terminated =
          instance(THERE.after(new InstanceTerminated(HERE, INSTANCE, START, Optional.of(REASON))));
      assertThat(terminated)
          .isEqualTo(RUNNING.toBuilder()
              .state(InstanceState.TERMINATED)
              .stateReason(REASON)
              .terminationTime(START)
              .virtualDevices(ImmutableMap.of())
              .build());
    }

    @Test
    void tags_are_those_that_are_told() {
      assertThat(instance(THERE.after(new InstanceTagged(HERE, INSTANCE, TAGS))))
          .isEqualTo(RUNNING.toBuilder().tags(TAGS).build());
      assertThat(volume(THERE.after(new VolumeTagged(HERE, VOLUME, TAGS))))
          .isEqualTo(FREE.toBuilder().tags(TAGS).build());
    }

    @Test
    void a_volume_and_an_instance_know_that_it_is_attached_and_that_it_is_detached() {
      assertThat(volume(ATTACHED))
          .isEqualTo(FREE.toBuilder()
              .attachment(new VolumeAttachment(INSTANCE, DATA, START, true, OptionalInt.empty()))
              .build());
      assertThat(instance(ATTACHED))
          .isEqualTo(RUNNING.toBuilder()
              .putVolume(DATA, new Instance.Attachment(VOLUME, START, true, OptionalInt.empty()))
              .build());
      assertThat(ATTACHED.after(new VolumeDetached(HERE, VOLUME, INSTANCE))).isEqualTo(THERE);
    }

    @Test
    void a_volume_is_not_detached_from_another_instance() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ATTACHED.after(new VolumeDetached(HERE, VOLUME, OTHER)))
          .withMessage("%s is not attached to %s", VOLUME, OTHER);
    }

    @Test
    void a_deleted_volume_leaves_no_record() {
      assertThat(THERE.after(new VolumeDeleted(HERE, VOLUME)).volume(HERE, VOLUME))
          .isEmpty();
    }

    @Test
    void a_changed_rule_stays_as_locked_as_it_was() {
      ImmutableSet<ResourceTag> tags = ImmutableSet.of(new ResourceTag("env", Optional.empty()));
      assertThat(rule(THERE
              .after(new RetentionRuleLocked(HERE, OWNER, RULE, 7))
              .after(
                  new RetentionRuleChanged(HERE, OWNER, RULE, 9, "kept", tags, ImmutableSet.of()))))
          .isEqualTo(KEPT.toBuilder()
              .retentionPeriodDays(9)
              .description("kept")
              .resourceTags(tags)
              .lockState(RuleLockState.LOCKED)
              .unlockDelayDays(7)
              .build());
    }

    @Test
    void a_rule_is_locked_unlocked_and_locked_again() {
      PartitionState unlocked = THERE
          .after(new RetentionRuleLocked(HERE, OWNER, RULE, 7))
          .after(new RetentionRuleUnlocked(HERE, OWNER, RULE, START));
      assertThat(rule(unlocked))
          .isEqualTo(KEPT.toBuilder()
              .lockState(RuleLockState.PENDING_UNLOCK)
              .unlockDelayDays(7)
              .lockEndTime(START)
              .build());
      assertThat(rule(unlocked.after(new RetentionRuleLocked(HERE, OWNER, RULE, 8))))
          .isEqualTo(KEPT.toBuilder()
              .lockState(RuleLockState.LOCKED)
              .unlockDelayDays(8)
              .build());
    }

    @Test
    void a_deleted_rule_leaves_no_record() {
      assertThat(THERE
              .after(new RetentionRuleDeleted(HERE, OWNER, RULE))
              .in(HERE)
              .accounts()
              .retentionRule(OWNER, RULE))
          .isEmpty();
    }

    @Test
    void nothing_happens_to_a_rule_that_no_rule_can_come_to() {
      assertThatExceptionOfType(RuleViolationException.class).isThrownBy(() -> changed(0));
      assertThatExceptionOfType(RuleViolationException.class)
          .isThrownBy(() -> new RetentionRuleLocked(HERE, OWNER, RULE, 31));
    }

    private Instance instance(PartitionState state) {
      return state.instance(HERE, INSTANCE).orElseThrow();
    }

    private Volume volume(PartitionState state) {
      return state.volume(HERE, VOLUME).orElseThrow();
    }

    private RetentionRule rule(PartitionState state) {
      return state.in(HERE).accounts().retentionRule(OWNER, RULE).orElseThrow();
    }
  }

  @Test
  void what_is_told_says_where_it_happened_unless_it_concerns_the_partition() {
    TestRegistry ec2 = new TestRegistry();
    List<RecordedEvent> told = new ArrayList<>();
    ec2.listen(told::add);
    ec2.registry.account("444455556666").in(HERE).enableEbsEncryptionByDefault();
    ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10));

    assertThat(told).extracting(RecordedEvent::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(told.get(0).caller()).contains(TestRegistry.FRIEND);
    assertThat(told)
        .allSatisfy(each -> assertThat(each.region())
            .isEqualTo(
                each.event() instanceof RegistryEvent.IdsGiven
                    ? Optional.empty()
                    : Optional.of(HERE)));
    assertThat(told).extracting(RecordedEvent::region).contains(Optional.empty());
  }

  /** A registry with an instance that has a root volume, a volume that is free, and a rule. */
  private static final class Stage {
    final TestLaunch at = new TestLaunch();
    final Ec2 ec2 = at.ec2.owner();
    final RecycleBin bin = at.ec2.registry.account(OWNER).recycleBinIn(HERE);
    final InstanceId instance;
    final VolumeId root;
    final VolumeId free;
    final RetentionRule rule;

    Stage() {
      at.put(image -> image);
      Instance launched = at.launch();
      instance = launched.instanceId();
      root = TestLaunch.attachment(launched, ROOT).volumeId();
      free = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)).volumeId();
      rule = bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 5));
    }

    /** What was told, but for IDs that were given and tasks that began. */
    List<RegistryEvent> told(Runnable operation) {
      List<RegistryEvent> told = new ArrayList<>();
      at.ec2.listen(recorded -> told.add(recorded.event()));
      operation.run();
      told.removeIf(event ->
          event instanceof RegistryEvent.IdsGiven || event instanceof RegistryEvent.TaskBegun);
      return told;
    }

    String id() {
      return rule.identifier();
    }

    UpdateRule period(int days) {
      return UpdateRule.builder().identifier(id()).retentionPeriodDays(days).build();
    }

    /** Locks the rule, unlocks it, and waits until the delay is over. */
    void unlock() {
      bin.lockRule(id(), 7);
      bin.unlockRule(id());
      at.ec2.pass(Duration.ofDays(7));
    }

    Stream<RetentionRule> rules() {
      return at.ec2.state().in(HERE).accounts().retentionRules(OWNER);
    }

    Instance newest() {
      return at.ec2
          .state()
          .in(HERE)
          .instances()
          .all()
          .max(Comparator.comparing(Instance::instanceId))
          .orElseThrow();
    }

    Volume newestVolume() {
      return at.ec2
          .state()
          .in(HERE)
          .volumes()
          .all()
          .max(Comparator.comparing(Volume::volumeId))
          .orElseThrow();
    }
  }

  /** What is done, and what has happened then. */
  private record Row(
      String named,
      Consumer<Stage> before,
      Consumer<Stage> operation,
      Function<Stage, List<RegistryEvent>> happened) {
    @Override
    public String toString() {
      return named;
    }
  }

  private static final ImmutableList<Row> TABLE = ImmutableList.of(
      new Row("a launch", stage -> {}, stage -> stage.at.launch(), stage -> {
        Instance launched = stage.newest();
        VolumeId root = TestLaunch.attachment(launched, ROOT).volumeId();
        return List.of(
            new InstanceLaunched(HERE, pending(launched)),
            new VolumeCreated(HERE, free(stage.newestVolume())),
            new VolumeAttached(
                HERE, root, launched.instanceId(), ROOT, START, true, OptionalInt.empty()),
            new InstanceStarted(HERE, launched.instanceId()));
      }),
      new Row(
          "a launch whose key cannot be used",
          stage -> {},
          stage -> stage.at.launch(
              ebs(DATA, v -> v.volumeSize(1).encrypted(true).kmsKeyId(TestKeys.ELSEWHERE))),
          stage -> {
            Instance launched = stage.newest();
            return List.of(
                new InstanceLaunched(HERE, pending(launched)),
                new InstanceTerminated(HERE, launched.instanceId(), START, launched.stateReason()));
          }),
      new Row(
          "a stop",
          stage -> {},
          stage -> stage.ec2.stopInstances(stage.instance),
          stage -> List.of(new InstanceStopped(HERE, stage.instance))),
      new Row(
          "a stop of an instance that is stopped",
          stage -> stage.ec2.stopInstances(stage.instance),
          stage -> stage.ec2.stopInstances(stage.instance),
          stage -> List.of()),
      new Row(
          "a start",
          stage -> stage.ec2.stopInstances(stage.instance),
          stage -> stage.ec2.startInstances(stage.instance),
          stage -> List.of(new InstanceStarted(HERE, stage.instance))),
      new Row(
          "a start of an instance that runs",
          stage -> {},
          stage -> stage.ec2.startInstances(stage.instance),
          stage -> List.of()),
      new Row(
          "a termination",
          stage -> stage.ec2.attachVolume(stage.free, stage.instance, DATA),
          stage -> stage.ec2.terminateInstances(stage.instance),
          stage -> List.of(
              new VolumeDetached(HERE, stage.root, stage.instance),
              new VolumeDeleted(HERE, stage.root),
              new VolumeDetached(HERE, stage.free, stage.instance),
              new InstanceTerminated(HERE, stage.instance, START, Optional.empty()))),
      new Row(
          "a second termination",
          stage -> stage.ec2.terminateInstances(stage.instance),
          stage -> stage.ec2.terminateInstances(stage.instance),
          stage -> List.of()),
      new Row(
          "tags of an instance",
          stage -> {},
          stage -> stage.ec2.createTags(TAGS, stage.instance),
          stage -> List.of(new InstanceTagged(HERE, stage.instance, TAGS))),
      new Row(
          "a new volume",
          stage -> {},
          stage -> stage.ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)),
          stage -> List.of(new VolumeCreated(HERE, stage.newestVolume()))),
      new Row(
          "an attached volume",
          stage -> {},
          stage -> stage.ec2.attachVolume(stage.free, stage.instance, DATA),
          stage -> List.of(new VolumeAttached(
              HERE, stage.free, stage.instance, DATA, START, false, OptionalInt.empty()))),
      new Row(
          "a detached volume",
          stage -> stage.ec2.stopInstances(stage.instance),
          stage -> stage.ec2.detachVolume(stage.root, stage.instance),
          stage -> List.of(new VolumeDetached(HERE, stage.root, stage.instance))),
      new Row(
          "a deleted volume",
          stage -> {},
          stage -> stage.ec2.deleteVolume(stage.free),
          stage -> List.of(new VolumeDeleted(HERE, stage.free))),
      new Row(
          "tags of a volume",
          stage -> {},
          stage -> stage.ec2.createTags(TAGS, stage.free),
          stage -> List.of(new VolumeTagged(HERE, stage.free, TAGS))),
      new Row(
          "a new rule",
          stage -> stage.bin.deleteRule(stage.id()),
          stage -> stage.bin.createRule(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 9)),
          stage -> List.of(
              new RetentionRuleCreated(HERE, OWNER, stage.rules().findFirst().orElseThrow()))),
      new Row(
          "an updated rule",
          stage -> {},
          stage -> stage.bin.updateRule(stage.period(9)),
          stage -> List.of(new RetentionRuleChanged(
              HERE, OWNER, stage.id(), 9, "", ImmutableSet.of(), ImmutableSet.of()))),
      new Row(
          "an updated rule that was so already",
          stage -> {},
          stage -> stage.bin.updateRule(stage.period(5)),
          stage -> List.of()),
      new Row(
          "a locked rule",
          stage -> {},
          stage -> stage.bin.lockRule(stage.id(), 7),
          stage -> List.of(new RetentionRuleLocked(HERE, OWNER, stage.id(), 7))),
      new Row(
          "an unlocked rule",
          stage -> stage.bin.lockRule(stage.id(), 7),
          stage -> stage.bin.unlockRule(stage.id()),
          stage -> List.of(
              new RetentionRuleUnlocked(HERE, OWNER, stage.id(), START.plus(Duration.ofDays(7))))),
      new Row(
          "an updated rule whose unlock delay is over",
          Stage::unlock,
          stage -> stage.bin.updateRule(stage.period(9)),
          stage -> List.of(new RetentionRuleChanged(
              HERE, OWNER, stage.id(), 9, "", ImmutableSet.of(), ImmutableSet.of()))),
      new Row(
          "a deleted rule",
          stage -> {},
          stage -> stage.bin.deleteRule(stage.id()),
          stage -> List.of(new RetentionRuleDeleted(HERE, OWNER, stage.id()))));

  @ParameterizedTest
  @FieldSource("TABLE")
  void an_operation_is_told_as_what_happened(Row row) {
    Stage stage = new Stage();
    row.before().accept(stage);
    PartitionState before = stage.at.ec2.state();

    List<RegistryEvent> told = stage.told(() -> row.operation().accept(stage));

    assertThat(told).isEqualTo(row.happened().apply(stage));
    assertThat(before.after(told).in(HERE).instances())
        .isEqualTo(stage.at.ec2.state().in(HERE).instances());
    assertThat(before.after(told).in(HERE).volumes())
        .isEqualTo(stage.at.ec2.state().in(HERE).volumes());
    assertThat(before.after(told).in(HERE).accounts())
        .isEqualTo(stage.at.ec2.state().in(HERE).accounts());
  }

  /** An instance as its launch has it at first. */
  private static Instance pending(Instance launched) {
    return launched.toBuilder()
        .state(InstanceState.PENDING)
        .stateReason(Optional.empty())
        .terminationTime(Optional.empty())
        .volumes(ImmutableMap.of())
        .build();
  }

  private static Volume free(Volume volume) {
    return volume.toBuilder().attachment(Optional.empty()).build();
  }
}

package dev.amikit.testkit.registry;

import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.ImageStateChange;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.CoreTypes;
import dev.amikit.testkit.registry.History.Attempt;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Call;
import dev.amikit.testkit.registry.History.Kind;
import dev.amikit.testkit.registry.History.Mix;
import dev.amikit.testkit.registry.History.Step;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.visibility.Viewer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What is true of a registry over long random histories. */
class HistoryTest {
  private static final int TRIES = 12;
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  private static final EnumSet<Kind> SELDOM_REFUSED =
      EnumSet.of(Kind.VOLUME, Kind.RETENTION, Kind.SETTINGS, Kind.LOOK, Kind.TIME);

  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
  }

  @Property(tries = 12)
  @StatisticsReport(StatisticsReportMode.OFF)
  void histories_have_everything_in_them_both_done_and_refused(
      @ForAll("attemptsOfEveryMix") List<Attempts> ofEveryMix) {
    for (Attempts attempts : ofEveryMix) {
      List<Step> steps = History.of(attempts).steps();
      assertThat(steps).hasSize(History.LENGTH);
      for (Step step : steps) {
        Statistics.label("steps").collect(step.kind(), step.refusal().isEmpty());
        ended(step)
            .forEach(task ->
                Statistics.label("work").collect(step.kind(), task.failure().isPresent()));
      }
      for (int i = 0; i < steps.size(); i += 10) {
        PartitionState state = steps.get(i).after();
        History.REGIONS.stream()
            .flatMap(state::images)
            .forEach(ami -> Statistics.label("images").collect(AmiStage.of(ami), ami.isPublic()));
      }
    }
    Statistics.label("steps").coverage(coverage -> {
      for (Kind kind : Kind.values()) {
        coverage.check(kind, true).count(count -> count > 2);
      }
      for (Kind kind : EnumSet.complementOf(SELDOM_REFUSED)) {
        coverage.check(kind, false).count(count -> count > 2);
      }
    });
    Statistics.label("work").coverage(coverage -> {
      for (Kind end : List.of(Kind.TIME, Kind.FINISH)) {
        coverage.check(end, false).count(count -> count > 2);
        coverage.check(end, true).count(count -> count > 2);
      }
    });
    Statistics.label("images").coverage(coverage -> {
      for (AmiStage stage : List.of(
          AmiStage.PENDING,
          AmiStage.AVAILABLE,
          AmiStage.DISABLED,
          AmiStage.FAILED,
          AmiStage.IN_RECYCLE_BIN,
          AmiStage.DEREGISTERED)) {
        coverage.check(stage, false).count(count -> count > 2);
      }
      coverage.check(AmiStage.AVAILABLE, true).count(count -> count > 2);
    });
  }

  /** The work that came to its end. */
  private static Stream<Task> ended(Step step) {
    return History.REGIONS.stream()
        .flatMap(region -> History.work(step.before(), region).stream()
            .filter(
                task -> step.after().in(region).agenda().task(task.subject()).isEmpty()));
  }

  @Provide
  Arbitrary<List<Attempts>> attemptsOfEveryMix() {
    return Combinators.combine(Stream.of(Mix.values()).map(Attempts::of).toList())
        .as(all -> all);
  }

  @Property(tries = 20)
  @Tag("module-path")
  @StatisticsReport(StatisticsReportMode.OFF)
  void histories_have_every_operation_in_them(
      @ForAll("attemptsOfEveryMix") List<Attempts> ofEveryMix) throws IOException {
    for (Attempts attempts : ofEveryMix) {
      History.of(attempts).steps().stream()
          .flatMap(step -> step.call().stream())
          .forEach(call -> Statistics.collect(
              call.operation().getClass().getSimpleName().replace("Immutable", "")));
    }
    List<Class<?>> operations = CoreTypes.publicTypes().stream()
        .filter(Operation.class::isAssignableFrom)
        .filter(type -> !type.isInterface())
        .toList();
    Statistics.coverage(coverage ->
        operations.forEach(type -> coverage.check(type.getSimpleName()).count(count -> count > 0)));
  }

  @Property(tries = TRIES)
  void a_read_changes_nothing(@ForAll("attempts") Attempts attempts) {
    for (Step step : History.of(attempts).steps()) {
      if (step.call().filter(call -> call.operation() instanceof ReadOperation).isPresent()) {
        assertThat(step.after()).as("%s", step.call()).isEqualTo(step.before());
      }
    }
  }

  @Property(tries = TRIES)
  void a_refused_operation_leaves_not_a_trace(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.refusal().isPresent()) {
        assertThat(step.after()).as("%s", step.call()).isEqualTo(step.before());
      }
    }
  }

  @Property(tries = TRIES)
  void events_replayed_from_the_beginning_give_an_equal_state(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    PartitionState replayed = PartitionState.empty().after(history.events());
    assertThat(replayed).isEqualTo(history.last());
    assertLookUps(replayed);
  }

  @Property(tries = TRIES)
  @Rules("DEC-156")
  void all_times_are_as_coarse_as_those_of_EC2(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    assertThat(history.now().getNano() % 1_000_000).as("what EC2 does not tell").isPositive();
    for (int i = 0; i <= history.steps().size(); i += 10) {
      PartitionState state = history.state(i);
      for (Region region : History.REGIONS) {
        History.images(state, region).forEach(ami -> assertCoarse(ami, Ami.TIME_UNIT));
        History.instances(state, region)
            .forEach(instance -> assertCoarse(instance, Instance.TIME_UNIT));
        state.snapshots(region).forEach(snapshot -> assertCoarse(snapshot, Snapshot.TIME_UNIT));
        for (AccountId account : History.ACCOUNTS) {
          state
              .in(region)
              .accounts()
              .retentionRules(account)
              .forEach(rule -> assertCoarse(rule, RetentionRule.TIME_UNIT));
        }
      }
    }
  }

  /** Finds the times in the text of a value, which has them all. */
  private static void assertCoarse(Object value, ChronoUnit unit) {
    assertThat(TIME.matcher(value.toString()).results().map(MatchResult::group).map(Instant::parse))
        .as("%s", value)
        .allSatisfy(time -> assertThat(time).isEqualTo(time.truncatedTo(unit)));
  }

  @Property(tries = TRIES)
  void a_volume_and_its_instance_know_each_other_after_every_event(
      @ForAll("attempts") Attempts attempts) {
    PartitionState state = PartitionState.empty();
    for (RegistryEvent event : History.of(attempts).events()) {
      state = state.after(event);
      if (event instanceof VolumeEvent || event instanceof InstanceEvent) {
        for (Region region : History.REGIONS) {
          assertThat(attachmentsOfInstances(state, region))
              .as("%s", event)
              .isEqualTo(attachmentsOfVolumes(state, region));
        }
      }
    }
  }

  private static SetMultimap<InstanceId, VolumeId> attachmentsOfInstances(
      PartitionState state, Region region) {
    SetMultimap<InstanceId, VolumeId> attached = HashMultimap.create();
    History.instances(state, region)
        .forEach(instance -> instance
            .volumes()
            .values()
            .forEach(volume -> attached.put(instance.instanceId(), volume.volumeId())));
    return attached;
  }

  private static SetMultimap<InstanceId, VolumeId> attachmentsOfVolumes(
      PartitionState state, Region region) {
    SetMultimap<InstanceId, VolumeId> attached = HashMultimap.create();
    History.volumes(state, region)
        .forEach(
            volume -> volume.instanceId().ifPresent(id -> attached.put(id, volume.volumeId())));
    return attached;
  }

  @Property(tries = TRIES)
  void look_ups_find_what_a_scan_finds(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    history.steps().forEach(step -> assertLookUps(step.after()));
  }

  @Property(tries = TRIES)
  void queries_through_the_index_answer_as_a_scan(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (int i = history.steps().size() - 1; i >= 0; i -= 20) {
      Step step = history.steps().get(i);
      for (Region region : History.REGIONS) {
        for (AccountId account : History.ACCOUNTS) {
          Viewer viewer = step.after().viewer(region, account, step.now());
          for (ImageQuery query : queries()) {
            assertThat(query.result(step.after().imageSource(region), viewer).all())
                .as("%s for %s", query, account)
                .isEqualTo(query
                    .result(PlainScan.ofImages(step.after(), region), viewer)
                    .all());
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  void every_stored_value_keeps_its_rules(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      for (Region region : History.REGIONS) {
        step.after()
            .images(region)
            .filter(ami -> step.before().image(region, ami.imageId()).orElse(null) != ami)
            .forEach(ami -> assertThat(ami.toBuilder().build()).isEqualTo(ami));
        step.after()
            .snapshots(region)
            .forEach(snapshot -> assertThat(snapshot.toBuilder().build()).isEqualTo(snapshot));
      }
    }
  }

  @Property(tries = TRIES)
  void a_call_on_an_image_leaves_all_other_images_alone(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.call().flatMap(Call::imageId).isPresent()) {
        assertOthersUntouched(step);
      }
    }
  }

  private static void assertOthersUntouched(Step step) {
    Set<SnapshotId> touched = step.before()
        .image(step.region(), step.imageId())
        .map(ami -> snapshots(step.before(), step.region(), ami))
        .orElse(ImmutableSet.of());
    for (Region region : History.REGIONS) {
      assertThat(step.after().images(region).count())
          .isEqualTo(step.before().images(region).count());
      for (Ami other : History.images(step.before(), region)) {
        if (!other.imageId().equals(step.imageId())) {
          assertThat(step.after().image(region, other.imageId()))
              .as("%s", step.call())
              .contains(other);
          for (SnapshotId id : Sets.difference(other.snapshotIds(), touched)) {
            assertThat(step.after().snapshot(region, id))
                .as("%s", step.call())
                .isEqualTo(step.before().snapshot(region, id));
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  void a_copy_shares_no_snapshot_with_its_source(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.happened(CopyImage.class)) {
        CopyImage request = (CopyImage) step.call().orElseThrow().operation();
        Ami source =
            step.before().image(request.sourceRegion(), request.sourceImageId()).orElseThrow();
        Ami copy = step.after().image(step.region(), step.made()).orElseThrow();
        assertThat(snapshots(step.after(), step.region(), copy))
            .hasSameSizeAs(source.snapshotIds())
            .noneMatch(source.snapshotIds()::contains)
            .noneMatch(id -> step.before().snapshot(step.region(), id).isPresent());
      }
    }
  }

  @Property(tries = TRIES)
  void a_state_that_was_kept_answers_as_it_did_and_goes_on_as_it_did(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    int middle = history.steps().size() / 2;
    PartitionState kept = history.state(middle);
    RegistryUnderTest registry = history.fork(kept, history.now(middle));
    List<Object> answers = answers(registry);

    List<Object> first = goOn(registry, history, middle);
    PartitionState end = registry.state();
    registry.restore(kept);

    assertThat(registry.state()).isEqualTo(kept);
    assertThat(answers(registry)).isEqualTo(answers);
    assertThat(goOn(registry, history, middle)).isEqualTo(first);
    assertThat(registry.state()).isEqualTo(end);
  }

  private static List<Object> goOn(RegistryUnderTest registry, History history, int from) {
    return history.steps().stream()
        .skip(from)
        .flatMap(step -> step.call().stream())
        .map(call -> outcome(registry, call))
        .toList();
  }

  private static List<Object> answers(RegistryUnderTest registry) {
    List<Object> answers = new ArrayList<>();
    ImageQuery all =
        ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build();
    for (AccountId account : History.ACCOUNTS) {
      for (Region region : History.REGIONS) {
        Ec2 there = registry.as(account, region);
        answers.add(there.describeImages(all).items());
        answers.add(there.listImagesInRecycleBin());
        answers.add(there.listSnapshotsInRecycleBin());
        answers.add(there.call(new ListRules(EC2_IMAGE)).items());
        answers.add(there.getImageBlockPublicAccessState());
      }
    }
    return answers;
  }

  @Property(tries = TRIES)
  void calls_on_unrelated_images_come_to_the_same_in_either_order(
      @ForAll("attempts") Attempts attempts, @ForAll("changes") List<Attempt> changes) {
    History history = History.of(attempts);
    ImmutableListMultimap<Region, Call> calls = changes.stream()
        .map(change -> (Call) history.deed(change))
        .collect(ImmutableListMultimap.toImmutableListMultimap(Call::region, call -> call));
    for (Region region : calls.keySet()) {
      for (List<Call> pair : Lists.partition(calls.get(region), 2)) {
        if (pair.size() == 2 && areUnrelated(history.last(), pair.get(0), pair.get(1))) {
          assertCommute(history, pair.get(0), pair.get(1));
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Attempt>> changes() {
    return Draw.listOf(
        240,
        Attempt.of(List.of(
            Kind.TAG,
            Kind.ATTRIBUTE,
            Kind.WATERMARK,
            Kind.SHARE,
            Kind.PUBLISH,
            Kind.DEPRECATE,
            Kind.PROTECT,
            Kind.DISABLE,
            Kind.ENABLE,
            Kind.DEREGISTER)));
  }

  private static boolean areUnrelated(PartitionState state, Call one, Call other) {
    return Sets.intersection(touched(state, one), touched(state, other)).isEmpty();
  }

  /** The image that a call is about, and its snapshots. */
  private static ImmutableSet<Object> touched(PartitionState state, Call call) {
    ImageId id = call.imageId().orElseThrow();
    ImmutableSet.Builder<Object> touched = ImmutableSet.builder();
    state
        .image(call.region(), id)
        .ifPresent(ami -> touched.addAll(snapshots(state, call.region(), ami)));
    return touched.add(id).build();
  }

  private static void assertCommute(History history, Call one, Call other) {
    RegistryUnderTest forth = history.fork(history.last(), history.now());
    RegistryUnderTest back = history.fork(history.last(), history.now());
    Object oneFirst = outcome(forth, one);
    Object otherSecond = outcome(forth, other);
    Object otherFirst = outcome(back, other);
    Object oneSecond = outcome(back, one);
    assertThat(oneFirst).as("%s, %s", one, other).isEqualTo(oneSecond);
    assertThat(otherFirst).as("%s, %s", one, other).isEqualTo(otherSecond);
    assertThat(forth.state().equals(back.state())).as("%s, %s", one, other).isTrue();
  }

  private static Object outcome(RegistryUnderTest registry, Call call) {
    try {
      return call.on(registry);
    } catch (RefusedException e) {
      return e.errorCode();
    }
  }

  @Property(tries = TRIES)
  @Rules("LIFE-18")
  void every_change_of_state_is_announced_once_and_nothing_else(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    PartitionState state = PartitionState.empty();
    for (RegistryEvent event : history.events()) {
      PartitionState next = state.after(event);
      assertThat(ImageStateChange.of(event).stream().toList())
          .as("%s", event)
          .isEqualTo(announced(state, next));
      state = next;
    }
  }

  private static List<ImageStateChange> announced(PartitionState before, PartitionState after) {
    List<ImageStateChange> announced = new ArrayList<>();
    for (Region region : History.REGIONS) {
      after
          .images(region)
          .forEach(ami -> before
              .image(region, ami.imageId())
              .flatMap(was -> announced(AmiStage.of(was), AmiStage.of(ami)))
              .ifPresent(
                  state -> announced.add(new ImageStateChange(region, ami.imageId(), state))));
    }
    return announced;
  }

  private static Optional<AmiState> announced(AmiStage before, AmiStage after) {
    if (before == after || before == AmiStage.IN_RECYCLE_BIN) {
      return Optional.empty();
    }
    return Optional.of(
        after == AmiStage.IN_RECYCLE_BIN ? AmiState.DEREGISTERED : AmiState.valueOf(after.name()));
  }

  private static ImmutableSet<SnapshotId> snapshots(PartitionState state, Region region, Ami ami) {
    ImmutableSet.Builder<SnapshotId> ids = ImmutableSet.builder();
    ids.addAll(ami.snapshotIds());
    state
        .in(region)
        .agenda()
        .task(ami.imageId(), ImageCreation.class)
        .ifPresent(creation -> ids.addAll(creation.snapshots().values()));
    return ids.build();
  }

  private static ImmutableList<ImageQuery> queries() {
    return ImmutableList.of(
        ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build(),
        ImageQuery.builder().owners("self").build(),
        ImageQuery.builder().filter(Filter.of("name", "golden")).build(),
        ImageQuery.builder().filter(Filter.of("name", "golden-1*")).build(),
        ImageQuery.builder().filter(Filter.of("tag:env", "a")).build(),
        ImageQuery.builder().executableUsers("self").build());
  }

  private static void assertLookUps(PartitionState state) {
    for (Region region : History.REGIONS) {
      RegionState here = state.in(region);
      assertImagesAreFound(here);
      assertSnapshotsAreFound(here);
      assertWhatIsDueIsKnown(here);
      assertCounts(here);
    }
  }

  private static void assertImagesAreFound(RegionState here) {
    List<Ami> images = here.images().all().toList();
    Set<AmiStage> holders =
        Set.of(AmiStage.PENDING, AmiStage.AVAILABLE, AmiStage.DISABLED, AmiStage.FAILED);
    for (Ami ami : images) {
      if (ami.name().isPresent()) {
        assertThat(here.images().nameHolders(ami.ownerId(), ami.name().get()))
            .containsExactlyInAnyOrderElementsOf(images.stream()
                .filter(other -> holders.contains(AmiStage.of(other)))
                .filter(other -> other.ownerId().equals(ami.ownerId()))
                .filter(other -> other.name().equals(ami.name()))
                .map(Ami::imageId)
                .toList());
      }
    }
    for (AccountId account : History.ACCOUNTS) {
      assertThat(here.images().binned(account))
          .containsExactlyElementsOf(images.stream()
              .filter(ami -> ami.isInRecycleBin() && ami.ownerId().equals(account))
              .sorted(Comparator.comparing(Ami::imageId))
              .toList());
    }
  }

  private static void assertSnapshotsAreFound(RegionState here) {
    Map<SnapshotId, ImageId> awaiting = new HashMap<>();
    here.agenda().tasks().forEach(task -> {
      if (task instanceof ImageCreation creation) {
        creation.snapshots().values().forEach(id -> awaiting.put(id, creation.imageId()));
      }
    });
    here.snapshots().all().map(Snapshot::snapshotId).forEach(id -> {
      assertThat(here.images().all())
          .allSatisfy(ami -> assertThat(here.images().using(id).anyMatch(ami::equals))
              .isEqualTo(ami.snapshotIds().contains(id) && ami.state() != AmiState.DEREGISTERED));
      assertThat(here.agenda().imageAwaiting(id)).isEqualTo(Optional.ofNullable(awaiting.get(id)));
    });
  }

  private static void assertWhatIsDueIsKnown(RegionState here) {
    List<TaskSubject> due = new ArrayList<>();
    here.agenda()
        .tasks()
        .filter(task -> task.due().isPresent())
        .forEach(task -> due.add(task.subject()));
    here.images().all().filter(Ami::isInRecycleBin).forEach(ami -> due.add(ami.imageId()));
    here.snapshots()
        .all()
        .filter(stored -> stored.isInRecycleBin() || stored.restoreExpiryTime().isPresent())
        .forEach(stored -> due.add(stored.snapshotId()));
    here.instances()
        .all()
        .filter(instance -> instance.terminationTime().isPresent())
        .forEach(instance -> due.add(instance.instanceId()));
    History.ACCOUNTS.stream()
        .flatMap(here.buckets()::tasks)
        .filter(task -> !task.isInProgress())
        .map(StoreImageTask::objectId)
        .distinct()
        .forEach(due::add);
    History.ACCOUNTS.stream()
        .flatMap(here.usageReports()::ownedBy)
        .map(ImageUsageReport::reportId)
        .forEach(due::add);
    assertThat(here.agenda().due(Instant.MAX)).containsExactlyInAnyOrderElementsOf(due);
    assertThat(here.agenda().due(Instant.MIN)).isEmpty();
  }

  private static void assertCounts(RegionState here) {
    for (AccountId account : History.ACCOUNTS) {
      List<Ami> counted = here.images()
          .all()
          .filter(ami -> ami.ownerId().equals(account))
          .filter(ami -> ami.isInRecycleBin()
              || ami.state() != AmiState.FAILED && ami.state() != AmiState.DEREGISTERED)
          .toList();
      assertThat(here.images().count(account)).isEqualTo(counted.size());
      assertThat(here.images().publicCount(account))
          .isEqualTo(counted.stream()
              .filter(ami -> ami.isPublic()
                  || ami.recycleBinStay()
                      .filter(stay ->
                          stay.suspendedLaunchPermissions().contains(LaunchPermission.everyone()))
                      .isPresent())
              .count());
      for (Task.Kind kind : Task.Kind.values()) {
        assertThat(here.agenda().count(account, kind))
            .isEqualTo(here.agenda()
                .tasks()
                .filter(task -> task.ownerId().equals(account) && task.kind() == kind)
                .count());
      }
    }
  }
}
